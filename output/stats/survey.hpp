// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <vector>

// What a provider reads off a survey, and what the survey hides. Scores are on 0 .. 10.
namespace sojourn::output {

/// Normal distribution function.
[[nodiscard]] double normal_below(double z);

/// Promoters (9 or 10) less detractors (0 to 6), in points -100 .. 100, with its standard error
/// sqrt((p + d - (p - d)^2) / n).
struct PromoterScore {
  double score = 0, standard_error = 0;
};
/// Shares of all who answered; n > 0 of them.
[[nodiscard]] PromoterScore promoter_score(double promoters, double detractors, double n);
/// The score of a latent normal opinion, rounded to whole points when answered: promoters above
/// 8.5, detractors below 6.5.
[[nodiscard]] double promoter_score_of(double mean, double standard_deviation);

/// Who answers: `truth` holds the share of every group, `answers` the chance that one of it
/// answers; equal lengths. Shares among the answers; the response rate.
[[nodiscard]] std::vector<double> shares_answered(std::span<const double> truth,
                                                  std::span<const double> answers);
[[nodiscard]] double response_rate(std::span<const double> truth, std::span<const double> answers);
/// Shares of the groups from the answers, every answer weighted by 1 / its chance.
[[nodiscard]] std::vector<double> shares_reweighted(std::span<const double> answered,
                                                    std::span<const double> answers);

/// Standard deviation of the noise of an answer, in those of what it should measure, at which the
/// two correlate by r in (0, 1]: r = 1 / sqrt(1 + k^2).
[[nodiscard]] double noise_for(double correlation);

/// Share of people content with all of n moments, each content with one with chance p,
/// independently; and the number of moments at which it falls to `overall`.
[[nodiscard]] double content_throughout(double p, double n);
[[nodiscard]] double moments_until(double p, double overall);

/// Share of red experiences among the green operations where both are normal with this correlation
/// and both limits lie at the median: 1/2 - asin(rho) / pi.
[[nodiscard]] double red_when_green(double correlation);

/// Share of a lognormal total that its smallest share `below` holds (sigma of the logarithm > 0).
[[nodiscard]] double lognormal_share(double below, double sigma);

} // namespace sojourn::output

// SPDX-License-Identifier: Apache-2.0
#pragma once

// How something spreads by word of mouth in a large population (Bass 1969 Management Science
// 15:215): the mean field of people who adopt on their own at rate p and by others' word at rate q.
//   dF/dt = (p + q F) (1 - F),   F(0) = 0
// F share of adopters; p innovation > 0 and q imitation >= 0 per unit of time. Published for many
// goods: p = .03, q = .38 per year (Sultan, Farley & Lehmann 1990 JMR 27:70).
namespace sojourn {

struct Diffusion {
  double innovation = 0.03, imitation = 0.38;
};

/// F(t) in closed form.
[[nodiscard]] double adopters(const Diffusion& diffusion, double t);

/// When adoption is fastest, and how fast it is then; needs imitation > innovation.
[[nodiscard]] double peak_time(const Diffusion& diffusion);
[[nodiscard]] double peak_rate(const Diffusion& diffusion);

/// F(t) by numerical integration of the mean field (Runge-Kutta of fourth order, `steps` equal
/// steps): what a simulated population must come to.
[[nodiscard]] double adopters_integrated(const Diffusion& diffusion, double t, int steps);

} // namespace sojourn

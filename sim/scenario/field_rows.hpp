// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/field.hpp"

#include <array>

// The rows of the field table by chapter of a scenario.
namespace sojourn {

inline constexpr double minutes_of_ten_years = 10 * 525600.0;
inline constexpr double most_money = 1e12;

/// The value driver chain below the purpose, which is told in words.
struct DriverLayer {
  std::string_view id, about;
};
inline constexpr std::array<DriverLayer, 4> driver_layers = {{
    {"resources", "What the provider puts in."},
    {"service", "How the service performs."},
    {"consumer", "How the consumer fares: outcome and experience."},
    {"objectives", "What the consumer wants to reach."},
}};

std::vector<FieldRow> general_rows();
std::vector<FieldRow> people_rows();       // personas, biases from the mechanism table, arrivals
std::vector<FieldRow> touchpoint_rows();   // touchpoints and exits
std::vector<FieldRow> announcement_rows(); // what is told in line, and how it feels
std::vector<FieldRow> worth_rows();        // risk, utility and warranty, drivers
std::vector<FieldRow> service_rows();      // calendars, resources, value, agreements, costs
std::vector<FieldRow> survey_rows();       // survey
std::vector<FieldRow> social_rows();       // relationship, culture, renewal, word of mouth
std::vector<FieldRow> trial_rows();        // variants, experiment
std::vector<FieldRow> study_rows();        // experiment.studies and the options of each
std::vector<FieldRow> design_study_rows(); // those that vary numbers

/// What a persona says of itself among people: relationship, culture, role.
void add_social_traits(std::vector<FieldRow>& rows, const std::string& persona);

} // namespace sojourn

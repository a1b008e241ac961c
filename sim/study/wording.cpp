// SPDX-License-Identifier: Apache-2.0
#include "sim/study/wording.hpp"

#include "output/text.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace sojourn {

std::string label_of(std::string_view id) {
  std::string label(id);
  std::replace(label.begin(), label.end(), '_', ' ');
  if (!label.empty()) {
    label[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(label[0])));
  }
  return label;
}

std::string rounded_duration(double minutes) {
  if (minutes > 0 && minutes < 1) {
    return output::text("{:.3g} s", minutes * 60);
  }
  if (minutes < 90) {
    return output::text("{:.3g} min", minutes);
  }
  if (minutes < 48 * 60) {
    return output::text("{:.3g} h", minutes / 60);
  }
  return output::text("{:.3g} days", minutes / (24 * 60));
}

std::string counted(long long n, std::string_view noun) {
  return output::text("{} {}{}", n, noun, n == 1 ? "" : "s");
}

std::string three_digits(double value) {
  return std::abs(value) >= 99.95 ? output::text("{:.0f}", value) : output::text("{:.3g}", value);
}

} // namespace sojourn

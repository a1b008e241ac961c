// SPDX-License-Identifier: Apache-2.0
#include "models/journey/diffusion.hpp"

#include <cmath>

namespace sojourn {

double adopters(const Diffusion& diffusion, double t) {
  const double p = diffusion.innovation, q = diffusion.imitation;
  return -std::expm1(-(p + q) * t) / (1 + q / p * std::exp(-(p + q) * t));
}

double peak_time(const Diffusion& diffusion) {
  const double p = diffusion.innovation, q = diffusion.imitation;
  return std::log(q / p) / (p + q);
}

double peak_rate(const Diffusion& diffusion) {
  const double p = diffusion.innovation, q = diffusion.imitation;
  return (p + q) * (p + q) / (4 * q);
}

double adopters_integrated(const Diffusion& diffusion, double t, int steps) {
  const auto rate = [&](double f) {
    return (diffusion.innovation + diffusion.imitation * f) * (1 - f);
  };
  const double h = t / steps;
  double f = 0;
  for (int i = 0; i < steps; ++i) {
    const double a = rate(f), b = rate(f + h / 2 * a), c = rate(f + h / 2 * b);
    f += h / 6 * (a + 2 * b + 2 * c + rate(f + h * c));
  }
  return f;
}

} // namespace sojourn

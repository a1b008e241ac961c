// SPDX-License-Identifier: Apache-2.0
#include "sim/study/axis.hpp"

#include "output/stats/missing.hpp"
#include "output/text.hpp"
#include "sim/scenario/numbers.hpp"

#include <algorithm>

namespace sojourn {
namespace {

/// Part of n equal parts of [0, 1] in which u lies; u = 1 belongs to the last.
std::size_t part_of(double u, std::size_t n) {
  return std::min(static_cast<std::size_t>(u * static_cast<double>(n)), n - 1);
}

/// Twelve digits: 0.3 where binary arithmetic says 0.30000000000000004.
double tidy(double number) {
  const std::string digits = output::text("{:.12g}", number);
  const auto read = leading_number(digits);
  const auto* leading = std::get_if<LeadingNumber>(&read);
  return leading == nullptr ? number : leading->number;
}

std::string with_unit(double number, const std::string& unit) {
  return number_text(number) + (unit.empty() || unit == "%" ? "" : " ") + unit;
}

} // namespace

Axis Axis::between(std::string name, std::vector<std::string> paths, double low, double high,
                   std::string unit) {
  Axis axis;
  axis.name_ = std::move(name);
  axis.paths_ = std::move(paths);
  axis.low_ = low;
  axis.high_ = high;
  axis.unit_ = std::move(unit);
  return axis;
}

Axis Axis::of_values(std::string name, std::vector<std::string> paths,
                     std::vector<std::string> values) {
  Axis axis;
  axis.name_ = std::move(name);
  axis.paths_ = std::move(paths);
  axis.values_ = std::move(values);
  return axis;
}

Axis& Axis::whole() {
  whole_ = true;
  return *this;
}

Axis& Axis::times() {
  times_ = true;
  return *this;
}

Axis& Axis::in_steps(std::size_t n) {
  steps_ = n;
  return *this;
}

Axis& Axis::written_at(const Place& place) {
  place_ = place;
  return *this;
}

Axis& Axis::part_of_sum(double written, double most) {
  written_part_ = written;
  most_of_sum_ = most;
  return *this;
}

double Axis::number(double u) const {
  if (!values_.empty()) {
    const auto read = leading_number(values_[part_of(u, values_.size())]);
    const auto* leading = std::get_if<LeadingNumber>(&read);
    return leading == nullptr ? output::missing : leading->number;
  }
  if (whole_) {
    return low_ + static_cast<double>(part_of(u, static_cast<std::size_t>(high_ - low_) + 1));
  }
  return tidy(u >= 1 ? high_ : low_ + u * (high_ - low_));
}

std::string Axis::text(double u) const {
  const std::string value =
      values_.empty() ? with_unit(number(u), unit_) : values_[part_of(u, values_.size())];
  return times_ ? "times " + value : value;
}

std::vector<ChangeLine> Axis::lines(double u) const {
  std::string value =
      values_.empty() ? with_unit(number(u), unit_) : values_[part_of(u, values_.size())];
  value = times_ ? "{ times: " + value + " }" : value;
  std::vector<ChangeLine> lines;
  for (const std::string& path : paths_) {
    lines.push_back({path, value});
  }
  return lines;
}

Axis axis_of(const PublishedBand& band) {
  if (band.varies) {
    Axis axis =
        Axis::between(band.name, band.paths, band.low / band.base, band.high / band.base, "");
    axis.times();
    return band.most_of_sum ? axis.part_of_sum(band.base, *band.most_of_sum) : axis;
  }
  const bool time = band.unit == "days" || band.unit == "min";
  Axis axis = Axis::between(band.name, band.paths, band.low, band.high, time ? band.unit : "");
  return band.most_of_sum ? axis.part_of_sum(band.base, *band.most_of_sum) : axis;
}

double Axis::part(double u) const { return times_ ? number(u) * *written_part_ : number(u); }

ChangeLine Axis::line_to(const std::string& path, double part) const {
  const double legal = std::min(part, most_of_sum_);
  return {path, times_ ? "{ times: " + number_text(tidy(legal / *written_part_)) + " }"
                       : number_text(tidy(legal))};
}

namespace {

/// One part of a sum: of all parts that stand beside each other in the scenario.
struct Part {
  const Axis* axis;
  std::string path;
  double amount;
  [[nodiscard]] std::string beside() const { return path.substr(0, path.rfind('.')); }
};

/// Every part times what keeps the sum of its neighbours as written. A part without neighbours, and
/// parts that are all 0, stay what they are.
void add_balanced(const std::vector<Part>& parts, std::vector<ChangeLine>& lines) {
  for (const Part& part : parts) {
    double sum = 0, written = 0;
    std::size_t n = 0;
    for (const Part& other : parts) {
      if (other.beside() == part.beside()) {
        sum += other.amount;
        written += *other.axis->written_part();
        ++n;
      }
    }
    const double scale = n > 1 && sum > 0 && written > 0 ? written / sum : 1;
    lines.push_back(part.axis->line_to(part.path, part.amount * scale));
  }
}

void add_parts(const Axis& axis, double amount, std::vector<Part>& parts) {
  for (const std::string& path : axis.paths()) {
    parts.push_back({&axis, path, amount});
  }
}

} // namespace

std::vector<ChangeLine> lines_at(const std::vector<Axis>& axes, std::span<const double> point) {
  std::vector<ChangeLine> all;
  std::vector<Part> parts;
  for (std::size_t i = 0; i < axes.size(); ++i) {
    if (axes[i].written_part()) {
      add_parts(axes[i], axes[i].part(point[i]), parts);
      continue;
    }
    for (ChangeLine& line : axes[i].lines(point[i])) {
      all.push_back(std::move(line));
    }
  }
  add_balanced(parts, all);
  return all;
}

std::vector<ChangeLine> lines_alone(const std::vector<Axis>& axes, std::size_t axis, double u) {
  if (!axes[axis].written_part()) {
    return axes[axis].lines(u);
  }
  std::vector<Part> parts;
  for (std::size_t i = 0; i < axes.size(); ++i) {
    if (axes[i].written_part()) {
      add_parts(axes[i], i == axis ? axes[i].part(u) : *axes[i].written_part(), parts);
    }
  }
  std::vector<ChangeLine> lines;
  add_balanced(parts, lines);
  return lines;
}

namespace {

/// The last `n` words of a path.
std::string tail_of(const std::string& path, std::size_t n) {
  std::size_t at = path.size();
  for (; n > 0 && at != std::string::npos; --n) {
    at = at == 0 ? std::string::npos : path.rfind('.', at - 1);
  }
  return at == std::string::npos ? path : path.substr(at + 1);
}

} // namespace

std::vector<std::string> short_names(const std::vector<Axis>& axes) {
  std::vector<std::string> names;
  for (const Axis& axis : axes) {
    const auto shared_by = [&](const std::string& name, std::size_t n) {
      return std::count_if(axes.begin(), axes.end(),
                           [&](const Axis& other) { return tail_of(other.name(), n) == name; });
    };
    std::size_t n = 2;
    while (tail_of(axis.name(), n) != axis.name() && shared_by(tail_of(axis.name(), n), n) > 1) {
      ++n;
    }
    names.push_back(tail_of(axis.name(), n));
  }
  return names;
}

std::string words_at(const std::vector<Axis>& axes, std::span<const double> point) {
  const std::vector<std::string> names = short_names(axes);
  std::string words;
  for (std::size_t i = 0; i < axes.size(); ++i) {
    words += (i == 0 ? "" : ", ") + names[i] + " = " + axes[i].text(point[i]);
  }
  return words;
}

} // namespace sojourn

// SPDX-License-Identifier: Apache-2.0
#include "sim/study/fix_first.hpp"

#include "output/text.hpp"

#include <algorithm>

namespace sojourn {
namespace {

std::string number(double value) { return output::text("{:.6g}", value); }
std::string times(double factor) { return "{ times: " + number(factor) + " }"; }
std::string add(double amount) { return "{ add: " + number(amount) + " }"; }

class Finder {
public:
  Finder(const Scenario& scenario, const Patcher& patcher, const ImprovementSteps& steps)
      : scenario_(scenario), patcher_(patcher), steps_(steps) {}

  std::vector<Improvement> all() {
    for (std::size_t i = 0; i < scenario_.touchpoints.size(); ++i) {
      at_ = &scenario_.touchpoints[i];
      index_ = i;
      affect();
      wait();
      failure();
      effort();
      promise();
    }
    return std::move(found_);
  }

private:
  [[nodiscard]] std::string path(const std::string& rest) const {
    return "touchpoints." + at_->id + "." + rest;
  }
  [[nodiscard]] bool written(const std::string& where) const {
    return !patcher_.written_at(0, where).empty();
  }
  void keep(const char* kind, std::vector<ChangeLine> lines) {
    if (!lines.empty()) {
      found_.push_back({at_->id, kind, std::move(lines)});
    }
  }

  // The scale ends at 5: what is there already cannot be lifted.
  void affect() {
    const double room = at_->feels.mean ? 5 - *at_->feels.mean : 0;
    const double step = std::min(steps_.affect, room);
    if (step > 0) {
      keep("affect", {{path(written(path("feels.mean")) ? "feels.mean" : "feels"), add(step)}});
    }
  }

  void wait() {
    if (steps_.wait > 0 && at_->behind) {
      keep("wait", {{path("behind.takes"), times(1 - steps_.wait)}});
    } else if (steps_.wait > 0 && at_->needs && written(path("takes"))) {
      keep("wait", {{path("takes"), times(1 - steps_.wait)}});
    }
  }

  [[nodiscard]] static bool happens(const RowSpec& row) {
    return row.share && *row.share > 0 && !row.conditional();
  }
  [[nodiscard]] bool leads_out(const RowSpec& row) const {
    return happens(row) && row.to_exit &&
           scenario_.exits[static_cast<std::size_t>(row.to)].outcome != Outcome::served;
  }
  [[nodiscard]] bool leads_back(const RowSpec& row) const {
    return happens(row) && !row.to_exit && static_cast<std::size_t>(row.to) <= index_;
  }

  void failure() {
    const bool lost = std::any_of(at_->rows.begin(), at_->rows.end(),
                                  [this](const RowSpec& row) { return leads_out(row); });
    std::vector<ChangeLine> lines;
    for (const RowSpec& row : at_->rows) {
      if (steps_.failure <= 0 || !(lost ? leads_out(row) : leads_back(row))) {
        continue;
      }
      const auto to = static_cast<std::size_t>(row.to);
      const std::string target =
          row.to_exit ? scenario_.exits[to].id : scenario_.touchpoints[to].id;
      const std::string who =
          row.personas.empty()
              ? ""
              : "[" + scenario_.personas[static_cast<std::size_t>(row.personas.front())].id + "]";
      const ChangeLine line{path(output::text("then.{}{}.share", target, who)),
                            times(1 - steps_.failure)};
      if (written(line.path) && std::find(lines.begin(), lines.end(), line) == lines.end()) {
        lines.push_back(line);
      }
    }
    keep("failure", std::move(lines));
  }

  void effort() {
    const double step = std::min(steps_.effort, at_->effort.value_or(0));
    if (step > 0) {
      keep("effort", {{path("feels.effort"), add(-step)}});
    }
  }

  void promise() {
    if (steps_.promise > 0 && at_->promise) {
      const auto what = static_cast<std::size_t>(at_->promise->touchpoint);
      const std::string word = scenario_.touchpoints[what].id + "_within";
      if (written(path("promise." + word))) {
        keep("promise", {{path("promise." + word), times(1 + steps_.promise)}});
      }
    }
  }

  const Scenario& scenario_;
  const Patcher& patcher_;
  ImprovementSteps steps_;
  const TouchpointSpec* at_ = nullptr;
  std::size_t index_ = 0;
  std::vector<Improvement> found_;
};

} // namespace

std::vector<Improvement> improvements_of(const Scenario& scenario, const Patcher& patcher,
                                         const ImprovementSteps& steps) {
  return Finder(scenario, patcher, steps).all();
}

} // namespace sojourn

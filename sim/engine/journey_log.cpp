// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/journey_log.hpp"

#include "sim/engine/design_in_force.hpp"
#include "sim/engine/flow_people.hpp"
#include "sim/engine/watch.hpp"

#include <unordered_map>

namespace sojourn {
namespace {

/// Writes down where the wanted people are, and forgets them when they leave.
class Logger final : public Onlooker {
public:
  Logger(const Plan& plan, const std::function<bool(std::uint32_t)>& wanted,
         const std::function<void(const LoggedJourney&)>& sink)
      : plan_(&plan), wanted_(&wanted), sink_(&sink) {}

  [[nodiscard]] bool sees(const Traveller& traveller) const override {
    return (*wanted_)(traveller.agent);
  }
  void before(const State&) override {}
  void after(const PersonView<float>& person, const Ended& ended) override {
    const Traveller& traveller = ended.traveller;
    const bool channels = !plan_->nodes[static_cast<std::size_t>(traveller.node)].channels.empty();
    under_way_[traveller.agent].push_back({traveller.node, channels ? traveller.channel : -1,
                                           traveller.entered, ended.happening.waited_until,
                                           ended.happening.left, ended.happening.gave_up,
                                           person.get(Field::affect)});
  }
  void left(const JourneyRow& row, bool counted) override {
    const auto visits = under_way_.extract(row.agent);
    if (counted) {
      (*sink_)({row, visits ? visits.mapped() : std::vector<LoggedVisit>{}});
    }
  }

private:
  const Plan* plan_;
  const std::function<bool(std::uint32_t)>* wanted_;
  const std::function<void(const LoggedJourney&)>* sink_;
  std::unordered_map<std::uint32_t, std::vector<LoggedVisit>> under_way_;
};

} // namespace

void log_journeys(const Plan& plan, std::uint32_t replication,
                  const std::function<bool(std::uint32_t)>& wanted,
                  const std::function<void(const LoggedJourney&)>& sink,
                  const Interrupt& interrupt) {
  DesignInForce design(plan);
  Logger logger(design.plan(), wanted, sink);
  ServiceEngine engine(design.plan(), replication, false);
  design.follow(engine);
  engine.watch(&logger);
  if (plan.cohort == 0) {
    engine.run(interrupt);
    return;
  }
  for (std::int64_t agent = 0; agent < plan.cohort; ++agent) { // nobody matters to anybody else
    const auto number = static_cast<std::uint32_t>(agent);
    if (interrupt && agent % 4096 == 0 && interrupt()) {
      throw Interrupted{};
    }
    if (wanted(number)) {
      engine.run_alone(cohort_member(plan, replication, number));
    }
  }
}

} // namespace sojourn

// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/stages.hpp"

#include "sim/scenario/characters.hpp"
#include "sim/scenario/reading.hpp"

#include <algorithm>
#include <array>
#include <cmath>

// Variants that come into force while people are under way: from a moment on, or step by step,
// perhaps only while something is not good enough.
namespace sojourn {
namespace {

/// What may change in mid-run: how things are, not where people can go or who they are.
constexpr std::array<std::string_view, 19> of_touchpoints = {
    "name",      "takes",     "feels",   "felt_exactly",    "price",   "outcome",  "updates",
    "patience",  "announces", "promise", "booked",          "utility", "warranty", "practice",
    "backstage", "about",     "behind",  "moment_of_truth", "recalls"};
constexpr std::array<std::string_view, 6> of_resources = {"name",     "capacity",   "set_up",
                                                          "attitude", "discretion", "room"};
constexpr std::array<std::string_view, 4> of_ways = {"share", "feels", "note", "silent"};

template <class Words> bool among(const Words& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool may_change(const ValueAddress& address) {
  const auto& steps = address.steps;
  if (steps.size() < 3)
    return false;
  if (steps[0].name == "resources")
    return among(of_resources, steps[2].name) && (steps.size() == 3 || steps[2].name != "capacity");
  if (steps[0].name != "touchpoints")
    return false;
  if (steps[2].name == "then")
    return steps.size() >= 5 && among(of_ways, steps[4].name);
  if (steps[2].name == "behind")
    return steps.size() >= 4 && steps[3].name == "takes";
  return among(of_touchpoints, steps[2].name);
}

class StageReader {
public:
  StageReader(const VariantPlan& plan, const Node& variant, const MakeDesign& make,
              Reporter& reporter)
      : plan_(plan), variant_{&variant, nullptr}, make_(make), reporter_(reporter),
        path_("variants." + plan.key.text) {}

  void read(const VariantPlans& all, ArmSpec& arm) {
    const std::size_t before = reporter_.problems().size();
    StagesSpec stages;
    variant_.has("every") ? read_steps(stages) : read_moment(stages, arm.scenario);
    check_changes();
    check_people(arm.scenario);
    if (reporter_.problems().size() > before)
      return;
    for (const char* word : {"from", "every", "while"})
      if (const Node* node = variant_.node(word))
        arm.changes.push_back(std::string(word) + " = " + written(*node));
    if (stages.first > 0)
      add_designs(all, stages, arm);
  }

private:
  void refuse(const char* word, const std::string& what, const std::string& why,
              const std::string& hint) {
    reporter_.error(variant_.own->find_key(word)->place, path_ + what, why, hint);
  }

  void read_moment(StagesSpec& stages, const Scenario& scenario) {
    if (variant_.has("while"))
      refuse("while", ".while without `every`", "it is asked again and again",
             "say how often, as in `every: 4 weeks`");
    const Node* from = variant_.node("from");
    if (from == nullptr)
      return;
    const auto read = sojourn::read_moment(from->text);
    const auto* moment = std::get_if<WeekMoment>(&read);
    if (moment == nullptr)
      return; // reported where it was typed
    stages.first = moment->at;
    if (moment->weekly)
      refuse("from", ".from: \"" + variant_.node("from")->text + "\" is a moment of every week",
             "a change comes into force once", "say the week, as in `week 9 Mon 00:00`");
    else if (stages.first >= scenario.experiment.horizon)
      refuse("from", ".from is not before the horizon", "nobody who counts would meet the change",
             "let it begin earlier, or lengthen the horizon");
  }

  void read_steps(StagesSpec& stages) {
    const double minutes = variant_.number("every", 0);
    stages.first = stages.every = std::llround(minutes * static_cast<double>(ticks_per_minute));
    if (variant_.has("from"))
      refuse("from", ".from beside `every`",
             "the first step is made after the first of these times", "leave one of them out");
    if (!variant_.has("combines") || variant_.has("change"))
      refuse("every", ".every without steps",
             "at each look the next of the variants in `combines` is added",
             "name the steps in `combines`, in their order, and say no `change` of its own");
    read_watch(stages);
  }

  void read_watch(StagesSpec& stages) {
    const Group watch = variant_.group("while");
    if (watch.own == nullptr)
      return;
    if (watch.own->keys.size() != 1)
      refuse("while",
             ".while says " + std::string(watch.own->keys.empty() ? "nothing" : "two things"),
             "the next step is made for one reason", "write { gave_up: { above: 10% } }");
    const auto limit = [&](const char* measure, const char* side, StageWatch what) {
      if (const Value* value = watch.group(measure).value(side)) {
        stages.watch = what;
        stages.limit = value->number;
      }
    };
    limit("remembered_experience", "below", StageWatch::remembered_experience);
    limit("served", "below", StageWatch::served);
    limit("gave_up", "above", StageWatch::gave_up);
  }

  void check_changes() {
    for (const Change* change : plan_.changes)
      for (const ValueAddress& address : change->addresses)
        if (!may_change(address)) {
          reporter_.error(change->path.place,
                          path_ + ": " + address.text() +
                              " cannot change while people are under way",
                          "from a moment on, a touchpoint may take, feel, cost and promise "
                          "something else and a resource have another capacity; who people are, "
                          "when they come and where they can go stays",
                          "let the variant hold from the begin, or leave this line out");
          return;
        }
  }

  void check_people(const Scenario& scenario) {
    if (!people_meet(scenario))
      reporter_.error(plan_.key.place, path_ + " comes into force later, but nobody meets anybody",
                      "where people neither queue nor hear of each other, journeys are "
                      "simulated without a date",
                      "compare it with the baseline as it is; the one is before, the other after");
  }

  /// The baseline, and with `every` one more of the combined variants each time; the last is `arm`.
  void add_designs(const VariantPlans& all, StagesSpec& stages, ArmSpec& arm) {
    std::vector<const Change*> changes;
    const std::vector<const Node*> steps =
        stages.every > 0 ? parts_of(variant_.node("combines")) : std::vector<const Node*>{};
    for (std::size_t i = 0; i < std::max<std::size_t>(steps.size(), 1); ++i) {
      if (auto design = make_(changes))
        stages.designs.push_back(std::move(design));
      else
        return;
      if (i < steps.size())
        add_changes(all, steps[i]->text, changes);
    }
    arm.scenario.stages = std::move(stages);
    arm.combines.clear(); // together they are something else than at once
  }

  static void add_changes(const VariantPlans& all, const std::string& id,
                          std::vector<const Change*>& changes) {
    for (const VariantPlan& plan : all.plans)
      for (const Change* change : plan.changes)
        if (plan.key.text == id &&
            std::find(changes.begin(), changes.end(), change) == changes.end())
          changes.push_back(change);
  }

  const VariantPlan& plan_;
  Group variant_;
  const MakeDesign& make_;
  Reporter& reporter_;
  std::string path_;
};

} // namespace

bool people_meet(const Scenario& scenario) {
  const auto limited = [&](const std::optional<WorkSpec>& work) {
    return work && work->resource >= 0 &&
           !scenario.resources[static_cast<std::size_t>(work->resource)].unlimited;
  };
  return scenario.arrivals.members > 0 || scenario.word_of_mouth.present ||
         scenario.ratings.present ||
         std::any_of(scenario.touchpoints.begin(), scenario.touchpoints.end(),
                     [&](const TouchpointSpec& each) {
                       return limited(each.needs) || limited(each.behind);
                     });
}

bool comes_later(const Node& variant) {
  const Group group{&variant, nullptr};
  return group.has("from") || group.has("every") || group.has("while");
}

void check_combined(const Node& variants, Reporter& reporter) {
  for (std::size_t i = 0; i < variants.keys.size(); ++i)
    for (const Node* each : parts_of(variants.items[i].find("combines"))) {
      const Node* combined = variants.find(each->text);
      if (combined != nullptr && combined->is_mapping() && comes_later(*combined))
        reporter.error(each->place,
                       "variants." + variants.keys[i].text + " combines " + each->text +
                           ", which comes into force later",
                       "combined changes are in force together",
                       "combine variants that say neither `from` nor `every`");
    }
}

void read_stages(const VariantPlan& plan, const Node& variant, const VariantPlans& all,
                 const MakeDesign& make, Reporter& reporter, ArmSpec& arm) {
  StageReader(plan, variant, make, reporter).read(all, arm);
}

} // namespace sojourn

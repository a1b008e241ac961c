// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/characters.hpp"
#include "sim/scenario/numbers.hpp"
#include "sim/scenario/reading.hpp"
#include "sim/study/axis.hpp"

#include <algorithm>
#include <cmath>

// What a scenario says about the values of a study, turned into axes.
namespace sojourn {
namespace {

struct End {
  double number = 0;
  std::string unit;
};

/// Everything about one path: where it stands, and how to refuse it.
class Entry {
public:
  Entry(const StudyContext& context, const Key& key, const Node& node)
      : context_(context), key_(key), node_(node) {}

  [[nodiscard]] Axis swept() const {
    if (node_.is_mapping() && node_.find("from") != nullptr) {
      return from_to();
    }
    const Node* times = node_.is_mapping() ? node_.find("times") : nullptr;
    const Node& list = times == nullptr ? node_ : *times;
    if (!list.is_sequence() || list.items.empty()) {
      refuse("says \"" + written(node_) + "\"", "expected is a list of values, { times: [...] } or "
                                                "{ from: 1, to: 2, steps: 5 }");
    }
    std::vector<std::string> values;
    for (const Node& item : list.items) {
      values.push_back(times == nullptr ? written(item) : number_text(end_of(item).number));
    }
    refuse_twice(values);
    return finished(Axis::of_values(key_.text, {key_.text}, std::move(values)), times != nullptr);
  }

  [[nodiscard]] Axis banded() const {
    const Node* times = node_.is_mapping() ? node_.find("times") : nullptr;
    const Node& list = times == nullptr ? node_ : *times;
    if (!list.is_sequence() || list.items.size() != 2) {
      refuse("says \"" + written(node_) + "\"",
             "expected is a band: [low, high] or { times: [low, high] }");
    }
    return between(list.items[0], list.items[1], times != nullptr);
  }

private:
  [[noreturn]] void refuse(const std::string& message, const std::string& why = {},
                           const std::string& hint = {}) const {
    throw StudyRefusal(
        {problem_at(key_.place, context_.loaded.path, context_.loaded.text,
                    "study " + context_.spec.id + ": " + key_.text + " " + message, why, hint)});
  }

  void refuse_twice(std::vector<std::string> values) const {
    std::sort(values.begin(), values.end());
    const auto twice = std::adjacent_find(values.begin(), values.end());
    if (twice != values.end()) {
      refuse("lists " + *twice + " twice");
    }
  }

  [[nodiscard]] End end_of(const Node& node) const {
    const auto read = leading_number(node.text);
    if (!node.is_scalar() || std::holds_alternative<Refusal>(read)) {
      refuse("has \"" + written(node) + "\" where a number is needed",
             "between two values there are only numbers; distributions and words can be listed in "
             "a sweep, and scaled with { times: [0.8, 1.25] }");
    }
    const auto& leading = std::get<LeadingNumber>(read);
    return {leading.number, std::string(leading.rest)};
  }

  [[nodiscard]] Axis from_to() const {
    const Node* to = node_.find("to");
    if (to == nullptr) {
      refuse("says from where, but not `to`");
    }
    Axis axis = between(*node_.find("from"), *to, false);
    for (const Key& key : node_.keys) {
      if (key.text != "from" && key.text != "to" && key.text != "steps") {
        refuse("has an unknown word \"" + key.text + "\"", "known are from, to and steps");
      }
    }
    if (const Node* steps = node_.find("steps")) {
      const double n = end_of(*steps).number;
      if (!(n >= 2 && n <= 1e6) || n != std::floor(n)) {
        refuse("has " + written(*steps) + " steps", "a whole number from 2 to 1000000 is needed");
      }
      axis.in_steps(static_cast<std::size_t>(n));
    }
    return axis;
  }

  [[nodiscard]] Axis between(const Node& first, const Node& second, bool times) const {
    const End low = end_of(first), high = end_of(second);
    if (low.unit != high.unit) {
      refuse("has ends with different units",
             "one says \"" + low.unit + "\", the other \"" + high.unit + "\"",
             "write both in the same unit");
    }
    if (!(low.number < high.number)) {
      refuse("has a band that does not rise: " + written(first) + " to " + written(second));
    }
    return finished(Axis::between(key_.text, {key_.text}, low.number, high.number, low.unit),
                    times);
  }

  [[nodiscard]] Axis finished(Axis axis, bool times) const {
    axis.written_at(key_.place);
    if (times) {
      axis.times();
    } else if (counts_whole(key_.text)) {
      axis.whole();
    }
    return axis;
  }

  /// Whether the table asks for a whole number at a path.
  [[nodiscard]] static bool counts_whole(const std::string& path) {
    const FieldNode* node = &field_tree();
    for (const std::string& segment : split(path, '.')) {
      const FieldNode* under = node->under(segment.substr(0, segment.find('[')));
      node = under != nullptr ? under : node->element.get();
      if (node == nullptr) {
        return false;
      }
    }
    return node->value != nullptr && node->value->kind == Kind::integer;
  }

  const StudyContext& context_;
  const Key& key_;
  const Node& node_;
};

/// Whether a path with `*` in it means the other, segment by segment.
bool covers(const std::string& pattern, const std::string& path) {
  const auto wide = split(pattern, '.'), narrow = split(path, '.');
  return wide.size() == narrow.size() &&
         std::equal(wide.begin(), wide.end(), narrow.begin(),
                    [](const auto& a, const auto& b) { return a == "*" || a == b; });
}

/// read(entry, path) for every line; throws the problems of all lines at once.
template <class Read>
void read_entries(const Node& entries, const StudyContext& context, const Read& read) {
  Refusals refusals;
  for (std::size_t i = 0; i < entries.keys.size(); ++i) {
    refusals.of(
        [&] { read(Entry(context, entries.keys[i], entries.items[i]), entries.keys[i].text); });
  }
  refusals.raise();
}

void add_published(std::vector<Axis>& axes, const StudyContext& context, const Node* own) {
  for (PublishedBand& band : published_bands(context.arms.front().scenario).bands) {
    std::erase_if(band.paths, [&](const std::string& path) {
      return own != nullptr && own->is_mapping() &&
             std::any_of(own->keys.begin(), own->keys.end(),
                         [&](const Key& key) { return covers(key.text, path); });
    });
    if (!band.paths.empty()) {
      axes.push_back(axis_of(band).written_at(context.spec.place));
    }
  }
}

} // namespace

std::vector<Axis> swept_axes(const StudyContext& context) {
  const Node* over = context.spec.options.find("over");
  if (over == nullptr || over->keys.empty()) {
    refuse_study(context, "it does not say what to vary", {},
                 "write it like over: { resources.desk.capacity: [4, 5, 6] }");
  }
  std::vector<Axis> axes;
  read_entries(*over, context,
               [&](const Entry& entry, const std::string&) { axes.push_back(entry.swept()); });
  return axes;
}

std::vector<Axis> banded_axes(const StudyContext& context) {
  const Node* bands = context.spec.options.find("bands");
  const Node* flag = bands == nullptr ? nullptr : bands->find("published");
  const bool unsaid = bands == nullptr && context.spec.options.find("bootstrap") == nullptr;
  const bool word = bands != nullptr && bands->is_scalar();
  std::vector<Axis> axes;
  if (unsaid || word || (flag != nullptr && flag->text == "true")) {
    add_published(axes, context, bands);
  }
  if (bands != nullptr) {
    read_entries(*bands, context, [&](const Entry& entry, const std::string& path) {
      if (path != "published") {
        axes.push_back(entry.banded());
      }
    });
  }
  return axes;
}

void check_ends(const StudyContext& context, const std::vector<Axis>& axes) {
  std::vector<Problem> all;
  for (const Axis& axis : axes) {
    const std::size_t n = axis.n_ends();
    for (std::size_t i = 0; i < n; ++i) {
      const double u =
          static_cast<double>(i) / static_cast<double>(std::max<std::size_t>(n - 1, 1));
      const Patched patched = context.loaded.patcher->patched(0, axis.lines(u));
      const auto* problems = std::get_if<std::vector<Problem>>(&patched);
      if (problems == nullptr || problems->empty()) {
        continue;
      }
      const Problem& first = problems->front();
      all.push_back(problem_at(axis.place(), context.loaded.path, context.loaded.text,
                               "study " + context.spec.id + ": " + first.message,
                               "it is to try " + axis.name() + " = " + axis.text(u) +
                                   (first.why.empty() ? "" : "; " + first.why),
                               first.hint));
      break;
    }
  }
  if (!all.empty()) {
    throw StudyRefusal(std::move(all));
  }
}

} // namespace sojourn

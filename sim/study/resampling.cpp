// SPDX-License-Identifier: Apache-2.0
#include "sim/study/resampling.hpp"

#include "sim/scenario/characters.hpp"
#include "sim/scenario/reading.hpp"
#include "sim/study/design.hpp"

namespace sojourn {
namespace {

[[noreturn]] void refuse_sample(const StudyContext& context, const Node& path,
                                const std::string& message, const std::string& why) {
  throw StudyRefusal({problem_at(path.place, context.loaded.path, context.loaded.text,
                                 "study " + context.spec.id + ": " + path.text + " " + message, why,
                                 "resampled are lists like { empirical: [3 min, 5 min, 9 min] }")});
}

} // namespace

std::vector<ObservedSample> samples_of(const StudyContext& context) {
  std::vector<ObservedSample> samples;
  for (const Node* path : parts_of(context.spec.options.find("bootstrap"))) {
    const Node* written_there = context.loaded.patcher->node_at(0, path->text);
    const Node* list = written_there == nullptr || !written_there->is_mapping()
                           ? nullptr
                           : written_there->find("empirical");
    if (list == nullptr || !list->is_sequence()) {
      refuse_sample(context, *path, "holds no list of observed values",
                    written_there == nullptr ? "nothing is written there"
                                             : "written there is " + written(*written_there));
    }
    ObservedSample& sample = samples.emplace_back();
    sample.path = path->text;
    for (const Node& value : list->items) {
      sample.values.push_back(written(value));
    }
    if (sample.values.size() < 2) {
      refuse_sample(context, *path, "lists a single value", "it would be drawn every time");
    }
  }
  return samples;
}

ChangeLine resampled(const ObservedSample& observed, std::uint64_t seed, std::uint32_t sample,
                     std::uint32_t draw) {
  const std::size_t n = observed.values.size();
  std::vector<std::string> drawn;
  for (std::uint32_t i = 0; i < n; ++i) {
    const std::uint64_t word = resample_word(seed, sample, draw, i);
    drawn.push_back(observed.values[(word * n) >> 32]);
  }
  return {observed.path, "{ empirical: [" + join(drawn, ", ") + "] }"};
}

} // namespace sojourn

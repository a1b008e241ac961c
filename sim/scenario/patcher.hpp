// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/located.hpp"
#include "sim/scenario/scenario.hpp"

#include <string>
#include <variant>
#include <vector>

namespace sojourn {

/// One further change: what a study sets, as a user would write it.
struct ChangeLine {
  std::string path, value;
  [[nodiscard]] std::string text() const { return path + " = " + value; }
  friend bool operator==(const ChangeLine&, const ChangeLine&) = default;
};

/// What `value.ideal` declares for one cause of leakage.
struct Ideal {
  std::string cause;
  std::vector<ChangeLine> lines;
};

/// The scenario of an arm with further changes, or why there is none. Places of problems are those
/// of the changes themselves, in sources called "change".
using Patched = std::variant<Scenario, std::vector<Problem>>;

/// The designs before an arm that comes into force later; no trees where it holds from the begin.
struct EarlierDesigns {
  StagesSpec when;         // without designs
  std::vector<Node> trees; // as written, untyped
};

/// A checked scenario that can be changed further: the trees of the baseline and of every variant.
class Patcher {
public:
  Patcher() = default;
  /// `earlier` is as long as `arms`.
  Patcher(Sources sources, std::vector<Node> arms, std::vector<EarlierDesigns> earlier,
          std::vector<Ideal> ideals)
      : sources_(std::move(sources)), arms_(std::move(arms)), ideals_(std::move(ideals)),
        earlier_(std::move(earlier)) {}

  [[nodiscard]] const std::vector<Ideal>& ideals() const { return ideals_; }

  /// Arm 0 is the baseline, arm i the i-th variant. A line wins over what the arm itself has set.
  /// Of an arm that comes into force later the lines hold from the begin, in all its designs; where
  /// with them nobody meets anybody there is no moment, and the arm holds from the begin too.
  [[nodiscard]] Patched patched(std::size_t arm, const std::vector<ChangeLine>& lines) const;

  /// The value at a path of an arm; nullptr where nothing is written.
  [[nodiscard]] const Node* node_at(std::size_t arm, const std::string& path) const;
  /// What is written at a path of an arm, on one line; empty where nothing is.
  [[nodiscard]] std::string written_at(std::size_t arm, const std::string& path) const;

private:
  [[nodiscard]] Patched patched_tree(const Node& root, const std::vector<ChangeLine>& lines) const;

  Sources sources_;
  std::vector<Node> arms_; // as written, untyped
  std::vector<Ideal> ideals_;
  std::vector<EarlierDesigns> earlier_; // [arm]
};

/// One entry of `experiment.studies`.
struct StudySpec {
  std::string id;
  Node options; // typed; an empty group where nothing is said
  Place place;  // of the entry
};

/// The entries of `experiment.studies` of a typed tree.
[[nodiscard]] std::vector<StudySpec> studies_of(const Node& root);

/// A problem at a place of the scenario file, for what only a study can tell.
[[nodiscard]] Problem problem_at(const Place& place, const std::string& file,
                                 const std::string& text, std::string message, std::string why = {},
                                 std::string hint = {});

} // namespace sojourn

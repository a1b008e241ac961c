// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/people/parameters.hpp"

#include <algorithm>
#include <array>
#include <string_view>

// What each number of a mechanism means, in words: for editors and `sojourn models`. Apart from its
// row, so that a better word compiles a few files and not every kernel.
namespace sojourn {

inline constexpr std::string_view strength_words = "how much of it acts";

inline constexpr std::array<std::string_view, n_parameters> parameter_words = {{
    strength_words,
    "weight of the mean of all moments in what is remembered",
    "weight of the best moment in what is remembered",
    "weight of the worst moment in what is remembered",
    "weight of the last moment in what is remembered",
    "weight of the sum of all that was felt over time",
    "weight of whether it got better or worse on the way",
    "weight of the first moment in what is remembered",
    "weight of the strongest moment, good or bad, in what is remembered",

    strength_words,
    "affect for each point by which a level differs from what it is held against",

    strength_words,
    "how many times more a loss weighs than a gain of the same size; a late promise likewise",

    strength_words,
    "time in which a past moment comes to mind half as easily",
    "how much more easily strong moments come to mind",

    strength_words,
    "how far an announced time replaces one's own idea of it",

    strength_words,
    "how unsure the first expectation is; the larger, the faster it moves",
    "how much single experiences vary; the larger, the slower expectations move",
    "how fast old experience is out of date; the larger, the faster expectations move",

    strength_words,
    "share of the missing trust that a good event brings",
    "share of the trust there is that a bad event takes",
    "trust on arrival, from 0 to 1",
    "how much more tempting leaving is without any trust",

    strength_words,
    "how many times more bad moments weigh in memory",

    strength_words,
    "how many times longer than the clock says an unoccupied wait feels",
    "how felt time grows with the time on the clock; below 1, long waits are compressed",
    "the wait at which the overestimate holds as it is",

    strength_words,
    "leaving is tempting when the experience so far is below this",
    "how many times likelier giving up becomes with each minute past the time announced",

    strength_words,
    "how strongly the option marked `default` is favoured",

    strength_words,
    "how much more tempting leaving becomes with each point of effort so far",

    strength_words,
    "how strongly what was spent speaks against leaving",
    "time spent that counts as one unit of what was spent",
    "money spent that counts as one unit of what was spent",
    "time after which about a third of it still counts",

    strength_words,
    "how much less tempting leaving is close to the goal",

    strength_words,
    "how strongly many options speak for the one that defers",
    "so many options are not too many",
    "how hard the choice is, from 0 to 1",

    strength_words,
    "what anything later counts against now",
    "what one more day of delay leaves of it",
    "1: people do not know that they will think so again; 0: they do",

    strength_words,
    "how gains' stated chances are bent; 1 takes them as they are",
    "how losses' stated chances are bent; 1 takes them as they are",
    "how value grows with the size of an outcome; below 1, ever less",
    "how many times more a stated loss weighs than a gain",

    strength_words,
    "share of the distance to the level met that people get used to at each visit",
    "how fast they get used to losses, against gains",

    "how many events the first trust is worth; with a record, each event moves it less",
    "how many times a failure counts in the record of trust",

    "power law by which single episodes are forgotten; 0 leaves it out",
    "how much chance there is in what comes to mind",
    "how much more easily moments at the very place come to mind",

    strength_words,
    "how long the affect of good memories lasts",
    "how long the affect of bad memories lasts",

    "half-life of the advantage that the end has in memory, where people are asked later",
}};

static_assert(std::none_of(parameter_words.begin(), parameter_words.end(),
                           [](std::string_view words) { return words.empty(); }),
              "parameter_words: one sentence each, in the order of the enum");

constexpr std::string_view words_of(Parameter parameter) {
  return parameter_words[static_cast<std::size_t>(parameter)];
}

} // namespace sojourn

// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>

namespace sojourn {

/// What a block of words is drawn for. The numbers are part of every address: they are never
/// changed and never used twice. In brackets: the words of a block, each used for one thing only.
enum class Purpose : std::uint8_t {
  visit = 0,     ///< one visit: [0 duration, 1 feeling, 2 world's outcome or choice, 3 failure]
  patience = 1,  ///< word n % 4 of block n / 4: the patience after the n-th news of this visit
  channel = 2,   ///< [0 which channel]
  job = 3,       ///< work behind the line of visibility: [0 duration]; occurrence = n-th job here
  arrival = 4,   ///< agent = ordinal of the arrival: [0 gap, 1 persona, 2 start, 3 thinning]; block
                 ///< 1: [0 size of the group]; block 2: [0 time until a member comes again, 1
                 ///< comes again at all?]
  traits = 5,    ///< one word per drawn trait: word n % 4 of block n / 4 for trait n
  behaviour = 6, ///< what a person does besides the journey: [0 tells others, 1 how many, 2 to
                 ///< whom, 3 leaves without a word]
  survey = 7,    ///< [0 answers?, 1 response style, 2 noise, 3 chance to be asked]
  design = 8,    ///< experimental designs: shifts and permutations; agent = row
  promise = 9,   ///< what is announced, where that is drawn: [0 value]
  failure = 10,  ///< a resource or system out of order: [0 when, 1 how long]
  pilot = 11,    ///< the fixed pilot that estimates a parameter before the study
  sample = 12,   ///< whose journey is kept as a row: [0 score]
  sight = 13,    ///< one visit: [0 is seen behind the line of visibility?]
  talk = 14,     ///< agent tells others, occurrence = n-th time: [0 gap, 1 does who hears it come?,
                 ///< 2 their number, 3 which acquaintance]
  market = 15,   ///< agent arrives: [0 is among those who have not come yet?]
  risk = 16,     ///< one visit: [0 does the event strike?, 1 how much it takes]
  staff = 17,    ///< one visit: [0 how whoever serves feels like, 1 do they make good?]
  contact = 18,  ///< a member's acquaintances, occurrence = which: [0 far from them?, 1 who then]
  rating = 19,   ///< [0 leaves one?, 1 reads what others left?, 2 from how many stars one comes]
  help = 20,     ///< agent, touchpoint = the resource that people make: [0 helps others?]
};

} // namespace sojourn

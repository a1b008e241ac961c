// SPDX-License-Identifier: Apache-2.0
#include "sim/study/checkpoint.hpp"

#include "output/store/checked_file.hpp"
#include "output/store/sha256.hpp"
#include "sim/study/bytes.hpp"

#include <cmath>
#include <stdexcept>

namespace sojourn {
namespace {

// Whoever adds a member to these must add it below.
static_assert(sizeof(PersonaTally) ==
              8 * (22 + outcome_names.size()) + 5 * sizeof(std::vector<int>) + sizeof(SurveyTally));
static_assert(sizeof(Tally) == sizeof(TallyShape) + 14 * sizeof(std::vector<int>) + 8);
static_assert(sizeof(ArmRecord) == sizeof(Tally) + 7 * sizeof(std::vector<int>));
static_assert(sizeof(LivedRecord) == 24 + sizeof(std::vector<int>));
static_assert(sizeof(MoneyRecord) == 16 + 5 * sizeof(std::vector<int>));

template <class Archive, class T> void lay_out_persona(Archive& a, T& t) {
  for (auto* number :
       {&t.journeys,    &t.finished,    &t.censored,   &t.visits,     &t.silent,   &t.told,
        &t.remembered,  &t.experienced, &t.trust,      &t.effort,     &t.duration, &t.waited_front,
        &t.waited_back, &t.value,       &t.booked,     &t.paid,       &t.risk,     &t.risk_taken,
        &t.potential,   &t.readers,     &t.stars_read, &t.stayed_away}) {
    a(*number);
  }
  a(t.outcomes);
  a(t.agreement_of);
  a(t.agreement_met);
  a(t.kept_one);
  a(t.missed_other);
  a(t.survey);
  a(t.remembered_bins);
}

template <class Archive, class T> void lay_out_tally(Archive& a, T& t) {
  a(t.shape);
  a.length(t.personas);
  for (auto& persona : t.personas) {
    lay_out_persona(a, persona);
  }
  a(t.visits);
  a(t.affect_bins);
  a(t.flow);
  a(t.resources);
  a(t.spells);
  a(t.ledger);
  a(t.value_bins);
  a(t.value_sums);
  a(t.present);
  a(t.hours);
  a(t.wait_bins);
  a(t.weeks);
  a(t.steps);
  a(t.events);
}

template <class Archive, class T> void lay_out_record(Archive& a, T& record) {
  a(record.replications);
  a(record.n_groups);
  a(record.n_measures);
  a(record.stop_reason);
  a.length(record.arms);
  for (auto& arm : record.arms) {
    lay_out_tally(a, arm.pooled);
    a(arm.ratios);
    a(arm.resources);
    a(arm.rows);
    a(arm.pairs);
    a.length(arm.money);
    for (auto& money : arm.money) {
      lay_out_money(a, money);
    }
    a(arm.watched);
    a.length(arm.lived);
    for (auto& lived : arm.lived) {
      lay_out_lived(a, lived);
    }
  }
}

} // namespace

std::string run_key(const StudyInput& input, const StudyOptions& options,
                    const std::vector<StudySpec>& studies, const std::string& version) {
  std::string text = version + "\n" + input.text + "\n";
  for (const ArmSpec& arm : input.arms) {
    text += arm.id + "\n";
    for (const std::string& change : arm.changes) {
      text += change + "\n";
    }
  }
  text += input.arms.front().scenario.experiment.seed + "\n" + std::to_string(options.journeys) +
          "\n" + std::to_string(options.run.at_least) + "\n" + std::to_string(options.run.at_most) +
          "\n";
  for (const StudySpec& study : studies) {
    text += study.id + " " + written(study.options) + "\n";
  }
  return output::sha256_hex(text);
}

Checkpoint::Checkpoint(std::filesystem::path path, std::string key, double seconds)
    : path_(std::move(path)), key_(std::move(key)), seconds_(seconds) {}

bool Checkpoint::active() const { return std::isfinite(seconds_); }

bool Checkpoint::resume(RunRecord& record, Answers& answers) const {
  const auto bytes = output::read_checked(path_);
  if (!bytes) {
    return false;
  }
  ByteReader reader(*bytes);
  std::string key;
  reader(key);
  if (key != key_) {
    throw std::invalid_argument(path_.string() + " belongs to another run: the scenario, the seed, "
                                                 "the arms, the studies or the program differ");
  }
  lay_out_record(reader, record);
  answers.unpack(reader);
  return true;
}

void Checkpoint::save(const RunRecord& record, const Answers& answers) {
  ByteWriter writer;
  writer(key_);
  lay_out_record(writer, record);
  answers.pack(writer);
  output::write_checked(path_, writer.take());
  saved_ = Clock::now();
}

void Checkpoint::offer(const RunRecord& record, const Answers& answers) {
  if (std::chrono::duration<double>(Clock::now() - saved_).count() >= seconds_) {
    saved_ = Clock::now(); // what fails is tried again after as long
    save(record, answers);
  }
}

void Checkpoint::remove() const {
  std::error_code nothing_there;
  std::filesystem::remove(path_, nothing_there);
}

} // namespace sojourn

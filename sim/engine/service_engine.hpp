// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/engine.hpp"
#include "sim/engine/events.hpp"
#include "sim/engine/labour.hpp"
#include "sim/engine/number_set.hpp"
#include "sim/engine/place_memory.hpp"
#include "sim/engine/station.hpp"
#include "sim/engine/walk.hpp"
#include "sim/engine/watch.hpp"
#include "sim/engine/work_by_hour.hpp"

#include <array>
#include <limits>
#include <optional>
#include <vector>

namespace sojourn::inline SOJOURN_WORLD {

/// The state of one replication of the service engine. Slots are reused as people leave; memory
/// grows with the people present, not with those who came.
class ServiceEngine {
public:
  ServiceEngine(const Plan& plan, std::uint32_t replication, bool keep_rows);
  void run(const Interrupt& interrupt = {});
  /// One person alone, where nobody else matters.
  void run_alone(const Arrival& arrival) { run_only({arrival}); }
  /// These people and nobody else, in the order of arriving.
  void run_only(const std::vector<Arrival>& people);
  void watch(Onlooker* onlooker) {
    watch_ = onlooker;
    tilts_are_read_ = true; // by whoever looks
  }
  /// `now` is the plan that this engine was given; it becomes the later designs, one by one.
  void change_later(Plan& now, const PlanStages& stages);
  Tally tally;
  std::vector<JourneyRow> rows; // in the order of leaving

private:
  /// What every visit needs lies in front.
  struct alignas(64) Agent {
    std::uint32_t life = 0;  // changes when the slot is reused
    std::uint32_t visit = 0; // changes when a visit ends: its place in a queue is given up then
    std::uint32_t wait = 0;  // changes when patience starts anew or ends: older events are stale
    bool present = false, waiting = false, counted = false;
    float feeling = 0;              // as in VisitLuck, like takes
    NodeIndex refused_to = no_node; // where one goes who did not join the line
    Ticks takes = 0;
    Ticks waited_until = 0, wait_from = 0;
    Traveller traveller;
    Fields<float> fields{};
  };

  /// An event of a job says which, and above these bits who does it.
  static constexpr std::int32_t job_bits = 16;

  /// Somebody whose journey is over and who tells others of it.
  struct Talker {
    Ticks until = 0;
    double rate = 0; // per tick
    std::uint32_t agent = 0;
    float valence = 0;
    std::uint16_t n = 0;       // tellings so far
    std::uint16_t reached = 0; // acquaintances who have heard it; of a member, see there
    std::uint16_t persona = 0;
    bool silent = false; // the next event is the end of telling
  };
  static_assert(sizeof(Talker) == 32);
  /// Of all of a persona who tell at this moment: rates per week, and the same times valence, fixed
  /// point.
  struct Said {
    std::int64_t rate = 0, valence = 0;
  };
  /// What somebody knows of it before they come.
  struct Opinion {
    float heard = 0;          // what others say, -1 .. 1
    bool told = false;        // comes only because of that
    float stars = 0;          // the mean that was read
    std::int32_t ratings = 0; // of so many; 0: none was read
  };
  /// Ratings that are shown: all, or the latest in a ring.
  struct Board {
    std::int64_t n = 0, stars = 0; // of those shown
    std::vector<std::uint8_t> latest;
    std::size_t next = 0;
  };

  /// What somebody who comes again brings from the journey before.
  struct Member {
    std::uint32_t journeys = 0;
    std::int32_t served = 0;   // journeys that ended so
    std::int32_t words = 0;    // heard from other members since the last journey
    std::uint16_t reached = 0; // acquaintances outside who have heard of it
    bool due = false;          // will come again
    std::int64_t valence = 0;  // of the words, summed, fixed point
    std::array<float, n_fields> fields{};
  };

  [[nodiscard]] PersonView<float> view(Agent& agent) {
    return {agent.fields.data(), traits_of(agent).data()};
  }
  [[nodiscard]] std::size_t slot_of(const Agent& agent) const {
    return static_cast<std::size_t>(&agent - agents_.data());
  }
  /// The persona's own numbers, unless people differ.
  [[nodiscard]] const Traits<float>& traits_of(const Agent& agent) const {
    return own_traits_.empty()
               ? plan_->personas[static_cast<std::size_t>(agent.traveller.persona)].traits
               : own_traits_[slot_of(agent)];
  }
  [[nodiscard]] Job& job_of(std::uint32_t slot, std::int32_t job) {
    return jobs_[slot * static_cast<std::size_t>(plan_->n_jobs) + static_cast<std::size_t>(job)];
  }
  [[nodiscard]] const Job& job_of(std::uint32_t slot, std::int32_t job) const {
    return jobs_[slot * static_cast<std::size_t>(plan_->n_jobs) + static_cast<std::size_t>(job)];
  }
  [[nodiscard]] LedgerEntry* books_of(std::uint32_t slot) {
    return books_.data() + slot * plan_->n_touchpoints;
  }
  /// As for tilt_of_row, after `feel`.
  [[nodiscard]] const float* leaning() const { return places_.used() ? leaning_.data() : nullptr; }
  /// `first`: what luck brings to the first visit, where it is known.
  void arrive(const Arrival& arrival, const Opinion& opinion, const VisitLuck* first = nullptr);
  /// Somebody new, who may read ratings and stay away.
  void come(const Arrival& arrival, Opinion opinion, const VisitLuck* first = nullptr);
  /// Whether somebody's patience, which their tilts bend, ends somewhere.
  [[nodiscard]] static bool are_tilts_read(const Plan& plan);
  void read_ratings(const Arrival& arrival, Opinion& opinion);
  [[nodiscard]] bool stays_away(const Arrival& arrival, const Opinion& opinion) const;
  void leave_rating(const JourneyRow& row);
  void look_ahead();
  void become(std::uint32_t slot, const Arrival& arrival);
  void clear_slot(std::uint32_t slot, Ticks arrival);
  [[nodiscard]] Address talk_address(const Talker& talker) const;
  void expect_members();
  void expect_member(std::uint32_t member, Ticks from);
  void on_return(const Event& event);
  void come_again(std::uint32_t member, Ticks now, bool told);
  /// Whose journey this is, or nullptr where nobody comes again.
  [[nodiscard]] Member* member_of(std::uint32_t agent);
  void bring_memories(Agent& agent);
  void take_memories(const Agent& agent, std::int32_t exit, Ticks now);
  void begin_telling(const JourneyRow& row, Ticks now);
  void schedule_talk(std::uint32_t slot, Ticks from);
  void on_talk(const Event& event);
  [[nodiscard]] std::uint32_t number_told(std::uint32_t word);
  void say(std::int32_t persona, const Talker& talker, std::int64_t sign);
  /// Which acquaintance a telling reaches, by a keyed word; nobody_new: one who has heard it.
  [[nodiscard]] std::uint32_t reach(Talker& talker, std::uint32_t word);
  void bring(const Talker& teller, const std::array<std::uint32_t, 4>& luck, Ticks now);
  [[nodiscard]] std::uint32_t acquaintance_of(std::uint32_t member, std::uint32_t which) const;
  /// `word`: whether they come at once.
  void tell_member(std::uint32_t member, const Talker& teller, std::uint32_t word, Ticks now);
  [[nodiscard]] double coming_chance_of(const Talker& teller) const;
  [[nodiscard]] std::int32_t persona_told(std::int32_t teller, std::uint32_t word) const;
  /// Of all who could ever come, the share that has not.
  [[nodiscard]] double left_to_come() const;
  [[nodiscard]] bool is_new(const Arrival& arrival) const;
  /// The mean valence of what they are told at this moment; 0 where nobody tells.
  [[nodiscard]] float what_is_said(const Arrival& arrival) const;
  void listen(Agent& agent, const Opinion& opinion);
  void tilt_by_word(Agent& agent);
  /// Whoever ended served may be a server for a while.
  void begin_helping(std::uint32_t agent, std::int32_t exit, Ticks now);
  void help(std::size_t which, std::uint32_t member, Ticks now);
  void on_help_ended(const Event& event);
  void add_helpers(std::size_t which, std::int64_t n, Ticks now);
  void count_helpers(std::size_t which, Ticks now);
  void count_present(Ticks now);
  std::uint32_t take_slot();
  void handle(const Event& event);
  void step_to(std::uint32_t slot, NodeIndex node, Ticks now, const VisitLuck* known = nullptr);
  void draw_luck(std::uint32_t slot, const VisitLuck* known);
  void queue_up(std::uint32_t slot, Ticks now);
  /// What somebody who has just come here asks for, counted.
  Request wish(std::uint32_t slot, const WorkSpec::Other& demand, Ticks now);
  bool turns_away(std::uint32_t slot, Ticks now);
  void refuse(std::uint32_t slot, NodeIndex to, Ticks now);
  void announce(std::uint32_t slot, Ticks now);
  /// What is told, nothing where nothing is known; on the scenario's clock.
  [[nodiscard]] std::optional<Ticks> estimated_wait(std::uint32_t slot, Ticks now) const;
  [[nodiscard]] std::optional<Ticks> head_wait(std::uint32_t slot, Ticks now) const;
  [[nodiscard]] std::optional<Ticks> work_before(const PlanNode& node) const;
  [[nodiscard]] std::optional<Ticks> usual_wait(const PlanAnnouncement& says, Ticks now) const;
  void note_wait(const Agent& agent);
  /// A person in front no longer stands in the lines they joined; `except` knows already.
  void part_front(const Agent& agent, Ticks now, std::int32_t except = -1);
  [[nodiscard]] std::int32_t others_in_line(const PlanWork& work) const;
  /// Whether somebody else who is needed too is not free.
  [[nodiscard]] bool lacks_other(const Request& request, std::int32_t resource, Ticks now) const;
  void expect_opening(std::int32_t resource, Ticks now);
  void count_start(std::int32_t resource, const Request& request, Ticks now);
  void count_work(const Labour& labour);
  /// Arrivals and what becomes of them are counted of those who come now.
  [[nodiscard]] bool counts(Ticks now) const {
    return now >= plan_->warm_up && now < plan_->horizon;
  }
  [[nodiscard]] bool by_hour() const { return !tally.hours.empty(); }
  /// The row of tallies for what comes at this moment. Mostly that of the moment before.
  [[nodiscard]] std::size_t hour_row(std::size_t resource, Ticks at) {
    if (at < hour_begin_ || at >= hour_begin_ + ticks_per_hour) {
      hour_begin_ = at / ticks_per_hour * ticks_per_hour;
      hour_ = hour_of_week(at);
    }
    return resource * hours_per_week + hour_;
  }
  void prepare_hours();
  void finish_hours();
  void count_coming(const PlanWork& work, const WorkSpec::Other& demand, Ticks length, Ticks now,
                    bool again);
  void count_offered(std::int32_t resource, const Request& request);
  /// Adds one to this of everybody who came to one of the lines at `came`.
  void count_gone(const PlanWork& work, Ticks came, std::int64_t HourTally::*how);
  /// Before each service; several who serve together wait for the slowest.
  [[nodiscard]] Ticks set_up_of(const PlanWork& work, std::int32_t resource) const;
  /// Whose hours decide what closing does: of several who serve together the first named.
  [[nodiscard]] const PlanResource& hours_of(const PlanWork& work, std::int32_t resource) const;
  void release_all(const PlanWork& work);
  void serve_all(const PlanWork& work, Ticks now);
  void take_several(const PlanWork& work, const Request& request, Labour labour);
  void watch_job(std::uint32_t slot, Ticks now);
  void open_job(std::uint32_t slot, Job& job, Ticks now);
  void begin_wait(std::uint32_t slot, Ticks from);
  void schedule_patience(std::uint32_t slot, std::uint32_t nth_news, Ticks from);
  void serve(std::int32_t resource, Ticks now);
  void start(std::int32_t resource, const Request& request, Ticks now);
  bool interrupt_lower(std::int32_t resource, Ticks now);
  void withdraw_jobs(std::uint32_t slot, Ticks now);
  void start_front(std::int32_t resource, const Request& request, Ticks now);
  void start_behind(std::int32_t resource, const Request& request, Ticks now);
  void on_service_done(const Event& event);
  void on_job_done(const Event& event);
  void on_news(const Event& event);
  void on_patience(const Event& event);
  void count_visit(const Agent& agent, const Happening& happening, NodeIndex next);
  void end_visit(std::uint32_t slot, const Happening& happening);
  void feel(Agent& agent, const Happening& happening);
  NodeIndex leave_touchpoint(Agent& agent, const Happening& happening);
  void leave(std::uint32_t slot, std::int32_t exit, Ticks now);
  void leave_those_present(Ticks now);
  /// All that happens before `now` has been handled.
  void look_at_design(Ticks now);
  [[nodiscard]] bool good_enough();
  void take_design(const Plan& next, Ticks now);
  void add_servers(std::size_t which, std::int32_t more, Ticks now);
  void close_lines();
  /// `next` of tallies for who goes nowhere any more.
  [[nodiscard]] NodeIndex unfinished() const {
    return static_cast<NodeIndex>(plan_->n_touchpoints + plan_->n_exits);
  }
  [[nodiscard]] bool stale(const Request& request) const;
  [[nodiscard]] const PlanWork& work_of(const Agent& agent) const {
    return plan_->nodes[static_cast<std::size_t>(agent.traveller.node)].work;
  }
  [[nodiscard]] const PlanWork& work_of(const Request& request) const {
    return request.in_front() ? work_of(agents_[request.slot])
                              : *job_work_[static_cast<std::size_t>(request.job)];
  }
  [[nodiscard]] Station& station_of(std::int32_t resource) {
    return stations_[static_cast<std::size_t>(resource)];
  }

  const Plan* plan_;
  Walk walk_;
  ArrivalStream arrivals_;
  static constexpr std::size_t n_coming = 4 * Walk::visits_abreast;
  std::array<Arrival, n_coming> coming_;        // who comes next, from `next_` on
  std::array<VisitLuck, n_coming> coming_luck_; // of their first visits
  std::size_t next_ = 0;
  EventQueue events_;
  std::vector<Station> stations_;
  std::vector<WorkByHour> work_by_hour_; // [resource], where lines are counted by the hour
  Ticks hour_begin_ = 0;                 // of the hour asked for last
  std::size_t hour_ = 0;
  std::vector<Agent> agents_;
  std::vector<Traits<float>> own_traits_; // [slot], where somebody differs from their persona
  bool people_differ_, begin_alike_;
  bool nothing_felt_;                    // no visit changes what anybody feels, believes or chooses
  std::vector<Fields<float>> beginners_; // [persona]
  bool tilts_are_read_;                  // where the world decides what comes next too
  std::vector<Ticks> last_waits_;        // [touchpoint] of who began last there, -1: nobody yet
  std::vector<Ticks> waited_;            // [slot], in the journey so far; where a line asks for it
  std::vector<Job> jobs_;                // [slot][job]
  std::vector<const PlanWork*> job_work_;         // [job]
  std::vector<std::uint16_t> occurrences_;        // [slot][touchpoint]
  std::vector<LedgerEntry> books_;                // [slot][touchpoint], where books are kept
  PlaceMemory places_;                            // [slot]
  std::array<float, max_weighed_rows> leaning_{}; // towards the options of the choice at hand
  std::vector<std::uint32_t> free_;
  std::vector<Member> members_;
  std::vector<Talker> talkers_;
  std::vector<std::uint32_t> free_talkers_;
  NumberSet<layer_shift> told_; // numbers of those brought by talk
  std::vector<Said> said_;      // [persona]
  Board board_;
  static constexpr std::uint32_t nobody_new = 0xffffffffU;
  static constexpr std::uint32_t no_member = 0xffffffffU;
  std::vector<std::int64_t> helping_; // [helpers], people
  std::vector<Ticks> helpers_since_;  // [helpers]: servers counted up to here
  std::vector<Ticks> helps_until_;    // [member][helpers]; 0: does not help
  std::int64_t came_ = 0;             // since the first moment
  std::uint32_t replication_;
  std::int64_t counted_present_ = 0;
  std::int64_t n_present_ = 0; // since `present_since_`
  Ticks present_since_ = 0, present_hour_ends_ = ticks_per_hour;
  std::size_t present_hour_ = 0; // that present_since_ lies in
  bool keep_rows_;
  bool over_ = false;
  Plan* design_ = nullptr; // what plan_ points to, where it changes
  const PlanStages* stages_ = nullptr;
  std::size_t stage_ = 0;
  Ticks next_look_ = std::numeric_limits<Ticks>::max();
  std::int64_t seen_ = 0, seen_finished_ = 0; // of what is watched, at the last look
  Onlooker* watch_ = nullptr;
};

} // namespace sojourn::inline SOJOURN_WORLD

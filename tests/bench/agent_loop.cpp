// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/agent_loop.hpp"

#include "tests/bench/journey12.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <random>
#include <vector>

namespace sojourn::bench {
namespace {

struct Agent {
  double clock = 0, expectation = 0, trust = 0.5;
  double peak = -5, trough = 5, end = 0, sum = 0, count = 0;
  double available = 0, available_weight = 0, affect = 0, minutes = 0;
};

struct Behaviour {
  virtual ~Behaviour() = default;
  virtual void visit(Agent& agent, const Place& place, std::mt19937& generator) = 0;
};

struct Appraise final : Behaviour {
  void visit(Agent& agent, const Place& place, std::mt19937& generator) override {
    std::normal_distribution<double> feeling(place.affect, place.affect_sd);
    const double level = feeling(generator);
    const double gap = level - place.affect - agent.expectation;
    agent.affect = std::clamp(level + gap + 0.955 * std::min(gap, 0.0), -5.0, 5.0);
    agent.expectation += 0.2 * gap;
  }
};

struct Trust final : Behaviour {
  void visit(Agent& agent, const Place&, std::mt19937&) override {
    agent.trust += agent.affect >= 0 ? 0.05 * (1 - agent.trust) : -0.25 * agent.trust;
  }
};

struct Remember final : Behaviour {
  void visit(Agent& agent, const Place&, std::mt19937&) override {
    agent.peak = std::max(agent.peak, agent.affect);
    agent.trough = std::min(agent.trough, agent.affect);
    agent.end = agent.affect;
    agent.sum += agent.affect;
    agent.count += 1;
  }
};

struct Availability final : Behaviour {
  void visit(Agent& agent, const Place&, std::mt19937&) override {
    const double decay = std::exp2(-agent.minutes / (30 * 24 * 60));
    const double salience = std::exp(0.25 * std::fabs(agent.affect));
    agent.available = agent.available * decay + salience * agent.affect;
    agent.available_weight = agent.available_weight * decay + salience;
  }
};

std::vector<std::unique_ptr<Behaviour>> behaviours(bool psychology) {
  std::vector<std::unique_ptr<Behaviour>> all;
  if (psychology) {
    all.push_back(std::make_unique<Appraise>());
    all.push_back(std::make_unique<Trust>());
    all.push_back(std::make_unique<Remember>());
    all.push_back(std::make_unique<Availability>());
  }
  return all;
}

double remembered(const Agent& agent) {
  return agent.count == 0 ? 0
                          : 0.5 * agent.sum / agent.count + 0.15 * agent.peak + 0.2 * agent.trough +
                                0.15 * agent.end;
}

int choose(const Agent& agent, const Place& place, bool psychology, std::mt19937& generator) {
  std::array<double, 4> weights{};
  double total = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double tilt = !psychology                    ? 0
                        : place.edges[i].to == abandon ? -0.65 * remembered(agent)
                        : agent.available_weight > 0
                            ? 0.65 * agent.available / agent.available_weight
                            : 0;
    weights[i] = place.edges[i].share * (psychology ? std::exp(tilt) : 1);
    total += weights[i];
  }
  double u = std::uniform_real_distribution<double>(0, total)(generator);
  std::size_t i = 0;
  while (i + 1 < weights.size() && (u -= weights[i]) >= 0) {
    ++i;
  }
  return place.edges[i].to;
}

double duration(const Place& place, bool psychology, std::mt19937& generator) {
  if (!psychology) {
    return std::exponential_distribution<double>(1 / place.mean)(generator);
  }
  const double mu = std::log(place.mean) - place.sigma * place.sigma / 2;
  return std::lognormal_distribution<double>(mu, place.sigma)(generator);
}

} // namespace

std::int64_t agent_loop(bool psychology, int n_agents, std::uint32_t seed) {
  const auto models = behaviours(psychology);
  std::mt19937 generator(seed);
  std::int64_t visits = 0;
  double clocks = 0;
  for (int i = 0; i < n_agents; ++i) {
    Agent agent;
    int at = 0;
    while (at < complete) {
      const Place& place = journey12[static_cast<std::size_t>(at)];
      agent.minutes = duration(place, psychology, generator);
      agent.clock += agent.minutes;
      for (const auto& model : models) {
        model->visit(agent, place, generator);
      }
      at = choose(agent, place, psychology, generator);
      ++visits;
    }
    clocks += agent.clock;
  }
  return clocks > 0 ? visits : 0;
}

} // namespace sojourn::bench

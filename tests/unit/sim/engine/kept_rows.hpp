// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/tally.hpp"

#include <vector>

namespace sojourn {

class KeptRows final : public RowSink {
public:
  void add(const JourneyRow& row) override { rows.push_back(row); }
  std::vector<JourneyRow> rows;
};

} // namespace sojourn

// SPDX-License-Identifier: Apache-2.0
#include "output/store/draft.hpp"

#include <algorithm>
#include <limits>

#include "output/store/content_hash.hpp"
#include "output/store/errors.hpp"
#include "output/store/layout.hpp"
#include "output/store/packer.hpp"
#include "output/store/unpacker.hpp"
#include "output/store/user_block.hpp"

namespace sojourn::output {
namespace {

constexpr std::size_t chunk = h5::File::chunk_rows;

Content pack(const ResultData& data) {
  Packer packer;
  lay_out(packer, data);
  return packer.finish();
}

// Groups stand in the order of the layout although journeys are written first.
h5::File begin_file(Storage& storage) {
  h5::File file = h5::File::create(storage);
  file.set_attribute("Conventions", "CF-1.10");
  file.set_attribute("source", "sojourn");
  file.set_attribute("file_type", "sojourn-results");
  file.set_attribute("format_version", std::to_string(format_version));
  for (const DataGroup& group : pack({}).groups) {
    file.add_group(group.path, group.title);
  }
  return file;
}

void in_range(int code, int lowest, std::size_t n, const char* what) {
  if (code < lowest || (code >= 0 && static_cast<std::size_t>(code) >= n)) {
    throw StoreError(std::string(what) + " " + std::to_string(code) + " does not exist");
  }
}

// Whoever reads the result uses codes as positions.
void check_codes(const ResultData& data) {
  in_range(data.n_replications, 0, std::numeric_limits<std::size_t>::max(), "replication");
  for (const Estimate& estimate : data.estimates) {
    in_range(estimate.arm, 0, data.arms.size(), "arm");
    in_range(estimate.versus, -1, data.arms.size(), "arm");
    in_range(estimate.measure, 0, data.measures.size(), "measure");
    in_range(estimate.group, 0, data.n_groups(), "persona");
  }
  for (const Finding& finding : data.findings) {
    in_range(finding.study, 0, data.studies.size(), "study");
    in_range(finding.arm, 0, data.arms.size(), "arm");
    in_range(finding.measure, -1, data.measures.size(), "measure");
    in_range(finding.group, 0, data.n_groups(), "persona");
  }
  for (const StudyPoint& point : data.study_points) {
    in_range(point.study, 0, data.studies.size(), "study");
  }
  for (const PairShare& share : data.pair_shares) {
    in_range(share.arm, 0, data.arms.size(), "arm");
    in_range(share.group, 0, data.n_groups(), "persona");
  }
  for (std::size_t i = 0; i < data.journeys.arm.size(); ++i) {
    in_range(data.journeys.arm[i], 0, data.arms.size(), "arm");
    in_range(data.journeys.persona[i], 0, data.personas.size(), "persona");
    in_range(data.journeys.start[i], 0, data.touchpoints.size(), "touchpoint");
    in_range(data.journeys.exit[i], -1, data.exits.size(), "exit");
  }
}

ResultData unpack(const h5::File& file) {
  Unpacker unpacker(file);
  ResultData data;
  lay_out(unpacker, data);
  return data;
}

} // namespace

Draft::Draft(Storage& storage) : storage_(&storage), file_(begin_file(storage)), writer_(file_) {}

void Draft::add_rows(const JourneyRows& rows) {
  const std::size_t n = n_rows(rows);
  for (std::size_t begin = 0; begin < n; begin += chunk) {
    append_rows(pending_, rows, begin, std::min(chunk, n - begin));
    if (n_rows(pending_) >= chunk) {
      writer_.write(pending_, 0, chunk);
      remove_front(pending_, chunk);
    }
  }
}

std::string Draft::finish(const ResultData& data) {
  if (const std::size_t n = n_rows(pending_); n > 0) {
    writer_.write(pending_, 0, n);
  }
  const Content content = pack(data);
  for (const auto& [name, text] : content.attributes) {
    file_.set_attribute(name, text);
  }
  for (const DataGroup& group : content.groups) {
    for (const Dataset& dataset : group.datasets) {
      file_.add(group.path, dataset);
    }
  }
  writer_.finish(data);
  file_.close();
  std::string hash = sha256_hex(manifest_of(content, writer_.digest().manifest()));
  write_seal(*storage_, hash);
  return hash;
}

ResultData read_content(Storage& storage, bool with_journeys) {
  const h5::File file = h5::File::open(storage);
  ResultData data = unpack(file);
  if (with_journeys) {
    data.journeys = read_journeys(file);
  }
  check_codes(data);
  return data;
}

void verify(Storage& storage, const std::string& content_hash) {
  const Seal seal = check_seal(storage);
  const h5::File file = h5::File::open(storage);
  const std::string manifest = manifest_of(pack(unpack(file)), digest_journeys(file).manifest());
  if (seal.content_hash != content_hash || sha256_hex(manifest) != content_hash) {
    throw StoreError("what was written does not read back");
  }
}

} // namespace sojourn::output

// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "output/store/content.hpp"
#include "output/store/result.hpp"
#include "output/store/sha256.hpp"

// The content hash (FORMAT.md): SHA-256 of the manifest, a text with one line per attribute and
// dataset in the order of the layout, without provenance/run.
namespace sojourn::output {

/// The manifest: where two results differ, its lines say in which dataset.
std::string content_manifest(const ResultData& data);
/// 64 hex digits, equal for any threads, executor, compiler, machine.
std::string content_hash(const ResultData& data);

/// The manifest of everything but the journeys, whose lines are handed in.
std::string manifest_of(const Content& content, const std::string& journey_lines);
std::string manifest_line(const std::string& path, const std::string& type,
                          const std::vector<std::size_t>& shape, const Sha256& values);
/// float64, float32, int8, int32, int64 or text.
std::string type_name(const Values& values);
/// Numbers as they lie in the file, every NaN as the same bits; texts as their length in 8 bytes
/// and their bytes.
void add_values(Sha256& sha, const Values& values);

} // namespace sojourn::output

// SPDX-License-Identifier: Apache-2.0
#include "output/store/user_block.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>

#include "output/store/errors.hpp"
#include "output/store/h5_file.hpp"
#include "output/store/sha256.hpp"

namespace sojourn::output {
namespace {

constexpr std::size_t block_size = h5::File::user_block;
constexpr std::string_view magic = "SOJOURN-RESULTS\n";

std::string render(std::size_t n_bytes, const Seal& seal) {
  std::string text = std::string(magic) + "format " + std::to_string(format_version) + "\nbytes " +
                     std::to_string(n_bytes) + "\nsha256 " + seal.sha256 + "\ncontent " +
                     seal.content_hash + "\n";
  text += "lines " + sha256_hex(text) + "\n";
  text.resize(block_size - 1, ' ');
  return text + "\n";
}

std::string read_block(Storage& storage) {
  std::string text(std::min(block_size, storage.size()), '\0');
  if (!storage.read(0, std::as_writable_bytes(std::span(text)))) {
    throw StoreError("it cannot be read");
  }
  return text;
}

// The word after `key` at the beginning of a line; empty where there is none.
std::string field(const std::string& block, const std::string& key) {
  std::istringstream in(block);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(key + " ")) {
      return line.substr(key.size() + 1);
    }
  }
  return "";
}

void check_version(const std::string& block) {
  const std::string version = field(block, "format");
  const bool number =
      !version.empty() && version.size() < 6 &&
      std::all_of(version.begin(), version.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (number && std::stoi(version) > format_version) {
    throw StoreError("it has format " + version + ", and this program reads format " +
                     std::to_string(format_version) + ": use a newer sojourn");
  }
}

} // namespace

std::string sha256_of_rest(Storage& storage) {
  Sha256 sha;
  std::vector<std::byte> buffer(std::size_t{1} << 16);
  for (std::size_t at = block_size; at < storage.size(); at += buffer.size()) {
    const auto part = std::span(buffer).first(std::min(buffer.size(), storage.size() - at));
    if (!storage.read(at, part)) {
      throw StoreError("it cannot be read");
    }
    sha.add(part);
  }
  return sha.hex();
}

void write_seal(Storage& storage, const std::string& content_hash) {
  const std::string block = render(storage.size(), {sha256_of_rest(storage), content_hash});
  storage.write(0, std::as_bytes(std::span(block)));
}

bool looks_like_result(Storage& storage) { return read_block(storage).starts_with(magic); }

Seal check_seal(Storage& storage) {
  const std::string block = read_block(storage);
  if (block.empty()) {
    throw StoreError("it is empty");
  }
  if (!block.starts_with(magic)) {
    throw StoreError("it is no result of sojourn");
  }
  check_version(block);
  const std::string n_bytes = field(block, "bytes");
  if (block.size() < block_size || n_bytes != std::to_string(storage.size())) {
    throw StoreError("it is damaged: it has " + std::to_string(storage.size()) + " bytes" +
                     (n_bytes.empty() ? "" : " instead of " + n_bytes));
  }
  const Seal seal{field(block, "sha256"), field(block, "content")};
  if (block != render(storage.size(), seal) || seal.sha256 != sha256_of_rest(storage)) {
    throw StoreError("it is damaged: its bytes do not have the SHA-256 that it names");
  }
  return seal;
}

} // namespace sojourn::output

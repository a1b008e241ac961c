// SPDX-License-Identifier: Apache-2.0
#include "output/store/checked_file.hpp"

#include "output/store/errors.hpp"
#include "output/store/sha256.hpp"
#include "output/store/target.hpp"

#include <cerrno>
#include <fstream>
#include <string>
#include <string_view>

namespace sojourn::output {
namespace {

constexpr std::string_view magic = "sojourn checkpoint 1\n";
constexpr std::size_t digest = 64; // hexadecimal digits of a SHA-256
constexpr std::size_t header = magic.size() + digest + 1;

std::string_view as_text(const std::vector<std::byte>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void write_all(Target& target, System& system, std::string_view text) {
  off_t at = 0;
  while (!text.empty()) {
    const ssize_t n = system.write(target.descriptor(), text.data(), text.size(), at);
    if (n < 0 && errno == EINTR) {
      continue;
    }
    if (n <= 0) {
      target.fail_io(n < 0 ? errno : ENOSPC);
    }
    text.remove_prefix(static_cast<std::size_t>(n));
    at += n;
  }
}

} // namespace

void write_checked(const std::filesystem::path& path, const std::vector<std::byte>& bytes,
                   System& system) {
  Target target(path, Replace::anything, system);
  std::string text(magic);
  text += sha256_hex(as_text(bytes)) + "\n";
  text += as_text(bytes);
  write_all(target, system, text);
  target.commit();
}

std::optional<std::vector<std::byte>> read_checked(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return std::nullopt;
  }
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (text.size() < header || std::string_view(text).substr(0, magic.size()) != magic) {
    throw BadFile(path.string() + ": this is no checkpoint of sojourn");
  }
  const std::string_view body = std::string_view(text).substr(header);
  if (std::string_view(text).substr(magic.size(), digest) != sha256_hex(body)) {
    throw BadFile(path.string() + ": the checkpoint is damaged");
  }
  const auto* begin = reinterpret_cast<const std::byte*>(body.data());
  return std::vector<std::byte>(begin, begin + body.size());
}

} // namespace sojourn::output

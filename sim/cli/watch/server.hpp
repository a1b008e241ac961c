// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/cli/watch/board.hpp"

#include <memory>
#include <string>

namespace sojourn::cli {

/// Answers browsers of this machine, from threads of its own, out of the board alone: no file is
/// ever named by a request. server.cpp is the only includer of cpp-httplib.
class WatchServer {
public:
  /// Listens on 127.0.0.1; port 0 takes a free one. Throws Failure where the port cannot be had.
  WatchServer(Board& board, int port, std::string file_name);
  WatchServer(const WatchServer&) = delete;
  WatchServer& operator=(const WatchServer&) = delete;
  /// Closes the board, and ends once every answer under way is given.
  ~WatchServer();

  [[nodiscard]] int port() const;
  /// "http://127.0.0.1:8017/".
  [[nodiscard]] std::string address() const;

private:
  struct Site;
  std::unique_ptr<Site> site_;
};

} // namespace sojourn::cli

// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/watch/server.hpp"

#include "sim/cli/command.hpp"
#include "sim/cli/watch/page.hpp"

#include <httplib.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <thread>
#include <utility>

namespace sojourn::cli {
namespace {

using httplib::Request;
using httplib::Response;

constexpr const char* html = "text/html; charset=utf-8";
constexpr const char* loopback = "127.0.0.1";
/// A tab that waits for news holds a thread; more tabs than this wait for one another.
constexpr std::size_t n_threads = 32;
constexpr std::chrono::seconds longest_wait{20};

constexpr const char* no_picture = R"html(<!doctype html>
<html lang='en'><head><meta charset='utf-8'>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<title>No picture yet</title></head><body><p>There is no picture yet.</p></body></html>
)html";

std::uint64_t number_of(const std::string& text) {
  std::uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

void refuse(Response& response, int status, const std::string& words) {
  response.status = status;
  response.set_content(words + "\n", "text/plain; charset=utf-8");
}

httplib::Headers headers_of_all() {
  return {{"Cache-Control", "no-store"},
          {"X-Content-Type-Options", "nosniff"},
          {"Referrer-Policy", "no-referrer"},
          {"Cross-Origin-Resource-Policy", "same-origin"},
          {"Cross-Origin-Opener-Policy", "same-origin"}};
}

/// SO_REUSEADDR alone: with SO_REUSEPORT, the library's default, two programs would share a port.
void only_one_listener(int socket) {
  const int yes = 1;
  (void)::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

} // namespace

struct WatchServer::Site {
  Board& board;
  std::string file_name;
  int port = 0;
  httplib::Server server;
  std::thread listener;

  Site(Board& shown, std::string name) : board(shown), file_name(std::move(name)) {}

  void set_up() {
    server.set_address_family(AF_INET);
    server.set_socket_options(only_one_listener);
    server.set_tcp_nodelay(true);
    server.new_task_queue = [] { return new httplib::ThreadPool(n_threads); };
    // One answer for each connection, and no patience with one that asks nothing: else the end of
    // the program would wait for browsers.
    server.set_keep_alive_max_count(1);
    server.set_keep_alive_timeout(1);
    server.set_read_timeout(2);
    server.set_payload_max_length(0);
    server.set_default_headers(headers_of_all());
    server.set_pre_routing_handler([this](const Request& request, Response& response) {
      return may_ask(request, response) ? httplib::Server::HandlerResponse::Unhandled
                                        : httplib::Server::HandlerResponse::Handled;
    });
    server.set_error_handler([](const Request&, Response& response) {
      if (response.body.empty()) {
        refuse(response, response.status, "there is nothing here; the page is /");
      }
    });
    list_pages();
  }

  void list_pages() {
    server.Get("/", [this](const Request&, Response& response) {
      response.set_header("Content-Security-Policy", watch_policy());
      response.set_content(watch_page(board.state(), file_name), html);
    });
    server.Get("/state", [this](const Request& request, Response& response) {
      const bool waits = request.has_param("after");
      const WatchState state =
          waits ? board.wait(number_of(request.get_param_value("after")), longest_wait)
                : board.state();
      response.set_content(watch_state_json(state), "application/json");
    });
    server.Get("/report", [this](const Request&, Response& response) {
      // The report has a policy of its own inside; this one adds who may show it.
      response.set_header("Content-Security-Policy", "frame-ancestors 'self'");
      const SharedText report = board.report();
      response.set_content(report ? *report : no_picture, html);
    });
    server.Get("/result.h5", [this](const Request&, Response& response) {
      const SharedText result = board.result();
      if (!result) {
        return refuse(response, 404, "the result is not complete yet");
      }
      response.set_header("Content-Disposition",
                          "attachment; filename=\"" + download_name(file_name) + "\"");
      response.set_content(*result, "application/x-hdf5");
    });
  }

  [[nodiscard]] bool may_ask(const Request& request, Response& response) const {
    const bool own = request.get_header_value_count("Host") == 1 &&
                     is_own_host(request.get_header_value("Host"), port);
    if (!own) {
      refuse(response, 403,
             "this answers to 127.0.0.1:" + std::to_string(port) + " only; a tunnel needs the " +
                 "same port at both ends");
      return false;
    }
    if (request.method != "GET") {
      response.set_header("Allow", "GET");
      refuse(response, 405, "this can be read only");
      return false;
    }
    return true;
  }

  void bind(int wanted) {
    errno = 0;
    port = wanted == 0                             ? server.bind_to_any_port(loopback)
           : server.bind_to_port(loopback, wanted) ? wanted
                                                   : -1;
    if (port <= 0) {
      const std::string reason = errno != 0 ? std::strerror(errno) : "the system refuses it";
      throw Failure(cannot_create, "cannot listen on port " + std::to_string(wanted) + ": " +
                                       reason +
                                       "\n  name another with --port, or none to take a free one");
    }
  }
};

WatchServer::WatchServer(Board& board, int port, std::string file_name)
    : site_(std::make_unique<Site>(board, std::move(file_name))) {
  site_->set_up();
  site_->bind(port);
  site_->listener = std::thread([site = site_.get()] { site->server.listen_after_bind(); });
  while (!site_->server.is_running()) { // stop() before that would do nothing
    std::this_thread::yield();
  }
}

WatchServer::~WatchServer() {
  site_->board.close();
  site_->server.stop();
  site_->listener.join();
}

int WatchServer::port() const { return site_->port; }

std::string WatchServer::address() const {
  return "http://" + std::string(loopback) + ":" + std::to_string(port()) + "/";
}

} // namespace sojourn::cli

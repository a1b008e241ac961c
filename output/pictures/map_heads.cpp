// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/map_layout.hpp"
#include "output/pictures/palette.hpp"

#include <algorithm>
#include <array>

namespace sojourn::output::map_parts {
namespace {

struct Icon {
  std::string_view channel, path; // in a box of 14 x 14
};

constexpr std::string_view letter = "M1.3 3h11.4v8.2H1.3ZM1.3 3.4 7 8l5.7-4.6";
constexpr std::string_view screen = "M1.3 2.2h11.4v8H1.3ZM5 12.6h4M7 10.2v2.4";
constexpr std::string_view person =
    "M7 1.2a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2ZM3.6 12.6V9.2C3.6 7 5 5.8 7 5.8s3.4 1.2 3.4 "
    "3.4v3.4";
constexpr std::string_view speech = "M1.5 2.5h11v7h-6l-3 2.6v-2.6h-2Z";
constexpr std::string_view handset = "M3.2 1.5 5.4 1l1.2 3-1.5 1.1a7.5 7.5 0 0 0 3.8 3.8L10 7.4l3 "
                                     "1.2-.5 2.2c-.2.8-.9 1.2-1.6 1.1C6.3 "
                                     "11.3 2.7 7.7 2.1 3.1 2 2.4 2.4 1.7 3.2 1.5Z";
constexpr std::string_view mobile = "M4 1.2h6v11.6H4ZM6.3 10.9h1.4";
constexpr std::string_view other = "M7 2.2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.6ZM7 6.9v.2";

constexpr std::array<Icon, 16> icons = {{{"phone", handset},
                                         {"telephone", handset},
                                         {"call", handset},
                                         {"chat", speech},
                                         {"message", speech},
                                         {"walk-up", person},
                                         {"in person", person},
                                         {"counter", person},
                                         {"portal", screen},
                                         {"web", screen},
                                         {"website", screen},
                                         {"e-mail", letter},
                                         {"email", letter},
                                         {"letter", letter},
                                         {"app", mobile},
                                         {"mobile", mobile}}};

std::string_view icon_of(std::string_view channel) {
  const auto* found = std::find_if(icons.begin(), icons.end(),
                                   [&](const Icon& icon) { return icon.channel == channel; });
  return found == icons.end() ? other : found->path;
}

std::string icon(std::string_view channel, double x, double y) {
  const std::string path = element("path", {{"d", icon_of(channel)},
                                            {"fill", "none"},
                                            {"stroke", palette::quiet},
                                            {"stroke-width", "1.15"},
                                            {"stroke-linejoin", "round"},
                                            {"stroke-linecap", "round"}});
  return element("g", {{"transform", "translate(" + coordinate(x) + " " + coordinate(y) + ")"}},
                 element("title", {}, escape(channel)) + path);
}

std::string channels(const TouchpointInfo& touchpoint, double x, const Layout& l) {
  const auto room = static_cast<std::size_t>(std::max(1.0, (l.column - 8) / 18));
  const std::size_t all = touchpoint.channels.size();
  const std::size_t shown = all > room ? room - 1 : all;
  const double width = static_cast<double>(all > room ? room : all) * 18 - 4;
  std::string out;
  for (std::size_t c = 0; c < shown; ++c) {
    out += icon(touchpoint.channels[c], x - width / 2 + static_cast<double>(c) * 18, l.channels_y);
  }
  if (shown < all) {
    out += text_at(x - width / 2 + static_cast<double>(shown) * 18, l.channels_y + 11,
                   "+" + std::to_string(all - shown), {.size = 11.5, .fill = palette::quiet});
  }
  return out;
}

/// One chevron over the columns [first, last].
std::string chevron(const std::string& step, std::size_t first, std::size_t last, const Layout& l) {
  constexpr double top = 8, height = 24, point = 7;
  const double x1 = l.x(first) - l.column / 2 + 2;
  const double x2 = l.x(last) + l.column / 2 - 2;
  Path path;
  path.move(x1, top).to(x2 - point, top).to(x2, top + height / 2).to(x2 - point, top + height);
  path.to(x1, top + height);
  if (first > 0) {
    path.to(x1 + point, top + height / 2);
  }
  return element("path",
                 {{"d", path.close().text()}, {"fill", palette::wash}, {"stroke", palette::rule}}) +
         text_at((x1 + x2) / 2 + (first > 0 ? 2 : -2), top + 16.5,
                 shorten(step, 12, x2 - x1 - 18, Weight::semibold),
                 {.size = 12, .weight = Weight::semibold, .anchor = Anchor::middle});
}

std::string steps(const ResultData& result, const Layout& l) {
  std::string out;
  for (std::size_t i = 0; i < l.n;) {
    std::size_t last = i;
    while (last + 1 < l.n && result.touchpoints[last + 1].step == result.touchpoints[i].step) {
      ++last;
    }
    out += chevron(result.touchpoints[i].step, i, last, l);
    if (last + 1 < l.n) {
      const double x = l.x(last) + l.column / 2;
      out += line(x, 38, x, l.height - 4, palette::rule, 1, "1 4");
    }
    i = last + 1;
  }
  return out;
}

} // namespace

std::string draw_heads(const Which& which, const Layout& l) {
  std::string out = steps(which.result, l);
  for (std::size_t t = 0; t < l.n; ++t) {
    const TouchpointInfo& touchpoint = which.result.touchpoints[t];
    out += text_lines(l.x(t), l.names_top + 12,
                      wrap(touchpoint.name, 13, l.column - 12,
                           static_cast<std::size_t>(l.names_lines), Weight::semibold),
                      15, {.weight = Weight::semibold, .anchor = Anchor::middle});
    out += channels(touchpoint, l.x(t), l);
  }
  return out;
}

} // namespace sojourn::output::map_parts

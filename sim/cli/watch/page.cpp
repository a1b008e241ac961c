// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/watch/page.hpp"

#include "output/json.hpp"
#include "output/pictures/letters.hpp"
#include "output/pictures/page.hpp"

#include <algorithm>
#include <array>

namespace sojourn::cli {
namespace {

using output::escape;
using output::Json;

constexpr std::string_view style = R"css(
:root{color-scheme:light}*{box-sizing:border-box}
html,body{height:100%;margin:0}
body{display:flex;flex-direction:column;background:#fbfaf6;color:#1b2130;font:15px/1.45 'Source Sans 3',system-ui,sans-serif}
header{display:flex;flex-wrap:wrap;align-items:baseline;gap:2px 18px;padding:8px 16px;background:#1b2130;color:#fff}
h1{font-size:15px;font-weight:600;margin:0;overflow-wrap:anywhere}
header p{margin:0;flex:1 1 18em;min-width:0;font-variant-numeric:tabular-nums}
header a{color:#fff}
#problems{max-height:45vh;overflow:auto;padding:10px 16px;border-bottom:4px solid #c2410c;background:#fff}
#problems h2{font-size:15px;margin:0 0 6px;color:#c2410c}
#problems pre{margin:0 0 10px;font:13px/1.45 ui-monospace,'DejaVu Sans Mono',monospace;white-space:pre-wrap;overflow-wrap:anywhere}
#problems.warnings{border-bottom-color:#9c5c00}#problems.warnings h2{color:#7a4800}
#stale{margin:0;padding:6px 16px;background:#fdeee4;color:#7c2d12;font-weight:600}
main{position:relative;flex:1;min-height:0}
iframe{position:absolute;inset:0;width:100%;height:100%;border:0;background:#fbfaf6}
iframe.old{opacity:.55}
[hidden]{display:none!important}
:focus-visible{outline:3px solid #0068a8;outline-offset:2px}header :focus-visible{outline-color:#fff}
@media print{header,#problems,#stale{display:none}}
)css";

// A new picture is loaded behind the old one and changes places with it once it is there, at the
// same place of the page and with the same design and person chosen.
constexpr std::string_view script = R"js(
'use strict';
(() => {
  const by = id => document.getElementById(id);
  let shown = Number(document.body.dataset.picture), version = Number(document.body.dataset.version);
  const frame = () => document.querySelector('iframe');
  const keep = (from, to) => {
    for (const choice of from.querySelectorAll('input[type=radio]:checked')) {
      const same = choice.id && to.getElementById(choice.id);
      if (same) same.checked = true;
    }
    for (const [i, open] of [...from.querySelectorAll('details')].entries()) {
      const same = to.querySelectorAll('details')[i];
      if (same && open.open) same.open = true;
    }
  };
  const draw = picture => {
    const old = frame(), next = document.createElement('iframe');
    next.title = old.title;
    next.style.visibility = 'hidden';
    next.addEventListener('load', () => {
      try {
        keep(old.contentDocument, next.contentDocument);
        next.contentWindow.scrollTo(0, old.contentWindow.scrollY);
      } catch { /* the old one was never there */ }
      next.style.visibility = '';
      old.remove();
    }, {once: true});
    for (const other of document.querySelectorAll('iframe:not(:first-of-type)')) other.remove();
    next.src = '/report?picture=' + picture;
    by('picture').append(next);
  };
  const tell = state => {
    by('words').textContent = state.words;
    const box = by('problems');
    box.hidden = state.problems.length === 0;
    box.className = state.phase === 'refused' ? '' : 'warnings';
    by('count').textContent = state.heading;
    by('list').replaceChildren(...state.problems.map(problem => {
      const pre = document.createElement('pre');
      pre.textContent = problem.text;
      return pre;
    }));
    by('stale').hidden = !state.stale;
    by('save').hidden = state.content_hash === null;
    if (state.picture !== shown) {
      shown = state.picture;
      draw(shown);
    }
    for (const each of document.querySelectorAll('iframe')) each.classList.toggle('old', state.stale);
    version = state.version;
  };
  const listen = async () => {
    for (;;) {
      try {
        const answer = await fetch('/state?after=' + version, {cache: 'no-store'});
        tell(await answer.json());
      } catch {
        by('words').textContent = 'The program has ended. Start sojourn watch again and reload.';
        await new Promise(done => setTimeout(done, 1000));
      }
    }
  };
  listen();
})();
)js";

std::string_view phase_name(WatchPhase phase) {
  switch (phase) {
  case WatchPhase::starting:
    return "starting";
  case WatchPhase::simulating:
    return "simulating";
  case WatchPhase::finished:
    return "finished";
  case WatchPhase::refused:
    return "refused";
  }
  return "";
}

std::string heading(const WatchState& state) {
  const std::size_t n = state.problems.size();
  const std::string what = has_errors(state.problems) ? "problem" : "warning";
  return n == 0 ? "" : std::to_string(n) + " " + what + (n == 1 ? "" : "s");
}

std::string problems_section(const WatchState& state) {
  std::string list;
  for (const Problem& problem : state.problems) {
    list += "<pre>" + escape(render(problem, false)) + "</pre>\n";
  }
  return std::string("<section id='problems' aria-live='polite'") +
         (state.phase == WatchPhase::refused ? "" : " class='warnings'") +
         (state.problems.empty() ? " hidden" : "") + "><h2 id='count'>" + escape(heading(state)) +
         "</h2><div id='list'>" + list + "</div></section>\n";
}

std::string head(const WatchState& state, std::string_view file_name) {
  const bool waits = state.phase == WatchPhase::starting || state.phase == WatchPhase::simulating;
  return "<!doctype html>\n<html lang='en'><head><meta charset='utf-8'>\n"
         "<meta name='viewport' content='width=device-width,initial-scale=1'>\n"
         "<noscript><meta http-equiv='refresh' content='" +
         std::string(waits ? "2" : "5") + "'></noscript>\n<title>" + escape(file_name) +
         " · Sojourn watch</title>\n<link rel='icon' href='data:,'>\n<style>" + std::string(style) +
         "</style></head>\n";
}

} // namespace

std::string watch_page(const WatchState& state, std::string_view file_name) {
  const std::string hidden_result = state.content_hash.empty() ? " hidden" : "";
  return head(state, file_name) + "<body data-version='" + std::to_string(state.version) +
         "' data-picture='" + std::to_string(state.picture) + "'>\n<header><h1>" +
         escape(file_name) + "</h1><p id='words' role='status'>" + escape(state.words) +
         "</p><a href='/report' target='_blank'>Report alone</a><a id='save' href='/result.h5'" +
         hidden_result + ">Save the result</a></header>\n" + problems_section(state) +
         "<p id='stale'" + (state.stale() ? "" : " hidden") +
         ">The picture below is of an earlier version of the file.</p>\n"
         "<main id='picture'><iframe title='Report' src='/report'" +
         (state.stale() ? " class='old'" : "") + "></iframe></main>\n<script>" +
         std::string(script) + "</script></body></html>\n";
}

std::string watch_policy() {
  return "default-src 'none'; style-src '" + output::page::content_hash(style) + "'; script-src '" +
         output::page::content_hash(script) +
         "'; connect-src 'self'; frame-src 'self'; img-src data:; base-uri 'none'; "
         "form-action 'none'; frame-ancestors 'none'";
}

std::string watch_state_json(const WatchState& state) {
  Json json;
  json["version"] = state.version;
  json["edition"] = state.edition;
  json["phase"] = phase_name(state.phase);
  json["words"] = state.words;
  json["heading"] = heading(state);
  json["problems"] = Json::array();
  for (const Problem& problem : state.problems) {
    json["problems"].push_back(
        {{"file", problem.file},
         {"line", problem.line},
         {"column", problem.column},
         {"severity", problem.severity == Severity::error ? "error" : "warning"},
         {"message", problem.message},
         {"why", problem.why},
         {"hint", problem.hint},
         {"text", render(problem, false)}});
  }
  json["picture"] = state.picture;
  json["stale"] = state.stale();
  json["replications"] = state.replications;
  json["content_hash"] = state.content_hash.empty() ? Json() : Json(state.content_hash);
  return output::json_text(json);
}

bool is_own_host(std::string_view host, int port) {
  const std::string end = ":" + std::to_string(port);
  const std::array<std::string, 2> own = {"127.0.0.1" + end, "localhost" + end};
  const bool whole = std::find(own.begin(), own.end(), host) != own.end();
  return whole || (port == 80 && (host == "127.0.0.1" || host == "localhost"));
}

std::string download_name(std::string_view file_name) {
  const std::size_t dot = file_name.rfind('.');
  std::string name;
  for (const char c : file_name.substr(0, dot)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || (c == '.' && !name.empty());
    name += plain ? c : '_';
  }
  return (name.empty() ? "result" : name) + ".h5";
}

} // namespace sojourn::cli

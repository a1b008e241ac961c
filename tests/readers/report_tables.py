# SPDX-License-Identifier: Apache-2.0
"""Sections that are mostly tables or sentences: queues by hour, people, how it was made."""
import math

import report_studies
from report_page import Untrue, plain


def hours(section, r):
    get = lambda name, arm, resource: r["hours/" + name][arm, resource]
    label = lambda hour: ("Mon Tue Wed Thu Fri Sat Sun".split()[hour // 24]
                          + f" {hour % 24}\u2013{hour % 24 + 1}")
    largest = lambda values: max(((v, -h) for h, v in enumerate(values) if v > 0),
                                 default=(math.nan, None))
    names = r["resources/resource_name"]
    said = {}
    for row in section.tables[0][1:]:
        resource = [plain(n) for n in names].index(row[0].text)
        arm = [r.short(a) for a in range(len(r.arms))].index(row[1].text)
        (worked, busy), (wait, slow) = (largest(get(x, arm, resource))
                                        for x in ("utilisation", "wait_mean"))
        row[2].same("\u2013" if busy is None else label(-busy))
        row[3].equals(100 * worked)
        row[4].same("\u2013" if slow is None else label(-slow))
        at = lambda name: math.nan if slow is None else get(name, arm, resource)[-slow]
        for cell, value in zip(row[5:], (wait, at("line"), 100 * at("in_time"), 100 * at("gave_up"))):
            cell.equals(value)
        if slow is None:
            continue
        said[f"{row[0].text}, {row[1].text}"] = f"the longest mean wait {wait:.1f} min, {label(-slow)}"
    for figure in section.figures:
        description = figure.said()
        for part in description.text.rstrip(".").split(". "):
            who, _, what = part.partition(": ")
            if said.get(who) != what:
                raise Untrue(f"{section.name}: {part!r}, the result: {said.get(who)!r}")
        description.same(description.text)
        for piece in figure.texts():
            piece.leave("ticks of an axis", "^\\d+(?:\\.\\d+)?(?: %)?$")


def stakeholders(section, r):
    for row in section.tables[0][1:]:
        at = [plain(r.groups[list(r["scenario/persona"]).index(s)]) for s in
              r["stakeholders/stakeholder"]].index(row[0].text)
        row[1].same(r["stakeholders/role"][at])
        for cell, column in zip(row[2:], ("influence", "interest", "weight")):
            cell.equals(r["stakeholders/" + column][at])


def described(section, r):
    values = {plain(v) for v, p in zip(r["parameters/value"], r["parameters/provenance"])
              if p == "described"}
    for *_, what, text in section.tables[0][1:]:
        if text.text not in values:
            raise Untrue(f"{section.name}: {text.text!r} is not among what the scenario says")
        text.same(text.text)


def days_and_weeks(hours):
    return hours / 168 if hours >= 14 * 24 or hours == 168 else hours / 24 if hours >= 48 else hours


def grounds_of(r):
    """How many numbers stand on what, and how many in each part of the scenario without evidence."""
    counts, bare, known = [0] * 7, {}, set()
    for path, kind, source in zip(*(r["parameters/" + x] for x in ("parameter", "provenance",
                                                                    "source"))):
        if kind == "described":
            continue
        own, part = source.startswith("this scenario"), path.partition(".")[0]
        at = (1 if kind == "calibrated" else 2 if kind in ("published", "derived") and own
              else 0 if kind in ("published", "derived") else 3 if kind == "assumption" and own
              else 5 if kind == "assumption" else 6 if kind == "default" else 4)
        counts[at] += 1
        if at < 3:
            known.add(part)
        elif at < 5:
            bare[part] = bare.get(part, 0) + 1
    return counts, {part: n for part, n in bare.items() if part not in known}


def making(section, r):
    grounds, bare = grounds_of(r)
    plan = section.of("p")
    for piece in plan:
        for pattern, values in (
                ("^(\\d+) designs?, (\\d+) personas?, (\\d+) touchpoints?; ([\\d\u202f]+) journeys",
                 [len(r.arms), len(r.groups) - 1, len(r.touchpoints),
                  r["summary/journeys_per_replication"]]),
                ("^([\\d.]+) \\w+ simulated, the first ([\\d.]+) \\w+",
                 [days_and_weeks(r["summary/horizon"]), days_and_weeks(r["summary/warm_up"])]),
                ("^([\\d.]+) \\w+ simulated\\.", [days_and_weeks(r["summary/horizon"])]),
                ("MSER-5.*at least the first (\\d+) h", [max((v for v in r.data.get("scenario/arm_suggested_warm_up", []) if v == v), default=0)]),
                ("^(\\d+) replications;", [r["summary/n_replications"]]),
                ("(\\d+) of (\\d+) parameters?", [sum(grounds[3:]), sum(grounds)]),
                ("^Up to ([\\d.]+) % of", [100 * r["summary/censored_share"]])):
            if report_studies.search(pattern, piece):
                piece.part(pattern, *values)
        piece.leave("name of a method", "MSER-5")
        if report_studies.search("^\\d+ parameters?:", piece):
            piece.equals(sum(grounds), *(n for n in grounds if n))
        elif "stand behind: " in piece.text:
            piece.equals(*(n for _, n in sorted(bare.items())))
        elif piece.text.startswith("Stopped at"):
            piece.same(f"Stopped at {r.attributes['stop_reason']}.")
        elif piece.text.startswith("Seed"):
            piece.same(f"Seed {r.attributes['seed']}. {r['provenance/run/program_version']}, "
                       f"{r['provenance/run/library_versions']}.")
        elif piece.text.startswith("Scenario "):
            piece.same(f"Scenario {r['provenance/run/scenario_path']}, SHA-256 "
                       f"{r.attributes['scenario_sha256'][:12]}.")
        elif piece.text == plain(r["provenance/run/command_line"]):
            piece.same(piece.text)
    for piece, warning in zip(section.of("li"), r.data.get("summary/warning_text", [])):
        piece.same(warning)
    *designs, parameters = section.tables
    for arm, cells in enumerate(designs[0][1:] if designs else [], 1):
        cells[0].same(r.long(arm))
        cells[1].same(r["scenario/arm_because"][arm])
        cells[2].same("".join(t for t, a in zip(r["scenario/change_text"],
                                                r["scenario/change_arm"]) if a == arm))
    told = [i for i, p in enumerate(r["parameters/provenance"]) if p != "described"]
    for i, cells in zip(told, parameters[1:]):
        for cell, column in zip(cells, ("parameter", "value", "unit", "provenance", "band", "source")):
            cell.same(r["parameters/" + column][i])

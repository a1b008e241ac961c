#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""report_numbers.py SOJOURN SOURCES: every number in a report equals its dataset in the result file.

Runs: scenarios/incident.yaml, a journey with studies of other kinds (report_numbers.yaml says
which), and scenarios/ecampus.yaml, whose design changes on the way. Of each report every number in
text, tables, drawings and their descriptions is compared with the result, or is one of the few that
are no results (`left out`, named); one that is neither fails. And in each section one digit after
the other is changed, which must be refused.
"""
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import report_map
import report_studies
import report_tables
from report_page import Page, Untrue, Walk, plain
from report_result import Result

LEAST = {  # numbers that are compared at least, by section, in the report of the incident journey
    "head": 15, "tiles": 60, "The journey, as people live it": 1500,
    "Eight questions, asked of every journey": 20, "What each change does": 800,
    "Queues by hour": 90, "Where does value leak, and what would closing it be worth?": 300,
    "What does each bias do here?": 120, "Green outside, red inside": 35, "What was promised": 45,
    "What should be fixed first?": 200, "How this was made": 400,
    "What does the comparison say beyond the differences?": 12, "Who and what, in words": 0}


OTHERS = {"The journey, as people live it": 350, "What each change does": 500,
          "Green outside, red inside": 20, "What was promised": 25, "Whose voice counts": 3, "Whose voice counts, on a map": 5,
          "From resources to purpose": 20,
          "What both see, one sees, nobody sees": 32, "What if these numbers were others?": 80,
          "How much of the doubt comes from which assumption?": 60,
          "Which assumptions matter at all?": 30,
          "Where does value leak, and what would closing it be worth?": 350}
CAMPUS = {"What was changed on the way?": 60, "From resources to purpose": 40,
          "Who and what, in words": 0}
GRID = {"What if these numbers were others?": 45}


def interval(estimate, scale):
    return [scale * v for v in (estimate.lower, estimate.upper)]


def head(section, r):
    level, name = r.estimates[0].level * 100, r.headline()
    eyebrow, *_, answer = [p for p in section.of("p") if "notice" not in p.attributes.get("class", "")]
    eyebrow.part("(\\d+) paired replications \u00b7 ([\\d\u202f]+) journeys in each \u00b7 seed (\\d+)",
                 r["summary/n_replications"], r["summary/journeys_per_replication"],
                 int(r.attributes["seed"]))
    for piece in section.of("h1") + section.of("p", "kicker") + section.of("p", "eyebrow"):
        piece.leave("words of the scenario")
    scale, number = r.scale(name), "([\u2212\\d.]+)"
    for found in list(report_studies.finditer(
            f"\u201c([^\u201d]*)\u201d (?:seems to )?(?:lifts?|lowers?) (?:the [^(]*?|it) by {number}(?: pp|\u00a0?\\S*| points)? "
            f"\\((?:(\\d+) % interval )?{number} to {number}\\)", answer)):
        e = r.estimate(r.arm_named(found[1]), name, 0)
        values = [abs(e.value) * scale] + [level] * bool(found[3]) + interval(e, scale)
        answer.equals(*values, span=(found.end(1), found.end()))
    materials(answer, r, name)
    for found in list(report_studies.finditer("(\\d+) % of journeys against (\\d+) %", answer)):
        fits = [a for a in r.agreements if (e := r.estimate(0, r.measure(a.id)))
                and f"{100 * e.value:.0f}" == found[1] and f"{100 * a.target:.0f}" == found[2]]
        if not fits:
            raise Untrue(f"head: no agreement is as {found[0]!r} says")
        answer.equals(100 * r.estimate(0, r.measure(fits[0].id)).value, 100 * fits[0].target,
                      span=found.span())
    for found in list(report_studies.finditer(
            f"won back by \u201c([^\u201d]*)\u201d: \\S+ {number} per journey \\({number} to {number}\\)", answer)):
        arm = r.arm_named(found[1])
        e = r.estimate(arm, r.measure("value_realised"), 0)
        answer.equals(abs(e.value), e.lower, e.upper, span=(found.end(1), found.end()))
        left = re.search(", of which [^.(]* leaves? |, but it costs", answer.left)
        if left:
            e = r.estimate(arm, r.measure("net_value"), 0)
            ends = [e.lower, e.upper] if "which" in left[0] else [-e.upper, -e.lower]
            answer.equals(abs(e.value), *ends, span=(left.start(), len(answer.left)))
    singles = len(report_studies.single_changes(r))
    for found in report_studies.finditer("(\\d+) more changes are", answer):
        answer.equals(singles - 2, span=found.span())
    report_studies.count_words(answer, [a for a in r.agreements])


def materials(answer, r, measure):
    """Whether a difference is material, where a margin was declared: in words after its design."""
    number, scale = "([\u2212+\\d.]+)", r.scale(measure)
    for found in list(report_studies.finditer(
            f"\\((\\d+) % interval {number} to {number}, within \u00b1{number}\\S*\\)|\\(\u00b1{number}\\S*\\)", answer)):
        arm = r.arm_named(re.findall("\u201c([^\u201d]*)\u201d", answer.text[:found.start()])[-1])
        f = {f.quantity: f for f in r.findings if (f.arm, f.measure, f.persona) == (arm, measure, 0)}
        within, margin = f["equivalence"], f["margin"].value * scale
        whole = [100 * within.level, *interval(within, scale), margin]
        answer.equals(*(whole if found[1] else [margin]), span=found.span())


def tiles(section, r):
    names = {plain(r.name(m)): m for m in range(len(r.measures))}
    for title, note, figure in zip(section.of("b"), section.of("p"), section.figures):
        measure = names[title.text]
        note.same(r.note(measure) + ("; target dashed" if r.agreement(measure) else ""))
        title.leave("words of the scenario")
        walk, said, scale = Walk(figure), [], r.scale(measure)
        for arm in range(len(r.arms)):
            e = r.estimate(arm, measure)
            walk.words(r.short(arm))
            walk.equals(e.value * scale)
            said += [e.value * scale] + interval(e, scale)
        figure.said().equals(*said)


def difference_rows(r):
    rows = [(m, 0, r.name(m), r.agreement(m).text if r.agreement(m) else r.note(m))
            for m in r.headlines()[:12]]
    people = r.headline()
    return rows + [(people, g, r.groups[g], "") for g in range(1, len(r.groups))
                   if r.estimate(0, people, persona=g)]


def differences(section, r):
    arms = range(1, len(r.arms))
    for figure in section.figures:
        walk = Walk(figure)
        for measure, group, name, note in difference_rows(r):
            level, scale = r.estimate(0, measure, persona=group), r.scale(measure)
            while walk.sees() not in plain(name) or not walk.sees():
                piece = walk.next()
                if "% interval" in piece.text:
                    piece.equals(100 * r.estimates[0].level)
            walk.words(name)
            if group and not figure.small:
                walk.equals(100 * r["scenario/persona_share"][group])
            elif note and not figure.small:
                walk.words(note)
            walk.equals(level.value * scale)
            for arm in arms:
                e = r.estimate(arm, measure, 0, group)
                walk.words(r.short(arm))
                shown = [[e.value * scale], interval(e, scale)]
                for values in reversed(shown) if figure.small else shown:
                    walk.equals(*values)
        figure.said().equals(*[r.estimate(arm, m, 0).value * r.scale(m)
                               for m, g, _, _ in difference_rows(r) if not g for arm in arms])
    rows = iter(section.tables[0][1:])
    for measure in range(len(r.measures)):
        for arm in range(len(r.arms)):
            name, design, level, level_range, change, change_range, p = next(rows)
            name.same(r.name(measure))
            design.same(r.short(arm))
            e, scale = r.estimate(arm, measure), r.scale(measure)
            level.equals(e.value * scale if e else None)
            if e and e.note:
                level_range.part(f"\\(({report_studies.escaped(e.note)})\\)")
                level_range.leave("notes of the result", "\\(.*")
            level_range.equals(*(interval(e, scale) if e else []))
            d = r.estimate(arm, measure, 0) if arm else None
            change.equals(d.value * scale if d else None)
            change_range.equals(*(interval(d, scale) if d else []))
            p.equals(d and (0.001 if d.p_holm < 0.0005 else d.p_holm))


def watermelon(section, r):
    journeys = {k: r["journeys/" + k] for k in ("arm", "exit", "remembered", "duration")}
    lost = [e for e, x in enumerate(r.exits) if x.outcome not in ("served", "off-boarded")]
    xla = next(a for a in r.agreements if a.kind == "XLA")
    sla = next(a for a in r.agreements if a.kind == "SLA")
    least = float(xla.text.split("at least ")[1].split(" ")[0].replace("\u2212", "-"))
    well = badly = left = 0
    for arm, out, memory, time in zip(*journeys.values()):
        if arm == 0 and out >= 0 and memory == memory and time > 0:
            left += out in lost
            well += out not in lost and memory >= least
            badly += out not in lost and memory < least
    shares = [100 * n / (well + badly + left) for n in (well, badly, left)]
    for figure in section.figures:
        figure.said().equals(*shares)
        walk = Walk(figure)
        while walk.sees() not in ("gave up", "left on the way"):
            walk.next().leave("ticks of an axis")
        walk.next()
        for share in (shares[2], shares[0]):
            walk.equals(share)
        if not walk.next().text.endswith(" well"):
            raise Untrue(f"{section.name}: the upper share is not of those who remember it well")
        walk.equals(shares[1])
        walk.next()
        walk.equals(least)
        walk.past("rind: SLA kept \u00b7 flesh: XLA kept, red where not")
        arms = []
        while walk.sees() != "Everyone":
            arms.append([r.short(a) for a in range(len(r.arms))].index(walk.next().text))
        for group, name in enumerate(r.groups):
            walk.words(name)
            for arm in arms:
                for kept in (sla, xla):
                    walk.equals(100 * r.estimate(arm, r.measure(kept.id), persona=group).value)


def agreements(section, r):
    rows = iter(section.tables[0][1:])
    for kept in r.agreements:
        measure = r.measure(kept.id)
        for arm in range(len(r.arms)):
            *first, design, share, share_range, target, _ = next(rows)
            for cell in first:
                cell.same(f"{kept.kind}: {kept.text}")
            e = r.estimate(arm, measure)
            design.same(r.short(arm))
            share.equals(100 * e.value)
            share_range.equals(*interval(e, 100))
            target.equals(100 * kept.target)


SECTIONS = {"head": head, "tiles": tiles, "The journey, as people live it": report_map.journey,
            "Eight questions, asked of every journey": report_map.questions,
            "What each change does": differences, "Queues by hour": report_tables.hours,
            "Green outside, red inside": watermelon, "What was promised": agreements,
            "Whose voice counts": report_tables.stakeholders, "Who and what, in words": report_tables.described,
            "How this was made": report_tables.making}


def check(section, r):
    """Compares a section; raises Untrue where something in it is not as the result says."""
    section.reset()
    try:
        (SECTIONS.get(section.name) or report_studies.rule_of(section, r))(section, r)
    except (StopIteration, ValueError, KeyError, IndexError, AttributeError, TypeError) as problem:
        raise Untrue(f"{section.name}: not built as expected: {problem!r}") from problem
    if section.untold():
        raise Untrue("\n".join(section.untold()[:12]))
    return section.compared()


def refuses_changes(section, r, n, luck):
    """Of n compared numbers one digit is changed; each such page must be refused."""
    digits = lambda p: [i for i, c in enumerate(p.text) if c.isdigit() and p.left[i] == "\u00b7"]
    compared = [p for p in section.pieces if p.compared]
    chosen = [(p, p.written, luck.choice(digits(p)))
              for p in luck.sample(compared, min(n, len(compared)))]
    changes = [(p, told, p.text[:at] + str((int(p.text[at]) + 4) % 10) + p.text[at + 1:])
               for p, told, at in chosen]
    changes += [(p, p.written, p.text + " and 4711") for p in section.of("p")[-1:]]  # untold
    for piece, told, changed in changes:
        piece.written = changed
        try:
            check(section, r)
        except Untrue:
            piece.written = told
            continue
        raise Untrue(f"{section.name}: {changed!r} went unseen; it was {told!r}")
    check(section, r)


def run(program, scenario, folder, *words):
    result = Path(folder) / "r.h5"
    subprocess.run([program, "run", scenario, "-n", "4", "-q", "-o", result, *words], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return Result(result), Page(result.with_suffix(".html").read_text(encoding="utf-8"))


def report(least, luck, *arguments):
    with tempfile.TemporaryDirectory() as folder:
        r, page = run(*arguments[:2], folder, *arguments[2:])
    problems, all_compared = [], 0
    for section in page.sections:
        try:
            n = check(section, r)
            refuses_changes(section, r, 3, luck)
        except Untrue as untrue:
            problems.append(str(untrue))
            continue
        all_compared += n
        print(f"{n:6d}  {section.name}; left out: {section.left_out or 'nothing'}")
        if n < least.get(section.name, 1):
            problems.append(f"{section.name}: only {n} numbers compared")
    missing = set(least) - {section.name for section in page.sections}
    problems += [f"there is no section {name!r}" for name in missing]
    if problems:
        raise SystemExit("\n".join(problems))
    print(f"{all_compared:6d}  numbers of {Path(arguments[1]).name} are the result's")


def main():
    program, sources = sys.argv[1:]
    others = Path(__file__).with_name("report_numbers.yaml")
    luck = random.Random(7)
    report(LEAST, luck, program, Path(sources) / "scenarios" / "incident.yaml")
    report(OTHERS, luck, program, others)
    report(CAMPUS, luck, program, Path(sources) / "scenarios" / "ecampus.yaml")
    with tempfile.TemporaryDirectory() as folder:
        grid = Path(folder) / "grid.yaml"
        one = "{ resources.mechanics.capacity: [2, 3, 4] }"
        text = others.read_text(encoding="utf-8")
        assert one in text
        two = one[:-1] + ", touchpoints.hand_in.promise.ride_within: [4 h, 6 h] }"
        grid.write_text(text.replace(one, two), encoding="utf-8")
        report(GRID, luck, program, grid, "--study", "sweep")


main()

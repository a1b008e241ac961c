# SPDX-License-Identifier: Apache-2.0
"""The journey map's numbers: visits, who goes where, moods, memories, waits, how busy staff is."""
import math
import re

import numpy

from report_page import Untrue, Walk, plain

LEAST_DRAWN = 0.5  # per 100 journeys


def in_words(minutes):
    """In the unit in which a duration is said."""
    return minutes / (1440 if minutes >= 2880 else 60 if minutes >= 240 else 1)


class Map:
    """What one map draws, of one arm and one group."""

    def __init__(self, r, arm, group):
        self.r, self.arm, self.group = r, arm, group
        of = lambda name: r["map/" + name][arm, group]
        self.visits, self.mean, self.wait = of("visits"), of("affect_mean"), of("wait_mean")
        self.moods, self.after, self.flow = of("affect_quantile"), of("remembered_running"), of("flow")
        self.remembered = of("remembered_quantile")
        self.n = len(self.visits)
        self.flow = numpy.nan_to_num(self.flow)

    def level(self, values, level):
        return values[[abs(x - level) < 1e-9 for x in self.r["map/quantile"]].index(True)]

    def ends(self):
        return self.flow[:, self.n:].sum(axis=0)

    def served(self, end):
        return end < len(self.r.exits) and self.r.exits[end].outcome == "served"

    def ribbons(self):
        """(from, to, amount) in the order they are drawn: wide ones, then arrivals and drops."""
        thick, thin, rest = [], [], 0
        for a in range(self.n + 1):
            for b in range(self.flow.shape[1]):
                amount = self.flow[a, b]
                if amount < LEAST_DRAWN or (a == self.n and b >= self.n):
                    rest += amount
                    continue
                late = (b >= self.n and not self.served(b - self.n)) or (a == self.n and b > 0)
                (thin if late else thick).append((a, b, amount))
        return thick, thin, rest

    def before(self, t):
        """Mean memory of those who come, by where they come from."""
        rows = [(self.flow[a, t], self.after[a]) for a in range(self.n)
                if a != t and self.flow[a, t] > 0 and math.isfinite(self.after[a])]
        people = sum(n for n, _ in rows)
        return sum(n * m for n, m in rows) / people if people >= 5 else math.nan

    def moment(self, t, text):
        """Numbers of a moment's words, in their order."""
        if "visits per 100 journeys" in text:
            waits = [in_words(self.wait[t])] if self.wait[t] >= 1 else []
            return [self.visits[t], 100, self.mean[t]] + waits
        before = self.before(t)
        rises = [abs(self.after[t] - before)] if "by" in text.split() else []
        if (" rises " in text and self.after[t] < before) or (" falls " in text and self.after[t] > before):
            raise Untrue(f"{text!r}: it moved from {before} to {self.after[t]}")
        return rises + [self.after[t]]


def moments_said(figure, m):
    """The description: ends, then pain points and moments of truth, which the drawing repeats."""
    said, values, moments = figure.said(), [], []
    values += [x for e in range(len(m.r.exits)) for x in (m.ends()[e], 100)]
    names = sorted(range(m.n), key=lambda t: -len(m.r.touchpoints[t]))
    for part in said.text.split(". "):
        for kind in ("Pain point ", "Moment of truth "):
            if part.startswith(kind):
                t = next(t for t in names if part.startswith(kind + m.r.touchpoints[t] + ": "))
                text = part[len(kind + m.r.touchpoints[t]) + 2:].rstrip(".")
                moments.append(text)
                values += m.moment(t, text)
    for name in m.r.touchpoints + [e.name for e in m.r.exits]:
        if any(c.isdigit() for c in name):
            said.leave("words of the scenario", name)
    said.equals(*values)
    return moments


def columns(figure, m):
    """The tip of every column that is visited."""
    titles = [p for p in figure.pieces if p.tag == "title" and "visits per 100 journeys." in p.text]
    shown = [t for t in range(m.n) if m.visits[t] > 0]
    if len(titles) != len(shown):
        raise Untrue(f"{figure.name}: {len(titles)} columns, {len(shown)} places visited")
    for t, piece in zip(shown, titles):
        name = m.r.touchpoints[t] + ". "
        if not piece.text.startswith(name):
            raise Untrue(f"{piece.text!r} stands at {name!r}")
        values = [m.visits[t], 100]
        mood = [m.level(m.moods[t], q) for q in (0.5, 0.25, 0.75)]
        values += mood if math.isfinite(mood[0]) else []
        values += [m.wait[t]] if m.wait[t] >= 0.05 else []
        piece.equals(*values, m.after[t], span=(len(name), len(piece.left)))
        piece.leave("words of the scenario", "^" + ".{%d}" % len(name))


def feelings(walk, m, moments):
    """From the scale to the lanes of the flow: the memory at the end, and the moments again."""
    while walk.sees() != "How it feels":
        piece = walk.next()
        if piece.text in m.r.all_texts():
            piece.leave("words of the scenario", ".*[A-Za-z].*")
    walk.next()
    for word in ("delighted", "neutral", "desperate"):
        while not walk.sees().startswith(word):
            walk.next()
        walk.next().leave("ticks of an axis")
    median = m.level(m.remembered, 0.5)
    while walk.sees() != "at the end":
        walk.next()
    walk.next()
    if math.isfinite(median):
        walk.equals(median)
    while walk.sees() != "Who goes":
        told = walk.sees()
        fits = [x for x in moments if x.startswith(told.removesuffix("\u2026"))] if told else []
        if fits and ("100" in fits[0] or "memory" in fits[0]):
            moments.remove(fits[0])
            walk.words(fits[0])
        else:
            walk.next()
    walk.next()
    while walk.sees() != "journeys":
        walk.next().leave("the unit", "per 100")
    walk.next()


def flow(walk, m):
    thick, thin, rest = m.ribbons()
    unfinished = (m.r["map/flow"][..., -1].sum(axis=2) >= 0.05).any()  # in any map
    for end in range(m.flow.shape[1] - m.n - (not unfinished)):
        if not m.served(end):
            walk.words(name_of(m, end))
            walk.equals(m.ends()[end])
    for a, b, amount in thick:
        jumps = a < m.n and (b <= a or a + 1 < b < m.n or (b >= m.n and a + 1 < m.n))
        if jumps:
            walk.equals(amount)
    for a, b, amount in thin:
        walk.equals(amount)
    if walk.sees().startswith("Not drawn"):
        walk.equals(LEAST_DRAWN, 100, rest)
    elif rest >= 0.05:
        raise Untrue(f"{rest} in 100 are not drawn, and nothing says so")
    for t in range(m.n):
        if m.flow[:, t].sum() > 0:
            walk.equals(m.flow[:, t].sum())
    for e, each in enumerate(m.r.exits):
        if m.served(e):
            if m.ends()[e] > 0:
                walk.equals(m.ends()[e])
            walk.words(each.name)


def name_of(m, end):
    return m.r.exits[end].name if end < len(m.r.exits) else "still under way"


def stages(figure, walk, m):
    """In front: how long people wait. Behind: how many work, how busy they are, how long work
    waits. Boxes say all of it in a title too; the drawn words are those of the title, wrapped."""
    r, at = m.r, {name: i for i, name in enumerate(m.r["resources/resource"])}
    titles = [p for p in figure.pieces if p.tag == "title" and "visits per 100" not in p.text][1:]
    front, back = r["scenario/touchpoint_front_resource"], r["scenario/touchpoint_back_resource"]
    spans, t = [], 0
    while t < m.n:
        last = t
        while last + 1 < m.n and front[t] and front[last + 1] == front[t]:
            last += 1
        if front[t]:
            spans.append(range(t, last + 1))
        t = last + 1
    waits = []
    for span in spans:
        rows = [(m.visits[i], m.wait[i]) for i in span if m.visits[i] > 0 and math.isfinite(m.wait[i])]
        waits.append(sum(v * w for v, w in rows) / sum(v for v, _ in rows) if rows else math.nan)
    told = []
    for piece in titles:
        if not any(c.isdigit() for c in piece.left):
            continue
        if "after a wait of" in piece.text:
            wait = next(w for w in waits
                        if f"{in_words(w):.{1 if w < 10 else 0}f} " in piece.text)
            waits.remove(wait)
            piece.part("after a wait of ([\\d.]+) ", in_words(wait))
        else:
            name = max((n for n in r["resources/resource_name"] if n in piece.text), key=len)
            i = list(r["resources/resource_name"]).index(name)
            if "(unlimited)" not in piece.text and f"{name} (" in piece.text:
                piece.part(name + " \\(([\\d.]+)\\)", r["resources/capacity"][m.arm, i])
            queues = numpy.nanmean(r["resources/wait_mean"][m.arm, i])
            if queues >= 1:
                piece.part("work queues (\\d+) ", in_words(queues))
        piece.leave("words of the scenario")
        told.append(piece)
    mean = lambda i: numpy.nanmean(r["resources/utilisation"][m.arm, i])
    busy = [f"{100 * mean(i):.0f} %" for i in at.values()]
    words = " ".join(p.text for p in titles).split()
    while walk:
        piece = walk.next()
        if piece.text in busy:
            piece.equals(100 * mean(busy.index(piece.text)))
        elif all(w.removesuffix("\u2026") in " ".join(words) for w in piece.text.split()):
            piece.leave("repeated from the title of its box, which is compared")


def journey(section, r):
    arms, groups = range(len(r.arms)), range(len(r.groups))
    order = [Map(r, a, g) for g in groups for a in arms]
    if len(section.figures) != len(order):
        raise Untrue(f"{len(section.figures)} maps, not {len(order)}")
    for m, figure in zip(order, section.figures):
        moments = moments_said(figure, m)
        columns(figure, m)
        walk = Walk(figure)
        feelings(walk, m, moments)
        flow(walk, m)
        stages(figure, walk, m)
        for piece in figure.texts():
            piece.leave("how many channels are not drawn", "^\\+\\d$")


def questions(section, r):
    """The eight questions: answers are looked up in the map of today, everyone, once more."""
    m = Map(r, 0, 0)
    places = range(m.n)
    cells = [row[1] for row in section.tables[0][1:]]
    for cell in cells:
        for name in sorted([*r.touchpoints, *(e.name for e in r.exits)], key=len, reverse=True):
            cell.leave("words of the scenario", re.escape("\u201c" + name + "\u201d"))
    deeds, courage, feelings, silence, stuck, leaving, obstacles, costs = cells
    steps = list(r["scenario/touchpoint_step"])
    deeds.equals(100, *(sum(m.visits[t] for t in places if steps[t] == step)
                        for step in dict.fromkeys(steps)))

    def most(values):
        """The visited place with the highest value, and that value."""
        fits = [(values[t], -t) for t in places if m.visits[t] >= LEAST_DRAWN and math.isfinite(values[t])]
        return (max(fits)[0], -max(fits)[1]) if fits else (math.nan, None)

    def at(cell, t):
        if t is not None and "\u201c" + r.touchpoints[t] + "\u201d" not in cell.text:
            raise Untrue(f"{cell.text!r} does not name {r.touchpoints[t]!r}")

    moves = [m.after[t] - m.before(t) for t in places]
    (rise, where), (fall, back) = most(moves), most([-x for x in moves])
    courage.equals(*([rise] if rise > 0 else []), *([fall] if fall > 0 else []))
    at(courage, where if rise > 0 else None)
    at(courage, back if fall > 0 else None)
    (best, where), (worst, back) = most(m.mean), most([-x for x in m.mean])
    feelings.equals(*([best, -worst] if where is not None else []), m.level(m.remembered, 0.5))
    at(feelings, where)
    at(feelings, back)
    ids = list(r["scenario/touchpoint"])
    told = [any(p.startswith((f"touchpoints.{i}.updates", f"touchpoints.{i}.announces"))
                for p in r["parameters/parameter"]) for i in ids]
    for path, words in zip(r["parameters/parameter"], r["parameters/value"]):
        if path.endswith(".about.question"):
            silence.leave("words of the scenario", re.escape("\u201c" + plain(words) + "\u201d"))
    silence.equals(*[in_words(m.wait[t]) for t in places if m.wait[t] >= 1 and not told[t]])
    whole, where = most(m.wait * m.visits)
    loops = {(a, b): m.flow[a, b] for a in places for b in range(a + 1)}
    loop = max(loops, key=loops.get)
    waits = [in_words(m.wait[where]), m.visits[where], 100] if m.wait[where] >= 1 else []
    stuck.equals(*waits, *([loops[loop], 100] if loops[loop] >= LEAST_DRAWN else []))
    at(stuck, where if waits else None)
    left = []
    for e, each in enumerate(r.exits):
        ways = m.flow[:m.n, m.n + e]
        if each.outcome in ("lost", "competitor") and ways.sum() >= LEAST_DRAWN:
            left += [ways.sum(), 100, most(ways)[0]]
            at(leaving, most(ways)[1])
    leaving.equals(*left)
    pains = [t for t in places if m.mean[t] <= -0.25 and m.visits[t] > 0]
    pains = sorted(sorted(pains, key=lambda t: m.mean[t] * m.visits[t])[:2])
    obstacles.equals(*[v for t in pains for v in m.moment(t, "visits per 100 journeys")])
    asked = [r.measure(i) for i in ("time_in_system", "effort", "paid", "risk", "cost")]
    costs.equals(*[in_words(e.value) if r.measures[e.measure].unit == "min" else e.value * r.scale(e.measure) for i in asked if i is not None
                   for e in [r.estimate(0, i)] if e and math.isfinite(e.value)])

# SPDX-License-Identifier: Apache-2.0
"""Drawings of studies that vary numbers, and of people: sweep, tornado, screen, Johari, drivers."""
import math
import re

from report_page import NUMBER, Untrue, Walk, plain

TICK = "[\u2212+]?\\d+(?:\\.\\d+)?(?: ?%)?"


def signed_tick(piece, reason="ticks of an axis"):
    piece.leave(reason, f"^{TICK}$")


def set_value(piece, written):
    """One of the values that were tried, as the scenario would write it."""
    if not any(plain(w).startswith(piece.text.removesuffix("\u2026")) for w in written):
        return False
    piece.leave("values that were tried")
    return True


def level_at(study, measure, arm, subject):
    level = study.find("level", subject, measure=measure)
    more = study.find("difference", subject, measure=measure, arm=arm) if arm else None
    return (level.value + (more.value if arm else 0)) * study.r.scale(measure)


def sweep(figure, study):
    r, said = study.r, figure.said()
    if "two numbers" in figure.pieces[0].text:
        return sweep_map(figure, study)
    subject = {p["written"]: p["subject"] for p in study.points}
    measures = {plain(m.label): i for i, m in enumerate(r.measures)}
    arms = {r.short(a): a for a in range(len(r.arms))}
    number = "(\\S*?\\d[\\d.\u202f]*)(?: \\S+)?"
    rows = list(re.finditer(f"([^.:]+), ([^,:]+): (?:\\S+ )?{number} at ([^,]+), (?:\\S+ )?{number} at (.+?)\\. ?(?=[A-Z]|$)", said.left))
    for found in rows:
        measure, arm = measures[found[1].strip()], arms[found[2]]
        for value, at in ((3, 4), (5, 6)):
            said.equals(level_at(study, measure, arm, subject[found[at]]), span=found.span(value))
            said.blank(*found.span(at))
            said.compared += len(NUMBER.findall(found[at]))
    for piece in figure.texts():
        if piece.attributes.get("text-anchor") == "end":
            signed_tick(piece)
        elif NUMBER.search(piece.left) and not set_value(piece, list(subject)):
            piece.leave("words of the scenario", ".*[A-Za-z].*")


def weeks(figure, study):
    """What became of the journeys that ended in each week, and when a step was taken."""
    r, said = study.r, figure.said()
    measures = {plain(m.label): i for i, m in enumerate(r.measures)}
    arms = {r.short(a): a for a in range(len(r.arms))}
    number = "(\\S*?\\d[\\d.\u202f]*)(?: %)?"
    for found in re.finditer(f"([^.:]+), ([^,:]+): {number} at (\\d+), {number} at (\\d+)\\.", said.left):
        measure, arm = measures[found[1].strip()], arms[found[2]]
        for value, at in ((3, 4), (5, 6)):
            f = study.find("by_week", f"week {found[at]}", measure=measure, arm=arm)
            said.equals(study.value(f), span=found.span(value))
            said.equals(float(found[at]), span=found.span(at))
    begin = said.left.find("\u201c")
    told, expected = said.text[begin:], study.reading
    if NUMBER.findall(told) != NUMBER.findall(expected):
        raise Untrue(f"{told!r} is not {expected!r}")
    said.compared += len(NUMBER.findall(told))
    said.blank(begin, len(said.left))
    for piece in figure.texts():
        signed_tick(piece)


def sweep_map(figure, study):
    cells = {tuple(p["written"] for p in study.points if p["subject"] == s): s
             for s in {p["subject"] for p in study.points}}
    written = {w for pair in cells for w in pair}
    across, down, texts = {}, {}, figure.texts()
    for piece in texts:
        x, y = piece.attributes["x"], float(piece.attributes["y"])
        if plain(piece.text) in written and y == 54:
            across[x] = piece
        elif plain(piece.text) in written and piece.attributes.get("text-anchor") == "end":
            down[y] = piece
    values = {p: set_value(p, written) for p in [*across.values(), *down.values()]}
    for piece in texts:
        if piece.attributes["y"] == "34":
            piece.leave("words of the scenario")
        if piece in values or not NUMBER.search(piece.left) or piece.attributes["x"] not in across:
            continue
        y = float(piece.attributes["y"])
        row = min(down, key=lambda d: abs(d - y + 3))
        pair = across[piece.attributes["x"]].text, down[row].text
        subject = cells.get(pair) or cells[pair[::-1]]
        quantity = "level" if y < row + 1 else "change"
        piece.equals(study.value(study.find(quantity, subject)))
    said = figure.said()
    for pair, subject in cells.items():
        for words in (pair, pair[::-1]):
            begin = said.text.find(", ".join(map(plain, words)) + ": ")
            if begin < 0 or (begin > 0 and said.text[begin - 1] != " "):
                continue
            value = begin + len(", ".join(map(plain, words)))
            said.compared += len(NUMBER.findall(said.left[begin:value]))
            said.blank(begin, value)
            stop = NUMBER.search(said.left, value).end()
            said.equals(study.value(study.find("level", subject)), span=(value, stop))


def tornado(figure, study):
    rows = {study.names[f.subject]: f.subject for f in study.all("total_order")}
    end = lambda subject, which: next((p["written"] for p in study.all_points
                                       if p["subject"] == which and p["path"] == subject), "")
    walk = Walk(figure)
    while walk and not any(n.startswith(walk.sees().removesuffix("\u2026")) for n in rows):
        piece = walk.next()
        if piece.text.startswith("share of doubt"):
            piece.equals(100 * study.rows[0].level)
    while walk:
        sees = walk.sees().removesuffix("\u2026")
        name = max((n for n in rows if n.startswith(sees)), key=len)
        walk.words(name)
        subject = rows[name]
        for which in ("low", "high"):
            if walk.sees() == plain(end(subject, which)):
                walk.next().same(end(subject, which))
        alone, total = study.find("first_order", subject), study.find("total_order", subject)
        shown = [max(alone.value, 0)] * (not figure.small) + [max(total.value, 0)]
        for value in shown:
            walk.equals(100 * value)
        if not figure.small and math.isfinite(total.lower):
            walk.equals(100 * total.lower, 100 * total.upper)
    said = figure.said()
    for name, subject in rows.items():
        begin = said.text.index(name + ": ")
        said.blank(begin, begin + len(name))
        stop = said.text.index("of the doubt", begin)
        for which in ("low", "high"):
            f = study.find("at_" + which, subject)
            found = re.compile(f"({NUMBER.pattern}) \\S*? ?at {re.escape(plain(end(subject, which)))}|"
                               f"({NUMBER.pattern}) at {re.escape(plain(end(subject, which)))}").search(said.left, begin, stop)
            group = 1 if found[1] else 2
            said.blank(found.end(group), found.end())
            said.equals(study.value(f), span=found.span(group))
        said.equals(100 * max(study.find("total_order", subject).value, 0), span=(begin, stop))


def screen(figure, study):
    moved = [f for f in study.all("mu_star") if f.value > 0]
    said = figure.said()
    for f in moved:
        spread = study.find("sigma", f.subject)
        said.part(f"{re.escape(study.names[f.subject])} moves it by [^\\d]*({NUMBER.pattern}).*?, spread "
                  f"[^\\d]*({NUMBER.pattern})", study.value(f), study.value(spread))
        said.leave("words of the scenario", re.escape(study.names[f.subject]))
    for piece in figure.texts():
        found = re.match("(\\d+) assumptions? moves? nothing", piece.text)
        if found:
            piece.equals(len(study.all("mu_star")) - len(moved))
        elif any(n.startswith(piece.text.removesuffix("\u2026")) for n in study.names.values()):
            piece.leave("words of the scenario")
        signed_tick(piece)


def johari(section, r):
    panes = {f.subject: {} for f in r.findings if f.quantity in ("felt", "value lost")}
    for f in r.findings:
        if f.quantity in ("felt", "value lost") and f.measure < 0:
            panes[f.subject].setdefault(f.quantity, 100 * f.value)
    for figure in section.figures:
        walk, said = Walk(figure), []
        for pane in ("Open", "Hidden", "Blind", "Unknown"):
            if walk.next().text != pane:
                raise Untrue(f"{section.name}: the pane {pane} is missing")
            walk.next()
            for quantity in ("felt", "value lost"):
                value = panes[pane.lower()].get(quantity)
                said.append(value)
                if walk.sees() == quantity:
                    walk.next()
                    walk.equals(value)
        figure.said().equals(*said)


def stakeholder_map(section, r):
    who = [plain(r.groups[list(r["scenario/persona"]).index(s)]) for s in r["stakeholders/stakeholder"]]
    of = lambda name: r["stakeholders/" + name]
    for figure in section.figures:
        figure.said().equals(*[v for pair in zip(of("influence"), of("interest")) for v in pair])
        name = ""
        for piece in figure.texts():
            fits = [w for w in who if piece.text.startswith(w)]
            if fits:
                name = fits[0]
            elif name and re.fullmatch(TICK, piece.text):
                piece.equals(of("weight")[who.index(name)])
            signed_tick(piece)


def culture_map(section, r):
    """Where each group of people stands on a scale: as written, or in its middle."""
    written = dict(zip(r["parameters/parameter"], r["parameters/value"]))
    for figure in section.figures:
        said = figure.said()
        said.leave("ends of a scale", "\u22121 [^:]*?, \\+1 [^:]*")
        for name in r.groups[1:]:
            said.leave("words of the scenario", re.escape(plain(name)))
        scales = re.findall("(?:^|\\. )(\\w+), \u22121", said.text)
        said.equals(*[float(written.get(f"personas.{who}.culture.{scale}", 0))
                      for scale in scales for who in list(r["scenario/persona"])[1:]])


def drivers(section, r):
    """Levels of today with their intervals, and what the design shown first changes."""
    names = {plain(r.name(m)): m for m in range(len(r.measures))}
    for figure in section.figures:
        walk, said = Walk(figure), []
        while walk:
            piece = walk.next()
            fits = [n for n in names if n == piece.text or (
                piece.text.endswith("\u2026") and n.startswith(piece.text[:-1]))]
            if not fits or not NUMBER.search(walk.sees()):
                piece.leave("words of the scenario")
                continue
            e, scale = r.estimate(0, names[fits[0]]), r.scale(names[fits[0]])
            said.append(e.value * scale)
            walk.equals(e.value * scale)
            if " to " in walk.sees():
                walk.equals(e.lower * scale, e.upper * scale)
            change = re.search(NUMBER, walk.sees())
            arm = next((a for a in range(1, len(r.arms)) if walk.sees().endswith(r.short(a))
                        or r.short(a) in walk.sees()), None)
            if change and arm:
                walk.equals(r.estimate(arm, names[fits[0]], 0).value * scale)
        figure.said().equals(*said)


    for table in section.tables:
        for resource, _, measure, brings, interval in table[1:]:
            labels = [plain(m.label) for m in r.measures]
            one_more(r, resource.text, labels.index(measure.text), brings, interval)


def one_more(r, resource, measure, brings, interval):
    """What the nearest number above today's that a study has tried changes, for each unit."""
    at = [plain(n) for n in r["resources/resource_name"]].index(resource)
    today = r["resources/capacity"][0][at]
    path = f"resources.{r['resources/resource'][at]}.capacity"
    points = [p for p in zip(*(r["studies/point_" + x] for x in ("path", "value", "study", "subject")))
              if p[0] == path and p[1] > today]
    _, value, study, subject = min(points, key=lambda p: p[1])
    f = next(f for f in r.findings if (f.study_of, f.quantity, f.subject, f.measure, f.arm,
             f.persona) == (study, "change", subject, measure, 0, 0))
    scale = r.scale(measure) / (value - today)
    brings.equals(f.value * scale)
    interval.equals(f.lower * scale, f.upper * scale)


def mechanisms(figure, study):
    walk, r = Walk(figure), study.r
    quantity = {f.subject: f.quantity for f in study.all("together") + study.all("effect")}
    by_name = {study.names[s]: s for s in quantity}
    while walk and walk.sees() not in by_name:
        piece = walk.next()
        if "interval" in piece.text:
            piece.equals(100 * study.rows[0].level)
        signed_tick(piece)
    while walk:
        subject = by_name[walk.next().text]
        while NUMBER.match(walk.sees()) is None:
            walk.next()
        f = study.find(quantity[subject], subject)
        walk.equals(study.value(f))
        walk.equals(*study.range(f))
    said = figure.said()
    for name, subject in by_name.items():
        for group in range(len(r.groups)):
            f = study.find(quantity[subject], subject, persona=group)
            who = "everyone" if group == 0 else plain(r.groups[group])
            if f and math.isfinite(f.value) and f"{name}: " in said.left:
                said.part(f"{re.escape(name)}: .*?{re.escape(who)} ([^ ,]*[\\d.]*\\d)", study.value(f))


def fix_first(figure, study):
    r, value = study.r, study.r.measure("value_realised")
    gains = study.all("gain")
    by_name = {study.names[f.subject]: f for f in gains}
    walk, ranks = Walk(figure), "(?:rank )?(\\d+)(?: to (\\d+))?"
    pending, name, f = None, "", None

    def rank(piece, f):
        piece.equals(*[f.rank_low, f.rank_high][:1 + (f.rank_low != f.rank_high)])

    while walk:
        piece = walk.next()
        if re.fullmatch(ranks, piece.text):
            if figure.small:
                rank(piece, f)
            else:
                pending, f = piece, None
        elif piece.text in {n.split(": ")[0] for n in by_name}:
            name = piece.text
        elif f"{name}: {piece.text}" in by_name:
            f = by_name[f"{name}: {piece.text}"]
            piece.leave("names of improvements, compared in the table")
            if pending is not None:
                rank(pending, f)
        elif " to " in piece.text and f:
            piece.equals(*study.range(f))
        elif f and NUMBER.search(piece.text) and piece.text.endswith(
                ("\u20ac", "$", "\u00a3", "\u00a5", r.attributes["currency"] or "-")):
            other = next((m for m in {x.measure for x in study.rows} if m != study.measure
                          and study.find("gain", f.subject, measure=m)
                          and r.measures[m].unit == r.attributes["currency"]
                          and (m == value or value is None)), None)
            piece.equals(study.value(study.find("gain", f.subject, measure=other)))
        elif f and NUMBER.search(piece.text):
            piece.equals(study.value(f))
        elif "interval" in piece.text:
            piece.equals(100 * study.rows[0].level)
    for part in re.split("(?<=\\d)\\. (?=Rank)", figure.said().text):
        found = re.fullmatch("(?:Rank (\\d+)(?: to (\\d+))?: )?(.*), ([^,]*)", part.rstrip("."))
        f = by_name[max((n for n in by_name if n.replace(": ", ", ", 1) == found[3]), key=len)]
        at = figure.said().text.index(part)
        names = found.start(3), found.end(3)
        figure.said().blank(at + names[0], at + names[1])
        values = [f.rank_low, f.rank_high][:1 + (f.rank_low != f.rank_high)] if f.rank_low >= 1 else []
        figure.said().equals(*values, study.value(f), span=(at, at + len(part)))


FIGURES = {"weeks": weeks, "mechanisms": mechanisms, "fix_first": fix_first, "sweep": sweep, "tornado": tornado, "screen": screen}
PEOPLE = {"culture_map": culture_map, "johari": johari, "stakeholder_map": stakeholder_map, "drivers": drivers}

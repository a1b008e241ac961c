# SPDX-License-Identifier: Apache-2.0
"""What a study found out: its sentence, its table, its drawings."""
import re

import report_axes
from report_page import NUMBER, Untrue, Walk, plain, reads

MOST_ROWS, MOST_BEHIND = 20, 120
TICK = "[\u2212+]?\\d+(?:\\.\\d+)?(?: ?%)?"


def finditer(pattern, piece):
    return re.finditer(pattern, piece.left)


def search(pattern, piece):
    return re.search(pattern, piece.left)


def escaped(text):
    return re.escape(text)


def single_changes(r):
    """Arms that contain all changes of no other variant."""
    changes = [set() for _ in r.arms]
    for text, arm in zip(r.data.get("scenario/change_text", []), r.data.get("scenario/change_arm", [])):
        changes[arm].add(text)
    arms = range(1, len(r.arms))
    return [a for a in arms if not any(b != a and changes[b] and changes[b] < changes[a] for b in arms)]


class Study:
    def __init__(self, r, index):
        self.r, self.index = r, index
        self.headline, self.reading = r["studies/study_headline"][index], r["studies/study_reading"][index]
        self.rows = [f for f in r.findings if f.study_of == index]
        firsts = [f for f in self.rows if f.quantity == self.headline and f.persona == 0]
        self.measure = firsts[0].measure if firsts else -1
        self.points = [dict(zip(("subject", "path", "written"), row)) for i, *row in zip(
            r.data.get("studies/point_study", []), *(r.data.get("studies/point_" + x, []) for x in (
                "subject", "path", "written"))) if i == index]
        self.all_points = self.points
        self.names = {}  # subject -> words, as the table has them

    def all(self, quantity, arm=0, persona=0, measure=None):
        measure = self.measure if measure is None else measure
        return [f for f in self.rows if (f.quantity, f.arm, f.persona, f.measure) == (
            quantity, arm, persona, measure)]

    def find(self, quantity, subject, **of):
        return next((f for f in self.all(quantity, **of) if f.subject == subject), None)

    def scale(self, f):
        measured = f.measure >= 0 and f.unit == self.r.measures[f.measure].unit
        return self.r.scale(f.measure) if measured else 1

    def value(self, f):
        return f.value * self.scale(f) if f else None

    def range(self, f):
        return [v * self.scale(f) for v in (f.lower, f.upper)]

    def table(self, full):
        if full:
            rows = [f for f in self.rows if f.persona == 0 and f.measure == self.measure]
            return sorted(rows, key=lambda f: f.arm)[:MOST_BEHIND]
        rows = [f for f in self.rows if f.persona == 0 and f.quantity == self.headline
                and f.measure == self.measure]
        curve = rows and rows[0].subject in {p["subject"] for p in self.points}
        return sorted(rows, key=lambda f: (f.arm, 0 if curve else -abs(f.value)))[:MOST_ROWS]


def name_cell(study, f, piece):
    """The words for what a number is about; numbers in them come from what was changed there."""
    study.names.setdefault(f.subject, piece.text)
    if study.headline == "gain":
        change = re.search("(times|add): ([-+\\d.]+)", f.note)
        if change and NUMBER.search(piece.left):
            amount = abs(float(change[2]) - 1) * 100 if change[1] == "times" else abs(float(change[2]))
            piece.equals(amount)
    written = [p["written"] for p in study.points if p["subject"] == f.subject]
    if study.headline == "change":
        if not all(plain(w) in piece.text for w in written):
            raise Untrue(f"{piece.text!r} does not say {written}")
        piece.leave("values that were set", ".*")
    piece.leave("words of the scenario")


def note_cell(study, f, piece):
    ranks = [f.rank_low, f.rank_high][:1 + (f.rank_low != f.rank_high)] if f.rank_low >= 1 else []
    note = f.note
    if study.headline == "gain":
        note = note[note.index("fewer than"):] if "fewer than" in note else ""
    words = "rank " + " to ".join(map(str, ranks)) if ranks else ""
    piece.same(words + (": " if words and note else "") + note)


def table(section, study):
    if not section.tables:
        return
    full = bool(section.figures)
    rows = study.table(full)
    shown = section.tables[0][1:]
    if len(rows) != len(shown):
        raise Untrue(f"{section.name}: {len(shown)} rows, not {len(rows)}")
    for f, cells in zip(rows, shown):
        name, value, interval, note = cells[-4:]
        if full:
            cells[0].same(study.r.words(f.quantity))
        name_cell(study, f, name)
        value.equals(study.value(f))
        lower, upper = study.range(f)
        interval.equals(*([lower, upper] if lower == lower and upper == upper else []))
        note_cell(study, f, note)
    for piece in section.of("bare") + section.of("p"):
        if re.fullmatch("\\d+ more in the result file\\.", piece.text):
            piece.equals(len([f for f in study.rows if f.persona == 0 and f.measure == study.measure
                              and (full or f.quantity == study.headline)]) - len(rows))


def unquoted(text):
    out, depth = "", 0
    for c in text:
        depth += (c == "\u201c") - (c == "\u201d" and depth > 0)
        out += c if depth == 0 else "\u00b7"
    return out


def reading(section, study):
    """The sentence is the result's, with words for ids: its numbers are the same, one by one."""
    for piece in section.of("p", "reading"):
        raw, r = study.reading, study.r
        ids = {f.subject for f in study.rows if re.search("[_.]", f.subject)} | set(r.arms[1:])
        for each in sorted(ids | {m.id for m in r.measures}, key=len, reverse=True):
            raw = re.sub(f"(?<![A-Za-z0-9_]){re.escape(each)}(?![A-Za-z0-9_])", "\u00b7", raw)
        told = unquoted(piece.left)
        minus = lambda text: re.sub("(?<![^ (])-(?=\\d)", "\u2212", text)
        said, expected = NUMBER.findall(told), NUMBER.findall(minus(plain(unquoted(raw))))
        if said != expected:
            raise Untrue(f"{section.name}: the sentence says {said}, the result {expected}")
        for found in NUMBER.finditer(told):
            piece.blank(*found.span())
        piece.compared += len(said)
        piece.leave("names in the sentence, compared in the table")


def bars(study, arm):
    """(name, level or -1 for a cause, finding) of a waterfall."""
    causes = [(study.names[f.subject], -1, f) for f in study.all("shapley", arm)]
    return [("Full potential", 1, study.find("potential", "", arm=arm)), *causes,
            ("Realised", 1, study.find("realised", "", arm=arm))]


def signed(study, sign, f):
    return [sign * study.value(f)], sorted(sign * v for v in study.range(f))


def won_back(study, f, told):
    """How much less of a cause leaks than today, if its number stands here: the next bar's else."""
    today = study.find("shapley", f.subject)
    less = today.value - f.value
    rows = study.all("shapley", f.arm)
    i = rows.index(f)
    following = -rows[i + 1].value if i + 1 < len(rows) else None
    found = re.match("[+\u2212]", told) and NUMBER.search(told)
    is_next = found and following is not None and reads(found.group(), following)
    return [less] if found and not (is_next and not reads(found.group(), less)) else []


def leakage(figure, study):
    walk, said = Walk(figure), []
    arms = sorted({f.arm for f in study.rows if f.quantity == "shapley"})
    for arm in arms:
        rows = bars(study, arm)
        kept = 100 * rows[-1][2].value / rows[0][2].value
        if figure.small:
            walk.next()
        elif arms.index(arm) % 4 == 0:
            for name, *_ in rows:
                walk.words(name)
                walk.next()
        if not figure.small:
            walk.next()
        for i, (name, sign, f) in enumerate(rows):
            amount, interval = signed(study, sign, f)
            said += amount + (interval if sign < 0 else [])
            if figure.small:
                walk.words(name)
                if i + 1 == len(rows) or interval[0] == interval[0]:
                    walk.equals(*([kept] if i + 1 == len(rows) else interval))
                walk.equals(*amount)
                continue
            walk.equals(*amount)
            if sign < 0 and " to " in walk.sees():
                walk.equals(*interval)
            if sign < 0 and arm > 0 and won_back(study, f, walk.sees()):
                walk.equals(*won_back(study, f, walk.sees()))
        if not figure.small:
            walk.equals(kept)
    figure.said().equals(*said)


def cell_of(study, quantity, cause, row):
    """The finding of a heat map's cell: "cause / step / touchpoint" or "cause / step"."""
    r = study.r
    for f in study.all(quantity):
        parts = f.subject.split(" / ")
        last = parts[-1]
        ids = list(r["scenario/touchpoint"])
        words = {"everywhere": "In no single step", "who came": "Who finishes at all"}.get(last) or (
            r.touchpoints[ids.index(last)] if last in ids else last[:1].upper() + last[1:])
        whole = plain(words) == row or row.endswith("\u2026") and plain(words).startswith(row[:-1])
        if parts[0] == cause and whole:
            return f
    raise Untrue(f"there is no {quantity!r} of {cause!r} at {row!r}")


def heat_rows(pieces, study, quantity):
    heads, name, done = [], "", True
    causes = [f.subject for f in study.all("shapley")]
    steps = set(study.r["scenario/touchpoint_step"])
    for piece in pieces:
        x = piece.attributes["x"]
        if x == "0" and not re.fullmatch(TICK, piece.text):
            name, done = (piece.text if done else name + " " + piece.text), False
        elif re.fullmatch(TICK, piece.text):
            at = heads.index(x)
            piece.equals(study.value(cell_of(study, quantity, causes[at], name)))
            done = True
        elif piece.text not in steps and x not in heads:
            heads.append(x)


def leakage_map(figure, study):
    titles = {"Where it shows": "shows", "Where it starts": "starts", "Does each step": "steps"}
    blocks, now = [], None
    for piece in figure.texts():
        title = next((t for t in titles if piece.text.startswith(t)), None)
        if title:
            now = []
            blocks.append((titles[title], now))
        else:
            now.append(piece)
    causes = {study.names[f.subject]: f.subject for f in study.all("shapley")}
    for kind, pieces in blocks:
        if kind != "steps":
            heat_rows(pieces, study, kind)
            continue
        rest = iter([p for p in pieces[3:] if "costs more" not in p.text])
        for net in study.all("step_net"):
            if next(rest).text.lower() != net.subject.lower():
                raise Untrue(f"the step {net.subject} is not where it should be")
            for quantity in ("step_added", "step_deducted", "step_net"):
                next(rest).equals(study.value(study.find(quantity, net.subject)))
    said = figure.said()
    starts = said.left.find("Where it starts") if "Where it starts" in said.left else len(said.left)
    cells = "|".join(map(re.escape, causes))
    for found in list(finditer(f"(?:\\. |^)([^:]*?), ({cells}): ([^ ]*)", said)):
        quantity = "starts" if found.start() >= starts - 2 else "shows"
        f = cell_of(study, quantity, causes[found[2]], found[1].removeprefix("Where it starts").split(" per journey. ")[-1])
        said.equals(-study.value(f), span=found.span(3))


FIGURES = {"leakage": leakage, "leakage_map": leakage_map, 
           **report_axes.FIGURES}


def study_rule(index):
    def rule(section, r):
        study = Study(r, index)
        reading(section, study)
        table(section, study)
        for piece in section.of("p", "lead"):
            piece.leave("an example in an explanation", "\u201c3 to 4\u201d")
        for figure in section.figures:
            FIGURES[figure.name](figure, study)
    return rule


def count_words(answer, agreements):
    """"2 of 3 SLAs are kept": how many there are of a kind; which are kept is among the words."""
    for found in list(finditer("(\\d+) of (\\d+) (SLA|XLA)s", answer)):
        answer.equals(sum(a.kind == found[3] for a in agreements), span=found.span(2))
        answer.leave("counts of verdicts", f"{found[1]} of (?=.* {found[3]}s)")


def rule_of(section, r):
    for index, question in enumerate(r.data.get("studies/study_question", [])):
        if plain(question) == plain(section.name):
            return study_rule(index)
    for figure in section.figures:
        if figure.name in report_axes.PEOPLE:
            return report_axes.PEOPLE[figure.name]
    if any(figure.pieces and any(NUMBER.search(p.left) for p in figure.pieces)
           for figure in section.figures):
        raise Untrue(f"no rule for the section {section.name!r}")
    return lambda section, r: None

# SPDX-License-Identifier: Apache-2.0
"""What a result file holds, looked up by name and index as the report's numbers are."""
import math

import h5py
import numpy

from report_page import plain

FATES = ("better", "worse", "unchanged", "richer", "poorer", "newly_lost", "newly_kept")


class Row(dict):
    """A row of a table: columns as attributes."""
    __getattr__ = dict.__getitem__


class Result:
    def __init__(self, path):
        with h5py.File(path) as file:
            self.data = {}
            file.visititems(lambda name, item: self.keep(name, item))
            self.attributes = dict(file.attrs)
        get = self.data.get
        self.arms = self["scenario/arm"]
        self.titles = get("scenario/arm_title", [""] * len(self.arms))
        self.groups = ["Everyone"] + [name or self.words(each) for each, name in zip(
            self["scenario/persona"][1:], self["scenario/persona_name"][1:])]
        self.measures = [Row(id=i, label=l or i, unit=u, about=a, share=bool(s), better=b)
                         for i, l, u, a, s, b in zip(*(self["scenario/measure" + x] for x in (
                             "", "_label", "_unit", "_about", "_share", "_better")))]
        self.touchpoints = self["scenario/touchpoint_name"]
        self.exits = [Row(name=n or i, outcome=o) for i, n, o in zip(
            self["scenario/exit"], self["scenario/exit_name"], self["scenario/exit_outcome"])]
        self.agreements = [Row(id=i, kind=k, text=t, target=g) for i, k, t, g in zip(
            *(get("agreements/" + x, []) for x in ("agreement", "kind", "text", "target")))]
        self.estimates = self.rows("summary", "arm versus measure persona unit value lower upper "
                                   "level p_holm family note")
        self.findings = self.rows("studies", "study_of quantity subject arm measure persona unit "
                                  "value lower upper level rank_low rank_high note")
        self.by = {(e.arm, max(e.versus, -1), e.measure, e.persona): e
                   for e in reversed(self.estimates)}

    def keep(self, name, item):
        if isinstance(item, h5py.Dataset):
            text = h5py.check_string_dtype(item.dtype)
            value = item.asstr()[()] if text else item[()]
            self.data[name] = value if isinstance(value, numpy.ndarray) and (
                not text) else value.tolist() if hasattr(value, "tolist") else value

    def __getitem__(self, name):
        return self.data[name]

    def rows(self, group, columns):
        names = columns.split()
        if f"{group}/{names[0]}" not in self.data:
            return []
        n = len(self[f"{group}/{names[0]}"])
        lists = [self.data.get(f"{group}/{name}", [math.nan] * n) for name in names]
        return [Row(zip(names, values)) for values in zip(*lists)]

    @staticmethod
    def words(name):
        return name.replace("_", " ")

    def short(self, arm):
        return "today" if arm == 0 else self.words(self.arms[arm])

    def long(self, arm):
        return "Today" if arm == 0 else self.titles[arm] or self.short(arm)

    def arm_named(self, name):
        return next(a for a in range(len(self.arms)) if plain(self.long(a)) == plain(name))

    def measure(self, name):
        return next((m for m, each in enumerate(self.measures) if each.id == name), None)

    def estimate(self, arm, measure, versus=-1, persona=0):
        return self.by.get((arm, versus, measure, persona))

    def agreement(self, measure):
        return next((a for a in self.agreements if a.id == self.measures[measure].id), None)

    def name(self, measure):
        kept = self.agreement(measure)
        return self.measures[measure].label + (f" ({kept.kind})" if kept else "")

    def note(self, measure):
        kept = self.agreement(measure)
        return kept.text if kept else self.measures[measure].about

    def scale(self, measure):
        """What a value is multiplied with to be shown: per cent, hours of long times."""
        info = self.measures[measure]
        if info.share:
            return 100
        levels = [abs(e.value) for e in self.estimates
                  if e.measure == measure and e.versus < 0 and math.isfinite(e.value)]
        return 1 / 60 if info.unit == "min" and max(levels, default=0) >= 120 else 1

    def headline(self):
        asked = self.attributes.get("asks_measure")
        found = self.measure(asked if asked else "remembered_experience")
        return found if found is not None else next(
            m for m, each in enumerate(self.measures) if each.better)

    def headlines(self):
        """Measures with a better side, in the order of the report."""
        value = self.measure("value_realised")

        def rank(measure):
            kept = self.agreement(measure)
            return (0 if measure == self.headline() else
                    1 if measure == self.measure("remembered_experience") else
                    (2 if kept.kind == "XLA" else 3) if kept else 4 if measure == value else 5)
        return sorted((m for m, each in enumerate(self.measures) if each.better), key=rank)

    def all_texts(self):
        """Every text of the scenario that a report may repeat, as one."""
        texts = [self.attributes["title"], self.attributes["question"]]
        for name, value in self.data.items():
            if name.startswith(("scenario/", "agreements/", "parameters/", "provenance/run/",
                                "resources/resource_name", "summary/warning_text",
                                "studies/study_question", "stakeholders/role")):
                texts += value if isinstance(value, list) else [value] * isinstance(value, str)
        return "\n".join(plain(t) for t in texts if isinstance(t, str))

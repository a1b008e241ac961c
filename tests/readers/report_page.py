# SPDX-License-Identifier: Apache-2.0
"""A report taken apart: sections, and in them pieces of text, each with its numbers still to be told.

A number is told by comparing it with a value of the result (`Piece.equals`), or by a reason why it
is none of the result's (`Piece.leave`). What is neither stays, and Section.untold() finds it.
"""
import html.parser
import math
import re

NUMBER = re.compile("[\u2212+-]?\\d[\\d\u202f]*(?:\\.\\d+)?")
PIECES = {"p", "li", "h1", "h2", "h3", "td", "th", "summary", "legend", "label", "button", "text",
          "title", "desc"}
VOID = {"meta", "input", "img", "br", "hr", "link"}


def plain(text):
    return re.sub(r"[ \u00a0\n]+", " ", text).strip()


def reads(token, value):
    """Whether a number as it is shown is this value, at as many decimals as it is shown with."""
    digits = token.replace("\u2212", "-").replace("\u202f", "").lstrip("+")
    decimals = len(digits.partition(".")[2])
    expected = f"{value:.{decimals}f}"
    if float(expected) == 0:
        expected = expected.lstrip("-")
    return digits == expected


class Untrue(AssertionError):
    """A number that is not the result's."""


class Piece:
    def __init__(self, section, tag, attributes):
        self.section, self.tag, self.attributes = section, tag, attributes
        self.written = ""  # as in the page
        self.reset()

    def reset(self):
        self.text = plain(self.written)
        self.left = self.text
        self.compared = 0

    def numbers(self):
        return NUMBER.findall(self.left)

    def equals(self, *values, span=None):
        """The numbers (of a span) are these values, in their order; a missing value has none."""
        begin, end = span or (0, len(self.left))
        found = list(NUMBER.finditer(self.left, begin, end))
        values = [float(v) for v in values if v is not None and math.isfinite(v)]
        if len(found) != len(values) or not all(map(reads, (f.group() for f in found), values)):
            raise Untrue(f"{self.section.name}: {self.text[:300]!r} says "
                         f"{[f.group() for f in found]}, the result {values}")
        for each in found:
            self.blank(*each.span())
        self.compared += len(found)

    def part(self, pattern, *values):
        """The groups of a pattern are these values, one each."""
        found = re.search(pattern, self.left)
        if not found:
            raise Untrue(f"{self.section.name}: {self.text[:300]!r} lacks {pattern!r}")
        for i, value in enumerate(values, 1):
            self.equals(value, span=found.span(i))

    def blank(self, begin, end):
        self.left = self.left[:begin] + "\u00b7" * (end - begin) + self.left[end:]

    def leave(self, reason, pattern=".*"):
        for found in re.finditer(pattern, self.left):
            n = len(NUMBER.findall(found.group()))
            self.section.left_out[reason] = self.section.left_out.get(reason, 0) + n
            self.blank(*found.span())

    def same(self, text):
        """Word for word a text of the result."""
        if self.text != plain(text):
            raise Untrue(f"{self.section.name}: {self.text!r} is not {plain(text)!r}")
        self.compared += len(self.numbers())
        self.blank(0, len(self.left))


class Section:
    def __init__(self, name):
        self.name, self.pieces, self.tables, self.figures, self.left_out = name, [], [], [], {}

    def reset(self):
        self.left_out = {}
        for piece in self.pieces:
            piece.reset()

    def of(self, tag, kind=None):
        return [p for p in self.pieces if p.tag == tag and not p.attributes.get("figure")
                and (kind is None or kind in p.attributes.get("class", "").split())]

    def compared(self):
        return sum(piece.compared for piece in self.pieces)

    def untold(self):
        return [f"{self.name}: <{p.tag}> {p.text[:160]!r}: nothing tells {p.numbers()}"
                for p in self.pieces if p.numbers()]


class Figure:
    """A drawing: its name, and pieces in the order they are drawn."""

    def __init__(self, name, small):
        self.name, self.small, self.pieces = name, small, []

    def texts(self):
        return [p for p in self.pieces if p.tag == "text"]

    def said(self):
        """The description that is read aloud."""
        return next(p for p in self.pieces if p.tag == "desc")


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.sections, self.open, self.piece, self.figure, self.name = [], [], None, None, None
        self.begin("head")
        self.feed(re.sub(r"<style.*?</style>|<script>.*?</script>", "", text, flags=re.S))
        self.close()
        for section in self.sections:
            section.reset()

    def begin(self, name):
        self.sections.append(Section(name))

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "section":
            self.begin(None)
        elif tag == "div" and attributes.get("class") == "tiles":
            self.begin("tiles")
        if "data-name" in attributes:
            self.name = attributes["data-name"], "small" in attributes["class"].split()
        if tag == "svg":
            self.figure = Figure(*(self.name or ("tile", False)))
            self.sections[-1].figures.append(self.figure)
        if tag == "table":
            self.sections[-1].tables.append([])
        if tag == "tr":
            self.sections[-1].tables[-1].append([])
        starts = tag in PIECES or (tag == "b" and self.piece is None)
        if starts:
            self.start_piece(tag, attributes)
        if tag not in VOID:
            self.open.append((tag, self.piece if starts else None))

    def start_piece(self, tag, attributes):
        section = self.sections[-1]
        if self.figure is not None:
            attributes["figure"] = True
        piece = Piece(section, tag, attributes)
        self.piece = piece
        section.pieces.append(piece)
        if self.figure is not None:
            self.figure.pieces.append(piece)
        if tag in ("td", "th"):
            section.tables[-1][-1].append(piece)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        opened, piece = self.open.pop()
        assert opened == tag, (opened, tag)
        if piece is not None and piece is self.piece:
            self.piece = None
        if tag == "svg":
            self.figure = None

    def handle_data(self, data):
        if not data.strip() and self.piece is None:
            return
        if self.piece is None:  # text of no element of its own
            self.start_piece("bare", {})
            self.piece.written = data
            self.piece = None
            return
        self.piece.written += data
        section = self.sections[-1]
        if section.name is None and self.piece.tag == "h2":
            section.name = self.piece.written


class Walk:
    """Through the texts of a drawing, in the order they are drawn."""

    def __init__(self, figure):
        self.pieces, self.at = figure.texts(), 0

    def __bool__(self):
        return self.at < len(self.pieces)

    def next(self):
        if not self:
            raise Untrue("a drawing ends too soon")
        self.at += 1
        return self.pieces[self.at - 1]

    def sees(self):
        return self.pieces[self.at].text if self else ""

    def past(self, text):
        """Goes on behind the first piece that reads so."""
        while self.next().text != text:
            pass

    def words(self, text):
        """A text of the scenario, wrapped or shortened: the pieces that together begin it."""
        text, said = plain(text), ""
        while self and said != text and not said.endswith("\u2026"):
            both = [plain(said + between + self.sees()) for between in (" ", "")]  # set-|up
            fits = [x for x in both if text.startswith(x.removesuffix("\u2026").rstrip())]
            if not fits:
                break
            said = fits[0]
            piece = self.next()
            piece.blank(0, len(piece.left))
        if not said and text:
            raise Untrue(f"{self.sees()!r} stands where {text!r} should")

    def equals(self, *values):
        self.next().equals(*values)

#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes marks.ttf beside it: the few signs of the figures that the latin subsets lack, so that a
picture made without a browser needs no other font. python3 output/pictures/fonts/marks.py, then
embed.py; needs python3-fonttools. Drawn here as polygons, 1000 units to the em."""
import math
import pathlib

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

WIDTH, MIDDLE, PEN = 880, 300, 32


def glyph(*contours):
    pen = TTGlyphPen(None)
    for points in contours:
        pen.moveTo(points[0])
        for point in points[1:]:
            pen.lineTo(point)
        pen.closePath()
    return pen.glyph()


def arrow(x):
    """To the right; x maps 0..1 to where it points."""
    half = PEN
    shaft = [(x(0), MIDDLE - half), (x(0), MIDDLE + half), (x(0.94), MIDDLE + half),
             (x(0.94), MIDDLE - half)]
    head = [(x(0.62), MIDDLE + 230), (x(0.68), MIDDLE + 274), (x(1), MIDDLE), (x(0.68), MIDDLE - 274),
            (x(0.62), MIDDLE - 230), (x(0.91), MIDDLE)]
    return [shaft, head]


def turned(contours):
    return [list(reversed(points)) for points in contours]


def ring(x, outer, inner, y_scale):
    """A line around (x, MIDDLE)."""
    def circle(radius, direction):
        return [(round(x + radius * math.cos(direction * 2 * math.pi * i / 32)),
                 round(MIDDLE + y_scale * radius * math.sin(direction * 2 * math.pi * i / 32)))
                for i in range(32)]
    return [circle(outer, -1), circle(inner, 1)]


glyphs = {
    ".notdef": glyph(),
    "left": glyph(*turned(arrow(lambda t: round(820 - 760 * t)))),
    "right": glyph(*arrow(lambda t: round(60 + 760 * t))),
    "down": glyph([(120, 560), (760, 560), (440, 20)]),
    "up": glyph([(120, 20), (440, 560), (760, 20)]),
    "diamond": glyph([(440, 640), (780, 300), (440, -40), (100, 300)]),
    "infinity": glyph(*ring(270, 210, 150, 0.85), *ring(610, 210, 150, 0.85)),
}
marks = {0x2190: "left", 0x2192: "right", 0x25BC: "down", 0x25B2: "up", 0x25C6: "diamond",
         0x221E: "infinity"}

builder = FontBuilder(1000, isTTF=True)
builder.setupGlyphOrder(list(glyphs))
builder.setupCharacterMap(marks)
builder.setupGlyf(glyphs)
builder.setupHorizontalMetrics({name: (WIDTH, 0) for name in glyphs})
builder.setupHorizontalHeader(ascent=984, descent=-273)
builder.setupOS2(sTypoAscender=984, sTypoDescender=-273, usWinAscent=984, usWinDescent=273,
                 usWeightClass=400)
builder.setupNameTable({"familyName": "Sojourn Marks", "styleName": "Regular"})
builder.setupPost()
builder.setupHead(unitsPerEm=1000, created=0, modified=0)
builder.font.recalcTimestamp = False
builder.save(pathlib.Path(__file__).resolve().parent / "marks.ttf")

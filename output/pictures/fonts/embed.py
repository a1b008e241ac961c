#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes embedded.cpp from the two font files beside it: python3 output/pictures/fonts/embed.py

The fonts are the latin subsets of npm @fontsource-variable/source-sans-3 5.3.0 and
@fontsource-variable/source-serif-4 5.3.1, unchanged, under the SIL Open Font License 1.1.
marks.ttf is ours, written by marks.py.
"""
import base64
import pathlib
import textwrap

here = pathlib.Path(__file__).resolve().parent
fonts = {
    "source_sans_3": "source-sans-3-latin-wght-normal.woff2",
    "source_serif_4": "source-serif-4-latin-wght-normal.woff2",
    "marks": "marks.ttf",
}
out = ["// SPDX-License-Identifier: Apache-2.0 AND OFL-1.1",
       "// Written by embed.py beside it; do not edit.", "// clang-format off",
       '#include "output/pictures/fonts/embedded.hpp"', "", "namespace sojourn::output::fonts {"]
for name, file in fonts.items():
    text = base64.b64encode((here / file).read_bytes()).decode()
    out.append(f"\nconst std::string_view {name} =")
    out += [f'"{line}"' for line in textwrap.wrap(text, 2000)]
    out[-1] += ";"
out += ["", "} // namespace sojourn::output::fonts", ""]
(here / "embedded.cpp").write_text("\n".join(out))

# SPDX-License-Identifier: Apache-2.0
"""Scenarios of any size with any names, for tests of what is written about them."""
import json

# What a name may try: to start a script, leave an attribute, a style or a cell, steer a terminal,
# turn the direction of the line, be broken into two, or be told apart by nothing but its length.
HOSTILE = [
    "<script>alert(1)</script>",
    "\"onload=\"alert(1)",
    "' onmouseover='alert(1)",
    "</style><script>alert(1)</script>",
    "]]></title></svg><img src=x onerror=alert(1)>",
    "=cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "one line\nand another",
    "\U0001F469\u200D\U0001F4BB \U0001F1E9\U0001F1EA \U0001F680",
    "\u202e\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "\u6d41\u7a0b\u306e\u8a2d\u8a08\u56f3",
    "&lt;b&gt; &amp; %s {} {0} \\u0041",
    "An answer from the department of answers, which is as long as names of places get",
    "W" * 80,
]
ESCAPES = "\u001b[31mred\u001b]0;owned\u0007"  # refused in a scenario
STEPS = ["explore", "engage", "offer", "agree", "onboard", "co-create", "realize"]


def quoted(text):
    """A YAML scalar in double quotes; JSON's escapes are YAML's."""
    return json.dumps(text, ensure_ascii=False)


def scenario(n_touchpoints=4, n_arms=2, n_personas=2, names=("Plain name",)):
    """Touchpoints in a row with loops and exits; all names from `names`, in turn."""
    name = lambda i: quoted(names[i % len(names)])
    lines = ["sojourn: 1", f"title: {name(0)}", f"question: {name(1)}", "currency: EUR",
             "personas:"]
    shares = [100 // n_personas] * (n_personas - 1)
    for p, share in enumerate(shares + [100 - sum(shares)]):
        lines += [f"  p{p}:", f"    name: {name(p)}", f"    share: {share}%",
                  f"    about: {name(p + 1)}", "    patience: { median: 30 min, p90: 2 h }",
                  "    biases: { waiting: {}, peak_end: {} }"]
    lines += ["arrivals: { rate: { Mon-Fri 08:00-18:00: 2 per hour } }", "touchpoints:"]
    for t in range(n_touchpoints):
        onward = f"t{t + 1}" if t + 1 < n_touchpoints else "done"
        back = f"t{max(0, t - 1)}"
        lines += [f"  t{t}:", f"    name: {name(t)}",
                  f"    step: {STEPS[t * len(STEPS) // n_touchpoints]}",
                  "    channel: [phone, chat]", f"    backstage: {name(t + 2)}",
                  "    needs: { desk: 1 }", "    takes: { median: 2 min, p90: 6 min }",
                  f"    feels: {{ mean: {(t * 37 % 40 - 20) / 10}, spread: 0.5, "
                  "waiting: -0.1 per min }", "    then:",
                  f"      - {{ to: {back}, share: 5%, note: {name(t + 3)} }}",
                  f"      - {{ to: left, share: 2% }}", f"      - {{ to: {onward}, share: rest }}"]
    lines += ["exits:", f"  done: {{ name: {name(2)}, outcome: served }}",
              f"  left: {{ name: {name(3)}, outcome: lost }}", "resources:",
              f"  desk: {{ name: {name(4)}, capacity: {3 + n_touchpoints // 4}, cost: 30 per h }}",
              "agreements:", "  quick:", "    kind: SLA",
              f"    measure: {{ time_from: t0, to: {'t%d' % (n_touchpoints - 1)} }}"
              if n_touchpoints > 1 else "    measure: { wait_at: t0 }",
              "    target: { at_most: 4 h, for_at_least: 80% }", "  well:", "    kind: XLA",
              "    measure: remembered_experience",
              "    target: { at_least: 0, for_at_least: 70% }"]
    if n_arms > 1:
        lines.append("variants:")
    for a in range(1, n_arms):
        lines += [f"  v{a}:", f"    title: {name(a)}", f"    because: {name(a + 5)}",
                  "    change:", f"      resources.desk.capacity: {{ add: {a} }}",
                  f"      touchpoints.t{a % n_touchpoints}.takes: {1 + a} min"]
    lines += ["experiment: { horizon: 2 weeks, warm_up: 2 days, replications: 2, seed: 7, "
              "save: [ summary, journeys ] }"]
    return "\n".join(lines) + "\n"

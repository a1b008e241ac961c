// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/page.hpp"

namespace sojourn::output::page {

// One column of 1180 px, hairlines, no boxes around charts; narrow screens and A4 landscape below.
const std::string_view style = R"css(
:root{--paper:#fbfaf6;--ink:#1b2130;--quiet:#565e70;--rule:#dcd8ce;--wash:#f4f2ec;--good:#00796b;--bad:#c2410c;
--sans:'Source Sans 3 Variable','Source Sans 3',system-ui,sans-serif;--serif:'Source Serif 4 Variable','Source Serif 4',Georgia,serif}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:16px/1.5 var(--sans);font-kerning:normal;font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
body{max-width:1244px;margin:0 auto;padding:36px 32px 80px;overflow-wrap:break-word}
.eyebrow{display:flex;flex-wrap:wrap;justify-content:space-between;gap:4px 24px;font-size:13px;color:var(--quiet);border-bottom:2px solid var(--ink);padding-bottom:8px;margin:0}
.eyebrow b{color:var(--ink);letter-spacing:.02em}
.kicker{font:400 21px/1.5 var(--serif);color:var(--quiet);margin:24px 0 -14px;max-width:46em}
h1{font:600 40px/1.16 var(--serif);letter-spacing:-.012em;margin:26px 0 14px;max-width:21em;text-wrap:balance}
.answer{font:400 21px/1.5 var(--serif);max-width:46em;margin:0 0 26px}.answer b{font-weight:600}
h2{font:600 25px/1.25 var(--serif);letter-spacing:-.006em;margin:64px 0 4px;padding-top:16px;border-top:1px solid var(--ink)}
h3{font-size:14px;line-height:1.4;margin:0 0 4px}
.lead{margin:0 0 18px;max-width:54em;color:var(--quiet)}
.reading{margin:0 0 10px;max-width:54em}.study{margin:0 0 26px}
.notice{border-left:4px solid var(--bad);padding:2px 0 2px 14px;margin:0 0 24px;max-width:54em}
.tiles{display:grid;grid-template-columns:repeat(4,1fr);border-top:1px solid var(--rule);border-bottom:1px solid var(--rule)}
.tiles>div{padding:14px 20px 12px;border-left:1px solid var(--rule);display:flex;flex-direction:column;justify-content:space-between;min-width:0}
.tiles>div:first-child{border-left:0;padding-left:0}.tiles>div:last-child{padding-right:0}
.tiles .name{display:block;font-size:14px;font-weight:600}.tiles p{margin:0 0 8px;font-size:12.5px;color:var(--quiet);line-height:1.35}.tiles svg{display:block;width:100%;height:auto}
.choices .lead{margin:0;font-size:16px}.choices{display:flex;flex-wrap:wrap;gap:10px 28px;align-items:center;margin:0 0 14px;font-size:13.5px;color:var(--quiet)}
fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;align-items:center;gap:6px 12px;min-width:0}
legend{float:left;padding:0;margin:0 12px 0 0}
.pills{display:inline-flex;flex-wrap:wrap;border:1px solid #8b91a0;border-radius:7px;overflow:hidden;background:#fff}
.pills label{position:relative;cursor:pointer}.pills input{position:absolute;inset:0;margin:0;opacity:0;cursor:pointer}
.pills span{display:block;padding:5px 13px;border-left:1px solid #e4e0d6;color:var(--ink);max-width:24em}.pills label:first-child span{border-left:0}
.pills input:checked+span{background:var(--ink);color:#fff}
.pills .c0 input:checked+span{background:#636b7d}.pills .c1 input:checked+span{background:#0068a8}.pills .c2 input:checked+span{background:#9c5c00}.pills .c3 input:checked+span{background:#7a3e9d}
.pills input:focus-visible+span{outline:3px solid #0068a8;outline-offset:-3px}.pills input:focus-visible:checked+span{outline-color:#fff}
button{font:inherit;font-size:13px;color:var(--quiet);background:none;border:1px solid #8b91a0;border-radius:6px;padding:4px 10px;cursor:pointer}
button:hover{color:var(--ink);border-color:var(--ink)}.grow{flex:1}
.figure{overflow-x:auto;margin:0 0 8px}.figure svg{display:block;max-width:100%;height:auto;min-width:1130px}.figure.wide svg{max-width:none}
:focus-visible{outline:3px solid #0068a8;outline-offset:2px}
.hot{outline:none;fill:#1b2130;fill-opacity:0}.hot:hover,.hot:focus-visible{fill-opacity:.04}.hot:focus-visible{stroke:#0068a8;stroke-width:2}
#tip{position:absolute;z-index:9;width:262px;background:var(--ink);color:#fff;font-size:13px;line-height:1.4;padding:9px 12px;border-radius:7px;pointer-events:none}
.source{font-size:12.5px;color:var(--quiet);margin:0 0 4px;max-width:80em}
code{font:13px/1.5 ui-monospace,'DejaVu Sans Mono',monospace}
details{margin:10px 0}summary{cursor:pointer;font-size:14px;color:var(--quiet)}
.table{overflow-x:auto}table{border-collapse:collapse;font-size:14px;margin:10px 0}
td,th{padding:5px 18px 5px 0;text-align:right;border-bottom:1px solid var(--rule);vertical-align:top;font-weight:400;white-space:nowrap}
thead th{color:var(--quiet);font-size:12.5px;border-bottom-color:#8b91a0}td.word,th.word{text-align:left;white-space:normal;min-width:8em;max-width:30em}tbody th{font-weight:600}
.kept{color:var(--good);font-weight:600}.missed{color:var(--bad);font-weight:600}
.c0{color:#636b7d}.c1{color:#0068a8}.c2{color:#9c5c00}.c3{color:#7a3e9d}
.columns{display:grid;grid-template-columns:repeat(4,1fr);gap:24px 32px;font-size:14px}.columns p{margin:0 0 8px;color:var(--quiet)}
.warnings{margin:0 0 24px;padding:0 0 0 1.1em;font-size:14px;max-width:70em}
.small{display:none}
@media screen and (max-width:900px){.figure svg{min-width:1180px}.tiles,.columns{grid-template-columns:1fr 1fr}.tiles>div:nth-child(odd){border-left:0;padding-left:0}.tiles>div:nth-child(n+3){border-top:1px solid var(--rule)}h1{font-size:30px}body{padding:20px 16px 60px}}
@media screen and (max-width:560px){.tiles,.columns{grid-template-columns:1fr}.tiles>div{border-left:0;padding:14px 0 12px}.tiles svg{max-width:320px}.tiles>div+div{border-top:1px solid var(--rule)}h2{margin-top:44px}.kicker,.answer{font-size:19px}
.large{display:none}.small{display:block}.figure.small svg{min-width:0;width:100%;max-width:460px}}
@media print{@page{size:A4 landscape;margin:10mm 12mm}html{background:#fff}body{padding:0;max-width:none}h1{font-size:32px}.kicker,.answer{font-size:18px}.lead{font-size:14px;break-after:avoid;margin-bottom:10px}
.choices fieldset,button,#tip,details,.small{display:none!important}.large{display:block!important}h2{break-after:avoid;margin-top:26px}h2.sheet{break-before:page;margin-top:0;border-top:0;padding-top:0}
.figure{overflow:visible;break-inside:avoid}.figure svg,.figure.wide svg{min-width:0;width:auto;max-width:100%;max-height:144mm;margin:0 auto}.tiles,.columns,tr{break-inside:avoid}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
@media (prefers-reduced-motion:no-preference){.hot{transition:fill-opacity .12s}}
@media (forced-colors:active){.pills input:checked+span{outline:3px solid Highlight;outline-offset:-3px}}
)css";

} // namespace sojourn::output::page

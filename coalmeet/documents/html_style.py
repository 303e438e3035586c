"""How the page looks: one column that a phone can show, light or dark as the reader's system is, and on paper."""

STYLE = """\
:root { color-scheme: light dark; --ink: #17212b; --soft: #51606e; --rule: #d5dbe0; --paper: #fff; --accent: #0f5a5e;
  --holds: #1f6b3a; --waiting: #8a5200; --titles: "Source Serif 4", Charter, "Iowan Old Style", Georgia, serif; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eef3f1; --soft: #b3bfc6; --rule: #3a464d; --paper: #12191c; --accent: #7fc9c2;
    --holds: #86d3a0; --waiting: #eeb566; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1.0625rem/1.5 system-ui, "Source Sans 3", "Segoe UI", "Helvetica Neue", sans-serif; }
main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1.125rem 4rem; }
h1, h2, h3, h4, p, ul, dl, dd, blockquote { margin: 0; padding: 0; }
h1 { font: 600 2rem/1.15 var(--titles); margin: 1rem 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.25rem 0 .5rem; }
h2.part { font: 600 1.625rem/1.2 var(--titles); border-top: 2px solid var(--ink); padding-top: 1rem; margin-top: 3rem; }
h3 { font-size: 1.125rem; margin: 2rem 0 .125rem; }
h4 { font-size: 1rem; }
p + p, dl, .item > p { margin-top: .375rem; }
.kicker, .quiet, .remark, dt { color: var(--soft); font-size: .9375rem; }
.kicker { color: var(--accent); font-weight: 600; }
.lead { font-size: 1.1875rem; }
.remark { font-style: italic; }
.words, .number { font-weight: 600; }
.felt { font: italic 1.5rem/1.35 var(--titles); }
.status { display: inline-block; margin-top: .5rem; padding: .0625rem .75rem; border: 1.5px solid; border-radius: 1rem;
  font-size: .875rem; font-weight: 600; color: var(--soft); }
ul { list-style: none; }
li { padding: .625rem 0; border-bottom: 1px solid var(--rule); }
li:first-child { border-top: 1px solid var(--rule); }
li p + p { margin-top: .125rem; }
.numbered > li, .requests > li { position: relative; padding-inline-start: 2.75rem; }
.numbered .number, .requests .box { position: absolute; inset-inline-start: 0; }
.mark { display: inline-block; width: 1.1em; }
.outcome { font-weight: 600; color: var(--soft); }
.outcome.holds, .status.holds { color: var(--holds); }
.outcome.waiting, .status.waiting { color: var(--waiting); }
.box { font-size: 1.25em; line-height: 1.2; }
dl > div { margin-top: .375rem; }
dt { font-weight: 600; }
@media (min-width: 34rem) {
  dl > div { display: grid; grid-template-columns: 8.5rem 1fr; column-gap: 1rem; align-items: baseline; }
  dt { font-weight: 400; } dd { grid-column: 2; }
}
.decision { margin-top: 1rem; padding: .75rem 0; border-top: 2px solid var(--ink);
  border-bottom: 1px solid var(--ink); }
blockquote { margin: .375rem 0; font-size: 1.125rem; }
.decision.holds blockquote, .decision.waiting blockquote { font-weight: 600; }
@media print { main { max-width: none; padding: 0; } li, .decision { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; } }
"""

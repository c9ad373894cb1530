/** Colours by name, once for light and once for dark; all pairs of text and ground have a contrast above 7 : 1. */
export const STYLE = `
:root { color-scheme: light dark; --ground: #fff; --text: #1b1f24; --soft: #454c54; --line: #c9d0d8; --bar: #4a7fb5; --mark: #8a2d00; --link: #0b4a8f; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14171a; --text: #eceff2; --soft: #c0c8d0; --line: #434b54; --bar: #6ea8dc; --mark: #ffb38a; --link: #9cc8ff; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 80rem; padding: 1.5rem 1rem 4rem; background: var(--ground); color: var(--text);
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 1.6rem; margin: 0 0 .3rem; }
h2 { font-size: 1.3rem; margin: 2.4rem 0 .5rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.08rem; margin: 1.4rem 0 .3rem; }
p, ul { margin: .3rem 0; }
.soft { color: var(--soft); }
a { color: var(--link); }
a:focus-visible, div.wide:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; padding: 0; }
div.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: .4rem 0 1rem; }
figure { margin: 0; }
figcaption { font-weight: 600; padding: .3rem 0; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; }
td.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
td.hidden { color: var(--soft); font-style: italic; }
.mark { color: var(--mark); font-weight: 600; }
tbody th { font-weight: 400; max-width: 28rem; }
tr.all th, tr.all td { font-weight: 600; }
svg { display: block; }
svg rect { fill: var(--bar); }
svg { overflow: visible; }
svg path { stroke: var(--text); stroke-width: 1.5; fill: none; }
svg path.soft { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 3 2; }
svg circle { fill: var(--bar); stroke: var(--ground); }
table.form { width: 100%; }
table.form td { min-width: 6rem; height: 2.2rem; }
@media (max-width: 40rem) {
  div.wide th:first-child { position: sticky; left: 0; max-width: 10rem; background: var(--ground); }
}
@page { size: landscape; margin: 12mm; }
@media print {
  :root { --ground: #fff; --text: #000; --soft: #222; --line: #999; --bar: #777; --mark: #000; --link: #000; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  nav { display: none; }
  div.wide { overflow: visible; }
  h2, h3, figcaption { break-after: avoid; }
  tr { break-inside: avoid; }
}
`;

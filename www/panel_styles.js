// Styles of the panel “Test it”. The tokens are those of styles.js.

export const PANEL_STYLES = `
.test {
  --target: 36px;
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 16px;
  padding-block: 16px;
  border-block-start: 1px solid var(--rule);
}
@media (pointer: coarse) { .test { --target: 44px; } }
.test h2 { margin: 0; font-size: 1.1875em; font-weight: 600; line-height: 1.3; text-wrap: balance; }
.test h3 { margin-block: 0 4px; font-size: 1em; font-weight: 600; line-height: 1.4; }
.test h4 { margin-block: 8px 4px; font-size: max(.9375em, 14px); font-weight: 600; line-height: 1.4; }
.test p { margin-block: 0 8px; max-inline-size: 68ch; }
.test :is(.ux-about, .test-legend) { color: var(--soft); font-size: max(.875em, 13px); line-height: 1.5; }
.ux-declared { padding-inline-start: 12px; border-inline-start: 3px solid var(--edge); }
.ux-declared > :last-child { margin-block-end: 0; }
.test .ux-reading { font-weight: 600; }

/* In one column a row of buttons stays at the screen's edge. */
.test :is(a, button, input, select, summary, [tabindex]) { scroll-margin-block: 72px; }

.drawn { position: relative; inline-size: 100%; overflow: hidden; }
.drawn:is([role="slider"], .is-over) { cursor: default; }
.drawn.is-over { cursor: pointer; }
.scatter-part { max-inline-size: 440px; }
.test-legend { margin-block-start: 6px; }
.test-legend p { margin-block: 0 4px; }

.choices { display: grid; gap: 10px; align-content: start; }
.choice { display: grid; gap: 4px; justify-items: start; }
.choice select { color: var(--text); }
.choice .label { color: var(--soft); font-size: max(.875em, 13px); line-height: 1.4; }
.choice .joined button { padding: 4px 10px; min-block-size: var(--target); }
.check { display: flex; align-items: center; gap: 8px; min-block-size: var(--target); color: inherit; }
.check input { inline-size: 20px; block-size: 20px; min-block-size: 0; margin: 0; accent-color: var(--text); }

.year:empty { display: none; }
.year { display: grid; gap: 12px; align-content: start; }
.year ul { margin: 0; padding: 0; list-style: none; }
.year li { padding-block: 2px; font-size: max(.9375em, 14px); line-height: 1.5; }
.year li a { display: inline-block; min-block-size: 24px; }
@media (pointer: coarse) { .year li a { padding-block: 8px; } }

.explored, .ux-numbers { min-inline-size: 0; }
.ux-numbers { overflow-x: auto; }
.ux-numbers table { border-collapse: collapse; min-inline-size: 52em; font-size: max(.8125em, 13px); line-height: 1.4; font-variant-numeric: tabular-nums; }
.ux-numbers caption { padding-block: 4px; color: var(--soft); text-align: start; }
.ux-numbers :is(th, td) { padding: 4px 10px 4px 0; border-block-end: 1px solid var(--rule); text-align: start; vertical-align: top; font-weight: inherit; overflow-wrap: normal; }
.ux-numbers td { white-space: nowrap; }
.ux-numbers thead th { color: var(--soft); vertical-align: bottom; }
.ux-numbers tbody th { min-inline-size: 9em; }
.test .examples p { margin-block: 4px 8px; }
.test-foot { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 8px 16px; }
.test-foot a { display: inline-flex; align-items: center; min-block-size: var(--target); }

/* On a wide stage the scores are as wide as the ties above them, so that a year stands under the same year. */
@container (min-width: 56.25em) {
  .test {
    grid-column: 1 / -1;
    grid-template-columns: minmax(0, 64fr) minmax(0, 36fr);
    grid-template-areas: "head head" "answer choices" "scores year" "explored scatter" "examples examples" "foot foot";
    gap: 20px 32px;
  }
  .test h2 { grid-area: head; }
  .answer { grid-area: answer; }
  .choices { grid-area: choices; }
  .scores-part { grid-area: scores; }
  .year { grid-area: year; }
  .scatter-part { grid-area: scatter; }
  .explored { grid-area: explored; }
  .examples { grid-area: examples; }
  .test-foot { grid-area: foot; }
}
@media print { .test, .test-door { display: none; } }
`;

// Styles of the parts of free exploration. The tokens are those of styles.js.

export const EXPLORE_STYLES = `
.ties-room, .map-room, .find-part { --target: 36px; }
@media (pointer: coarse) {
  .ties-room, .map-room, .find-part { --target: 44px; }
}
.tools {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px 16px;
}
.ties-room .tools { margin-block-start: 8px; }
.map-room .tools { justify-content: space-between; gap: 8px; }
.map-question { flex: 1 0 100%; display: grid; gap: 4px; }
select { inline-size: 100%; text-overflow: ellipsis; }
.map-room .joined button { padding-inline: 6px; }
.tools button, .range button { padding: 4px 10px; min-block-size: var(--target); white-space: nowrap; }
.joined { display: flex; flex-wrap: wrap; row-gap: 4px; max-inline-size: 100%; }
.joined > * { border-radius: 0; }
.joined > :first-child { border-start-start-radius: 2px; border-end-start-radius: 2px; }
.joined > :last-child { border-start-end-radius: 2px; border-end-end-radius: 2px; }
.joined > * + * { margin-inline-start: -1px; }
.joined > :is(:hover, :focus-visible) { z-index: 1; }
.tools button.sign { display: grid; place-items: center; inline-size: var(--target); padding: 0; }
.pages { grid-column: 1 / -1; margin-block-start: 16px; }
.pages ul { display: flex; flex-wrap: wrap; gap: 4px 24px; margin: 0; padding: 0; list-style: none; }
.pages a { display: inline-flex; align-items: center; min-block-size: var(--target); }
.icon {
  inline-size: 16px;
  block-size: 16px;
  fill: none;
  stroke: currentcolor;
  stroke-width: 1.75;
}
.icon:is(.play, .pause) { fill: currentcolor; stroke: none; inline-size: 14px; block-size: 14px; }
button.play { display: flex; align-items: center; justify-content: center; gap: 6px; min-inline-size: 6em; }
button[aria-pressed="true"] {
  border-color: var(--text);
  background: var(--text);
  color: var(--paper);
}
.tools .count, .list .count {
  margin: 0;
  color: var(--soft);
  font-size: max(.875em, 13px);
  font-variant-numeric: tabular-nums;
}

/* The thumb may be thinner than a finger: it and the handles keep their targets, side by side, around the window. */
.overview { margin-block-start: 12px; padding-inline: 28px; }
@media (pointer: coarse) { .overview { padding-inline: 44px; } }
.strip {
  --grip: 24px;
  --mid: calc((var(--from, 0) + var(--to, 1)) * 50%);
  --half: max(var(--grip) / 2, (var(--to, 1) - var(--from, 0)) * 50%);
  position: relative;
  block-size: 45px;
  border-block-end: 1px solid var(--edge);
  color: var(--edge);
  touch-action: pan-y;
  cursor: pointer;
  -webkit-user-select: none;
  user-select: none;
}
@media (pointer: coarse) { .strip { --grip: 44px; } }
.columns { position: absolute; inset: 4px 0 0; inline-size: 100%; block-size: 40px; fill: currentcolor; opacity: .75; }
.window {
  position: absolute;
  inset-block: 0;
  inset-inline-start: calc(var(--from, 0) * 100%);
  inline-size: max(2px, calc((var(--to, 1) - var(--from, 0)) * 100%));
  border-inline: 2px solid var(--text);
  background: color-mix(in srgb, var(--text) 10%, transparent);
  pointer-events: none;
}
.thumb, .handle {
  position: absolute;
  inset-block: 0;
  cursor: grab;
}
.thumb { left: calc(var(--mid) - var(--half)); inline-size: calc(2 * var(--half)); }
.strip.is-whole .thumb { cursor: pointer; }
.thumb:active { cursor: grabbing; }
.handle { inline-size: var(--grip); cursor: ew-resize; }
.handle.from { left: calc(var(--mid) - var(--half) - var(--grip)); }
.handle.to { left: calc(var(--mid) + var(--half)); }
.handle::after {
  content: "";
  position: absolute;
  inset-block: 10px;
  inline-size: 8px;
  border: 1px solid var(--text);
  border-radius: 2px;
  background: var(--paper);
}
.handle.from::after { right: 0; }
.handle.to::after { left: 0; }
.handle:hover::after { background: var(--text); }
.years {
  display: flex;
  justify-content: space-between;
  margin: 2px 0 0;
  color: var(--soft);
  font-size: 12px;
  line-height: 1.4;
  font-variant-numeric: tabular-nums;
}

label { color: var(--soft); font-size: max(.875em, 13px); line-height: 1.4; }
input, select {
  min-inline-size: 0;
  min-block-size: var(--target);
  padding: 4px 10px;
  border: 1px solid var(--edge);
  border-radius: 2px;
  background: transparent;
  color: inherit;
  /* Below 16 px a phone zooms the page into the field. */
  font: inherit;
  font-size: max(1rem, 16px);
}
option { background: var(--paper); color: var(--text); }
input[aria-invalid="true"] { border-color: var(--text); border-width: 2px; }
.range {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 4px 12px;
  margin-block-start: 8px;
}
.range .joined { flex: 0 1 32ch; }
.range input { flex: 1; inline-size: 100%; }
.range-hint {
  flex: 1 0 100%;
  min-block-size: 1.5em;
  margin: 0;
  color: var(--soft);
  font-size: max(.8125em, 13px);
  line-height: 1.5;
}
.test-door { margin-block-start: 8px; }
/* What sticks to the window’s edge on a phone covers nothing that the focus comes to. */
.ties-part :is(button, input, summary) { scroll-margin-block: 72px; }
.reading { margin-block-start: 8px; }

.shelf { min-block-size: 1.5em; margin: 6px 0 0; font-size: max(.875em, 13px); line-height: 1.5; }
.places-list { max-block-size: 20em; overflow-y: auto; font-size: max(.9375em, 14px); }

.find-part { border-block-start: 1px solid var(--rule); padding-block-start: 16px; }
.find-part h2 { margin-block: 0 10px; font-size: 1.1875em; font-weight: 600; line-height: 1.3; }
.filters { display: grid; align-content: start; gap: 8px; }
.search { display: grid; gap: 4px; }
.search input { inline-size: 100%; }
.chips { display: flex; flex-wrap: wrap; gap: 6px; padding-block: 2px 6px; }
/* A folded row is the exception there. */
.rows .chip[aria-pressed="true"] { border-color: var(--edge); background: transparent; color: inherit; }
.rows .chip[aria-pressed="true"]::before { content: "\\2713\\00a0"; content: "\\2713\\00a0" / ""; }
.rows .chip[aria-pressed="false"] { border-style: dashed; color: var(--soft); }
button.chip { min-block-size: 30px; padding: 3px 10px; font-size: max(.875em, 13px); text-align: start; }
@media (pointer: coarse) {
  button.chip { min-block-size: 44px; }
  .list li a, .places-list li a { padding-block: 10px; }
}
.chip .n { color: var(--soft); font-variant-numeric: tabular-nums; }
.chip[aria-pressed="true"] .n { color: inherit; }
button.clear { justify-self: start; }
.list {
  position: relative;
  max-block-size: 24em;
  margin-block-start: 12px;
  padding: 8px 12px;
  border: 1px solid var(--rule);
  overflow-y: auto;
}
.list :is(ol, ul), .places-list :is(ol, ul) { margin: 0; padding: 0; list-style: none; }
.list .count:not(:first-child) { margin-block-start: 12px; }
.list li, .places-list li {
  padding: 3px 8px;
  border-inline-start: 3px solid transparent;
  line-height: 1.5;
}
.list li a, .places-list li a { display: inline-block; min-block-size: 24px; }
.list :is(time, .quiet, .snippet), .places-list time { color: var(--soft); font-size: max(.875em, 13px); line-height: 1.7; }
.list time, .places-list time { margin-inline-end: .5em; font-variant-numeric: tabular-nums; }
.list .snippet { margin: 0 0 4px; }
.list li.is-over { border-inline-start-color: var(--edge); }
.list li[aria-current="true"] { border-inline-start-color: var(--text); background: color-mix(in srgb, var(--text) 7%, transparent); }
mark { background: none; color: inherit; font-weight: 700; text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .2em; }
.nothing { display: grid; justify-items: start; gap: 8px; padding-block: 8px; }
.nothing p { margin: 0; }

.hint {
  position: absolute;
  inset-inline: 0;
  inset-block-start: 40%;
  inline-size: fit-content;
  max-inline-size: 90%;
  margin: 0 auto;
  padding: 8px 14px;
  border-radius: 2px;
  background: var(--text);
  color: var(--paper);
  font-size: max(.875em, 14px);
  line-height: 1.4;
  text-align: center;
  pointer-events: none;
  animation: hint 2.6s both;
}
@keyframes hint { 0%, 100% { opacity: 0; } 10%, 80% { opacity: 1; } }
@media (prefers-reduced-motion: reduce) { .hint { animation: none; } }

@container (min-width: 37.5em) {
  .map-room .joined button { padding-inline: 10px; }
  .list li {
    display: grid;
    grid-template-columns: 10.5em minmax(0, 1fr);
  }
  .list li > time { grid-row: 1 / span 2; }
  .list li > :not(time) { grid-column: 2; justify-self: start; }
}
@container (min-width: 56.25em) {
  .find-part {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    column-gap: 32px;
  }
  .find-part h2 { grid-column: 1 / -1; }
  .list { block-size: 0; min-block-size: 100%; max-block-size: none; margin-block: 0; }
}
`;

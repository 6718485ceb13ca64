// The stylesheet of the shadow DOM. Widths are those of the container, never of the window, and in the reader's letters:
// who enlarges them gets the layout for the room that is left.

export const STYLES = `
:host {
  display: block;
  inline-size: 100%;
  min-inline-size: 0;
  box-sizing: border-box;
}
:host([hidden]) { display: none; }
[hidden] { display: none !important; }
*, *::before, *::after { box-sizing: border-box; }

.ux {
  --paper: var(--ux-surface, #fdfcf8);
  --text: var(--ux-ink, #1f1e1a);
  --soft: #5b584e;
  --rule: #d8d4c8;
  --edge: #858173;
  --link: #14507d;
  container-type: inline-size;
  color: var(--text);
  background: var(--paper);
  font-family: var(--ux-font, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif);
  font-size: max(1rem, 16px);
  line-height: 1.6;
  text-align: start;
  overflow-wrap: anywhere;
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
}
.ux[data-scheme="light"] { color-scheme: light; }
.ux[data-scheme="dark"] {
  --paper: var(--ux-surface, #16181b);
  --text: var(--ux-ink, #edeae2);
  --soft: #aca89c;
  --rule: #383b40;
  --edge: #7d7b74;
  --link: #93c4ee;
  color-scheme: dark;
}

.ux.is-live slot[name="pictures"], .ux.is-live .rest { display: none; }

.note, .quiet {
  margin: 0;
  color: var(--soft);
  font-size: max(.875em, 14px);
  line-height: 1.5;
}
.note {
  margin-block: 0 20px;
  padding-block: 8px;
  border-block: 1px solid var(--rule);
}
.quiet { margin-block-start: 12px; }

.live {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

/* One column: picture, story, map. */
.stage {
  position: relative;
  isolation: isolate;
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  row-gap: 16px;
  padding-block: 16px 24px;
  border-block-start: 1px solid var(--rule);
  border-block-end: 1px solid var(--rule);
  margin-block-end: 32px;
}

.picture {
  position: relative;
  inline-size: 100%;
  overflow: hidden;
  -webkit-tap-highlight-color: transparent;
  -webkit-user-select: none;
  user-select: none;
}
/* As wide as its picture and as high as a line's letters: a change of either is news, one of the picture's height is not. */
.probe {
  position: absolute;
  inset-block-start: 0;
  inset-inline: 0;
  block-size: 1em;
  visibility: hidden;
}
canvas {
  position: absolute;
  inset: 0;
  display: block;
  inline-size: 100%;
  block-size: 100%;
  pointer-events: none;
}

:focus-visible {
  outline: 2px solid var(--link);
  outline-offset: 2px;
}

/* In one column the row of buttons stays on the screen as long as the stage does: pictures can be taller than it. */
.controls {
  position: sticky;
  inset-block: 0;
  z-index: 1;
  display: grid;
  grid-template-columns: auto minmax(0, 1fr) auto;
  align-items: stretch;
  gap: 4px;
  padding-block: 8px;
  background: var(--paper);
  border-block: 1px solid var(--rule);
}
.card-part a, .card-text, button.free { scroll-margin-block: 72px; }
button {
  min-block-size: 36px;
  min-inline-size: 36px;
  padding: 6px 14px;
  border: 1px solid var(--edge);
  border-radius: 2px;
  background: transparent;
  color: inherit;
  font: inherit;
  font-size: max(.9375em, 14px);
  line-height: 1.3;
  overflow-wrap: normal;
  cursor: pointer;
  touch-action: manipulation;
}
button:hover { border-color: var(--text); }
button.next {
  border-color: var(--text);
  background: var(--text);
  color: var(--paper);
}
@media (hover: hover) {
  button.next:hover { background: transparent; color: var(--text); }
}
button[aria-disabled="true"], button.next[aria-disabled="true"] {
  border-color: var(--rule);
  background: transparent;
  color: var(--soft);
  cursor: default;
}
button.back::before { content: "\\2190\\00a0"; content: "\\2190\\00a0" / ""; }
button.next::after { content: "\\00a0\\2192"; content: "\\00a0\\2192" / ""; }
button.free {
  margin-block-start: 8px;
  padding-inline: 0;
  border-color: transparent;
  color: var(--link);
  text-decoration: underline;
  text-decoration-thickness: 1px;
  text-underline-offset: .2em;
}
button.read {
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
  overflow: hidden;
  -webkit-box-pack: center;
  align-self: center;
  min-block-size: 24px;
  padding: 0 4px;
  border: 0;
  font-size: max(.8125em, 13px);
}
@media (pointer: coarse) {
  button { min-block-size: 44px; min-inline-size: 44px; }
  button.read { min-block-size: 44px; }
}

a {
  color: var(--link);
  text-decoration-thickness: 1px;
  text-underline-offset: .2em;
}
a:hover { text-decoration-thickness: 2px; }

.card-text > :first-child { margin-block-start: 0; }
.card-text > :last-child { margin-block-end: 0; }
.card-text h2 {
  margin-block: 0 6px;
  font-size: 1.1875em;
  font-weight: 600;
  line-height: 1.3;
  text-wrap: balance;
}
.card-text :is(p, ul, ol) { margin-block: 0 10px; max-inline-size: 62ch; }
.card-text :is(ul, ol) { padding-inline-start: 1.25em; }
.card-text li { margin-block: 2px; }
.card-text :is(.pointed, li) { line-height: 1.75; }
.card-text .count {
  margin-block-end: 2px;
  color: var(--soft);
  font-size: max(.875em, 13px);
  font-variant-numeric: tabular-nums;
}
.detail-failed .card-text .quiet { display: none; }
.card-text .figure {
  padding-inline-start: 12px;
  border-inline-start: 3px solid var(--rule);
}
.card-text :is(.pointed, .cluster) { font-size: max(.9375em, 14px); }
.card-text :is(time, .quiet) { color: var(--soft); }
.card-text dl {
  display: grid;
  grid-template-columns: minmax(5.5em, auto) minmax(0, 1fr);
  gap: 2px 16px;
  margin-block: 0;
  font-size: max(.875em, 14px);
  line-height: 1.5;
}
.card-text dt { color: var(--soft); }
.card-text dd { margin: 0; }

.legend-text {
  color: var(--soft);
  font-size: max(.8125em, 13px);
  line-height: 1.5;
}
.legend-text > * { margin-block: 0 6px; }
.legend-text > :last-child { margin-block-end: 0; }
.map-part .legend-text { margin-block-start: 8px; }
.legend-text .question { color: var(--text); font-size: max(.9375em, 14px); font-weight: 600; }
.legend-text ul {
  display: flex;
  flex-wrap: wrap;
  gap: 2px 16px;
  padding: 0;
  list-style: none;
}
.legend-text .glyph { display: inline-block; min-inline-size: 1.2em; margin-inline-end: .35em; color: var(--text); }
.legend-text a { display: inline-block; min-block-size: 24px; }
summary {
  display: flex;
  align-items: center;
  min-block-size: 32px;
  inline-size: fit-content;
  color: var(--soft);
  font-size: max(.875em, 13px);
  cursor: pointer;
}
summary::before { content: "+"; content: "+" / ""; inline-size: 1.1em; }
details[open] > summary::before { content: "\\2212"; content: "\\2212" / ""; }
summary::-webkit-details-marker { display: none; }
@media (pointer: coarse) {
  summary { min-block-size: 44px; }
}

@container (max-width: 21em) {
  button { padding-inline: 9px; }
}
@container (max-width: 15em) {
  .controls { grid-template-columns: auto auto; justify-content: space-between; }
  button.read { grid-row: 2; grid-column: 1 / -1; justify-self: start; }
}
@container (min-width: 37.5em) {
  .stage { row-gap: 24px; padding-block: 20px 28px; }
}
@container (min-width: 56.25em) {
  .stage {
    grid-template-columns: minmax(0, 64fr) minmax(0, 36fr);
    grid-template-rows: auto auto 1fr;
    grid-template-areas: "ties controls" "ties card" "ties map";
    column-gap: 32px;
    row-gap: 12px;
  }
  .ties-part { grid-area: ties; }
  .controls {
    grid-area: controls;
    position: static;
    padding: 0;
    border: 0;
  }
  button.read { visibility: hidden; }
  .card-part { grid-area: card; }
  .map-part { grid-area: map; border-block-start: 1px solid var(--rule); padding-block-start: 20px; }
}

/* More contrast, where the reader asks for it: no word softer than 7:1, no edge softer than 3:1. */
@media (prefers-contrast: more) {
  .ux { --soft: #3a3730; --rule: #858173; --edge: #565042; --link: #0b3a5e; }
  .ux[data-scheme="light"] { --paper: var(--ux-surface, #fff); --text: var(--ux-ink, #000); }
  .ux[data-scheme="dark"] {
    --paper: var(--ux-surface, #000);
    --text: var(--ux-ink, #fff);
    --soft: #d6d3cb;
    --rule: #7d7b74;
    --edge: #a8aeb2;
    --link: #b4dbff;
  }
}
/* The system's own colours. The pictures read Canvas, CanvasText and Highlight off this element. */
@media (forced-colors: active) {
  .ux, .ux[data-scheme] {
    --paper: Canvas;
    --text: CanvasText;
    --soft: CanvasText;
    --rule: CanvasText;
    --edge: ButtonBorder;
    --link: LinkText;
    background: Canvas;
    color: CanvasText;
    outline: 0 solid Highlight;
  }
  /* What is said by filling alone is else taken away. */
  button:is(.next, [aria-pressed="true"]):not([aria-disabled="true"]) {
    forced-color-adjust: none;
    border-color: Highlight;
    background: Highlight;
    color: HighlightText;
  }
  button[aria-disabled="true"] { border-color: GrayText; color: GrayText; }
}

@media print {
  .ux, .ux[data-scheme="dark"] {
    --paper: #fff;
    --text: #000;
    --soft: #444;
    --rule: #bbb;
    --link: #000;
    color-scheme: light;
    /* Firefox ESR 153 prints nothing of the grids within a container. */
    container-type: normal;
  }
  .stage { border: 0; }
  .controls, .free, .quiet { display: none; }
  .ux.has-pictures.is-live .stage { display: none; }
  .ux.has-pictures.is-live slot[name="pictures"] { display: contents; }
}
`;

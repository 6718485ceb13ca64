// What the reader does, one small act a frame. Each begins from a link, so that every run sees the same pictures.

/** @typedef {import('../../pkg/us_uz_explainer.js').Explainer} Explainer */

/**
 * @typedef {object} Scenario
 * @property {string} name
 * @property {string} from  link text of the view it begins with
 * @property {(wasm: Explainer) => void} [begin]
 * @property {(wasm: Explainer, part: number, n: number) => void} step  `part`: how much of it is done, up to 1
 */

/** A decade in the middle, the cursor out of the way of the pointer. */
const DECADE = 'from=1999-01-01&to=2008-12-31&at=2000-06-01&explore=1';
/** Where the pointer goes down on each picture, CSS px. */
const [TIES_X, TIES_Y] = [620, 200];
const [MAP_X, MAP_Y] = [320, 250];
const MS_PER_DAY = 86_400_000;

/** Out and back again, so that what is seen stays about the same. @param {number} part */
const swing = (part) => Math.sin(2 * Math.PI * part);

/** Closer in the first half, back in the second. @param {number} part */
const closer = (part) => (part <= 0.5 ? 1.03 : 1 / 1.03);

/** @type {readonly Scenario[]} */
export const SCENARIOS = [
  {
    name: 'pan of time',
    from: DECADE,
    begin: (wasm) => wasm.grab('ties', TIES_X, TIES_Y, TIES_X, TIES_Y),
    step(wasm, part) {
      const x = TIES_X + 200 * swing(part);
      wasm.drag('ties', x, TIES_Y, x, TIES_Y);
    },
  },
  { name: 'zoom of time', from: DECADE, step: (wasm, part) => wasm.zoom('ties', closer(part), TIES_X, TIES_Y) },
  {
    name: 'pan of the map',
    from: DECADE,
    begin: (wasm) => wasm.grab('map', MAP_X, MAP_Y, MAP_X, MAP_Y),
    step(wasm, part) {
      const [x, y] = [MAP_X + 150 * swing(part), MAP_Y + 100 * swing(2 * part)];
      wasm.drag('map', x, y, x, y);
    },
  },
  { name: 'zoom of the map', from: DECADE, step: (wasm, part) => wasm.zoom('map', closer(part), MAP_X, MAP_Y) },
  {
    name: 'cursor, a week a frame',
    from: 'from=1991-01-01&to=2025-12-31&explore=1',
    step(wasm, _, n) {
      wasm.setCursor(new Date(Date.UTC(2004, 0, 5) + 7 * n * MS_PER_DAY).toISOString().slice(0, 10));
    },
  },
  {
    name: 'selection, an event a frame',
    from: 'from=1991-01-01&to=2025-12-31&at=2004-01-05&explore=1',
    step: (wasm) => wasm.moveSelection(1),
  },
];

// What src/web offers to this shell, typed by hand: wasm-pack writes `any` where these shapes are known.

/** Content as data: built with createElement and textContent only. */
export interface NodeData {
  tag: string;
  attrs: [name: string, value: string][];
  children: (NodeData | string)[];
}

export type Picture = 'ties' | 'map';
export type Group = 'partner' | 'theme' | 'kind' | 'row' | 'question' | 'camera';
/**
 * `count`: for partner, theme and kind how many records would be left if this were added; for a row the records in it;
 * 0 for question and camera. `on`: chosen; for a row unfolded.
 */
export type Choice = [id: string, name: string, count: number, on: boolean];

export interface State {
  /** Counted from 0. */
  step: number;
  steps: number;
  exploring: boolean;
  /** Such as `event:k2-agreement`; '' for nothing. */
  selected: string;
  /** Key of the prepared card that belongs here, such as `step:question`; '' for none. */
  card: string;
  /** ISO date of the cursor. */
  cursor: string;
  cursorWords: string;
  /** ISO dates of the first and the last day of the time axis. */
  domain: [string, string];
  /** What the slider on the ties picture says of itself. */
  valueText: string;
  canBack: boolean;
  canNext: boolean;
  /** ISO dates of the window of time. */
  from: string;
  to: string;
  /** What is drawn of time, in days since 1970-01-01: on the way to the window while the picture moves. */
  days: [number, number];
  /** Whether all of time is shown. */
  whole: boolean;
  playing: boolean;
  /** What is searched for, as typed. */
  query: string;
  /** Whether any filter or search is on. */
  filtered: boolean;
  /** Which of the map's prepared views is shown; '' after a free move. */
  camera: string;
  question: string;
  /** How many events are in view. */
  inView: number;
  /** The chosen event's position among them, from 1; 0 for none. */
  nth: number;
  /** Why the chosen event has no place on the map; '' otherwise. */
  shelf: string;
}

export type Effect =
  | { kind: 'announce'; text: string }
  | { kind: 'emit'; name: string; detail: unknown }
  | { kind: 'frame' }
  /** Heights may have changed. */
  | { kind: 'size' };

export class Explainer {
  /** @throws {string} all problems of the data, one a line */
  constructor(palette: string, digest?: string);
  /** Text is measured with this canvas' context from now on. @throws {string} */
  measureWith(canvas: HTMLCanvasElement): void;
  /** Titles of events, a line each: the id, a tab, the title. */
  setTitles(lines: string): void;
  /** `light` or `dark`, with ` more` after it for more contrast; or `forced` and nine numbers, see src/paint/theme.rs. */
  setTheme(palette: string): void;
  /** CSS px the picture wants at that width. */
  heightFor(picture: Picture, width: number): number;
  resize(picture: Picture, width: number, height: number, dpr: number): void;
  /** Sets the size of both bitmaps itself. Returns how many layers were painted. */
  paint(picture: Picture, base: HTMLCanvasElement, overlay: HTMLCanvasElement): number;
  pick(picture: Picture, x: number, y: number, slop: number): string;
  hover(target: string): void;
  select(target: string): void;
  /** Counted from 0. */
  step(n: number): void;
  next(): void;
  back(): void;
  explore(): void;
  returnToStory(): void;
  moveSelection(delta: number): void;
  setRange(fromIso: string, toIso: string): void;
  /** An EDTF date or interval; answers '' or one sentence for the reader. */
  setRangeText(edtf: string): string;
  setCursor(iso: string): void;
  /** Whether changes are shown as a short way. */
  setMotion(animate: boolean): void;
  /** Lets ms pass. Answers whether to call again at the next frame. */
  tick(ms: number): boolean;
  /** Pointers went down, or their number changed. CSS px from the picture's left top; one pointer is given twice. */
  grab(picture: Picture, x1: number, y1: number, x2: number, y2: number): void;
  /** They moved: what was grabbed stays beneath them. */
  drag(picture: Picture, x1: number, y1: number, x2: number, y2: number): void;
  /** A factor above 1 goes closer, about the point; NaN: about the cursor, or the map's middle. */
  zoom(picture: Picture, factor: number, x: number, y: number): void;
  /** CSS px; positive shows what is later or east, and below or south. */
  pan(picture: Picture, dx: number, dy: number): void;
  play(on: boolean): void;
  choices(group: Group): Choice[];
  choose(group: Group, id: string, on: boolean): void;
  clearFilters(): void;
  /** Texts that a reader would call the same become the same. */
  fold(text: string): string;
  /** What was found for a query: targets joined by spaces. The query '' ends the search. */
  setFound(query: string, targets: string): void;
  /** What is in view, in date order. */
  list(): NodeData[];
  /** Places in the map's view with their events, then the events without one. */
  places(): NodeData[];
  /** Events left by the filters, for each year of the time axis. */
  density(): Uint32Array;
  view(): string;
  /** '' or one line about what was not understood. */
  setView(view: string): string;
  state(): State;
  drain(): Effect[];
  card(): NodeData[];
  legend(picture: Picture): NodeData[];
  words(): Record<string, string>;
  free(): void;
}

export default function init(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;

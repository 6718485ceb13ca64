// What src/web offers to this shell, typed by hand: wasm-pack writes `any` where these shapes are known.

/** Content as data: built with createElement and textContent only. */
export interface NodeData {
  tag: string;
  attrs: [name: string, value: string][];
  children: (NodeData | string)[];
}

export type Picture = 'ties' | 'map';

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
  domain?: [string, string];
  /** What the slider on the ties picture says of itself. */
  valueText: string;
  canBack: boolean;
  canNext: boolean;
}

export type Effect =
  | { kind: 'announce'; text: string }
  | { kind: 'emit'; name: string; detail: unknown }
  | { kind: 'frame' };

export class Explainer {
  /** @throws {string} all problems of the data, one a line */
  constructor(theme: 'light' | 'dark');
  /** Text is measured with this canvas' context from now on. @throws {string} */
  measureWith(canvas: HTMLCanvasElement): void;
  setTheme(theme: 'light' | 'dark'): void;
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
  setCursor(iso: string): void;
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

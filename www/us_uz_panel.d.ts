// What src/web/panel.rs and its neighbours offer to this shell, typed by hand like us_uz_explainer.d.ts.

import type { NodeData } from './us_uz_explainer.js';

export type PanelPicture = 'scores' | 'scatter' | 'moments';

export interface PanelChoices {
  /** The declared pair first. */
  pairs: [name: string, role: string][];
  /** '' is no curve. */
  curves: [value: string, words: string][];
}

export class Panel {
  /** @throws {string} if the data do not read */
  constructor(palette: string, data: string);
  /** Text is measured with this canvas' context from now on. @throws {string} */
  measureWith(canvas: HTMLCanvasElement): void;
  /** As that of the explainer. */
  setTheme(palette: string): void;
  /** Titles of events, a line each: the id, a tab, the title. */
  setTitles(lines: string): void;
  /** Days since 1970-01-01; the second one is no longer shown. Returns whether other years are compared now. */
  setWindow(fromDay: number, untilDay: number): boolean;
  /** What is drawn of time, as the ties picture draws it. */
  setShown(fromDay: number, untilDay: number): void;
  choose(key: 'pair' | 'whose' | 'halfLife' | 'fan' | 'year', value: string): void;
  choices(): PanelChoices;
  /** CSS px the picture wants at that width. */
  heightFor(picture: PanelPicture, width: number): number;
  resize(picture: PanelPicture, width: number, height: number, dpr: number): void;
  /** Sets the size of the bitmap itself. Returns whether anything was painted. */
  paint(picture: PanelPicture, canvas: HTMLCanvasElement): boolean;
  /** 0 for none. */
  yearAt(picture: PanelPicture, x: number, y: number): number;
  /** Draws so many resamples. Returns whether all intervals are there. */
  advance(resamples: number): boolean;
  results(): NodeData[];
  yearEvents(): NodeData[];
  legend(): NodeData[];
  word(key: string): string;
  free(): void;
}

export default function init(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;

// The public element, its events, and where TypeScript finds them.

export type ExplainerTheme = 'auto' | 'light' | 'dark';

export interface ReadyDetail {
  /** The first view, as link text. */
  view: string;
}

export interface SelectDetail {
  /** '' when nothing is chosen any more. */
  kind: '' | 'event' | 'tie' | 'base';
  /** Such as `k2-agreement`. */
  id: string;
}

export interface RangeDetail {
  /** ISO 8601 dates. */
  from: string;
  to: string;
}

export interface StepDetail {
  /** Counted from 0. */
  step: number;
  id: string;
  /** Whether the reader has left the story; this is the step where it will go on. */
  exploring: boolean;
}

/** One thing that is wrong with a page's own dossier. */
export interface DossierProblem {
  /** Such as `events.json`. */
  file: string;
  /** Where in it, as a JSON pointer; '' for the file as a whole. */
  path: string;
  message: string;
  mend: string;
}

export interface ErrorDetail {
  code:
    | 'no-wasm'
    | 'csp'
    | 'network'
    | 'missing'
    | 'timeout'
    | 'invalid'
    | 'data'
    | 'dossier'
    | 'canvas'
    | 'trap'
    | 'unknown';
  /** One sentence for a reader. */
  message: string;
  /** What was thrown, for the developer. */
  reason: string;
  /** Of `dossier`, if the file was read: all that is wrong with it, at most 200. Show it as text: a file says what it likes. */
  problems?: readonly DossierProblem[];
}

/** All of them bubble and are composed. */
export interface ExplainerEventMap {
  'explainer-ready': CustomEvent<ReadyDetail>;
  'explainer-select': CustomEvent<SelectDetail>;
  'explainer-range': CustomEvent<RangeDetail>;
  'explainer-step': CustomEvent<StepDetail>;
  /** After a trap it is fired once, by the element that met it, for all that share the instance. */
  'explainer-error': CustomEvent<ErrorDetail>;
}

export interface ExplainerElement {
  /** Reflects the attribute: the address of the page's own dossier, http or https; '' is the one that is built in. */
  src: string;
  /** Reflects the attribute; what is not known is `auto`. */
  theme: ExplainerTheme;
  /** The state as link text, such as `step=k2&event=k2-last-flight`; without `#`. */
  view: string;
  /** Shows this window of time; ISO dates. */
  setRange(fromIso: string, toIso: string): void;
  /** Chooses an event by its id, or a target such as `tie:pfp`; '' clears. */
  select(id: string): void;
  /** Goes to a step of the story, by its id or its number from 0, as in `explainer-step`. */
  goTo(step: number | string): void;
}

/**
 * `<us-uz-explainer src theme event step from to url-state>`
 *
 * Methods may be called before the element is ready; they are done when it is.
 * `url-state` makes it write its state into the page's fragment; without it the address is only read.
 * CSS custom properties: `--ux-font`, `--ux-ink`, `--ux-surface`.
 */
export class UsUzExplainer extends HTMLElement implements ExplainerElement {
  src: string;
  theme: ExplainerTheme;
  view: string;
  setRange(fromIso: string, toIso: string): void;
  select(id: string): void;
  goTo(step: number | string): void;

  addEventListener<K extends keyof ExplainerEventMap>(
    type: K,
    listener: (this: UsUzExplainer, event: ExplainerEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof ExplainerEventMap>(
    type: K,
    listener: (this: UsUzExplainer, event: ExplainerEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'us-uz-explainer': UsUzExplainer;
  }
  interface HTMLElementEventMap extends ExplainerEventMap {}
  interface DocumentEventMap extends ExplainerEventMap {}
}

// Runs first in every page of the fault tests and keeps what happens there, also what nobody caught.
{
  const witness = (window.witness = {
    /** The element's own events. @type {{ type: string, detail: any }[]} */
    events: [],
    /** What the explainer wrote to the console as an error or a warning. @type {string[]} */
    said: [],
    /** Errors and rejections that nobody caught. @type {string[]} */
    uncaught: [],
    /** Policies that were violated. @type {string[]} */
    violations: [],
    elements: () => [...document.querySelectorAll('us-uz-explainer')],
    report,
  });
  for (const name of ['ready', 'error']) {
    addEventListener(`explainer-${name}`, (event) => witness.events.push({ type: name, detail: event.detail }));
  }
  for (const level of ['error', 'warn']) {
    const tell = console[level];
    console[level] = (...what) => {
      witness.said.push(what.join(' '));
      tell.apply(console, what);
    };
  }
  addEventListener('error', (event) => witness.uncaught.push(event.message));
  addEventListener('unhandledrejection', (event) => witness.uncaught.push(`rejection: ${event.reason}`));
  document.addEventListener('securitypolicyviolation', (event) => {
    witness.violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
  });

  const seen = (each) => each.checkVisibility() && each.getBoundingClientRect().height > 0;

  /** How one explainer looks to its reader. @param {Element} element */
  function state(element) {
    const root = element.shadowRoot;
    const text = (name) => {
      const line = root?.querySelector(name);
      return line && seen(line) ? line.textContent : '';
    };
    const canvases = [...(root?.querySelectorAll('canvas') ?? [])].filter(seen);
    return {
      upgraded: root !== null,
      note: text('.note'),
      quiet: text('.card-part > .quiet'),
      canvases: canvases.length,
      painted: canvases.filter(isPainted).length,
      drawings: [...element.querySelectorAll('svg')].filter((svg) => seen(svg) && svg.getBoundingClientRect().height > 100).length,
      tools: root?.querySelectorAll('input[type="search"]').length ?? 0,
      view: element.view ?? '',
      busy: [...(root?.querySelectorAll('[aria-busy="true"], progress') ?? [])].length,
    };
  }

  /** Whether a canvas has a pixel that is not empty. @param {HTMLCanvasElement} canvas */
  function isPainted(canvas) {
    const copy = Object.assign(document.createElement('canvas'), { width: 40, height: 40 });
    const context = copy.getContext('2d');
    if (!context || canvas.width === 0) return false;
    context.drawImage(canvas, 0, 0, 40, 40);
    return context.getImageData(0, 0, 40, 40).data.some((value) => value !== 0);
  }

  /** @type {{ words: string, length?: number, until: number }} */
  let read = { words: '', until: 0 };

  /** What can be read in the page once every fold is opened; they are as they were afterwards, so that print is tried folded. */
  function words() {
    // Asked for many times a second; to lay all of it out as often would leave the page no time for anything else.
    const length = document.body.textContent?.length;
    if (performance.now() < read.until && length === read.length) return read.words;
    const folded = [...document.querySelectorAll('details:not([open])')];
    for (const fold of folded) fold.open = true;
    const words = document.body.innerText.replace(/\s+/g, ' ');
    for (const fold of folded) fold.open = false;
    read = { words, length, until: performance.now() + 2000 };
    return words;
  }

  /** Everything a fault's test looks at. */
  function report() {
    const { events, said, uncaught, violations } = witness;
    const foreign = performance.getEntriesByType('resource').map(({ name }) => name)
      .filter((name) => !name.startsWith('data:') && new URL(name).host !== location.host);
    return {
      elements: witness.elements().map(state),
      words: words(),
      events, said, uncaught, violations, foreign,
    };
  }

  // A page in a sandbox cannot be looked into: it tells its parent, over and over.
  if (window !== parent) setInterval(() => parent.postMessage({ witness: report() }, '*'), 500);
  else addEventListener('message', ({ data }) => { if (data?.witness) witness.inner = data.witness; });
}

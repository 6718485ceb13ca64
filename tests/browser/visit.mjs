// One reader's visit: opens pages in a fresh browser context and keeps what they asked for, logged and announced.
import { chromium } from 'playwright-core';

/** Chromium as xtask found it. */
export function launch() {
  const { CHROMIUM: executablePath, CHROMIUM_FLAGS: flags = '' } = process.env;
  if (!executablePath) throw new Error('CHROMIUM names no browser; run by `cargo xtask test`, which finds one');
  return chromium.launch({ executablePath, args: flags.split(' ').filter(Boolean) });
}

// Runs in the page before its own scripts: keeps the element's events, which bubble to the document.
function keepEvents() {
  const kept = (window.keptEvents = []);
  for (const name of ['ready', 'select', 'range', 'step', 'error']) {
    document.addEventListener(`explainer-${name}`, (event) => {
      const fetched = performance.getEntriesByType('resource').map((entry) => entry.name);
      kept.push({ type: event.type, detail: event.detail, fetched });
    });
  }
}

export class Visit {
  /** @param {import('playwright-core').Browser} browser  @param {string} address with a slash at its end */
  constructor(browser, address) {
    this.browser = browser;
    this.address = address;
    /** Errors and warnings in the console, uncaught errors, and requests that failed. */
    this.complaints = [];
    /** Requests to any origin but ours. */
    this.strangers = [];
    this.contexts = [];
  }

  /**
   * Opens a page of dist/.
   * @param {string} path e.g. `frame.html`
   * @param {import('playwright-core').BrowserContextOptions} options e.g. `{ javaScriptEnabled: false }`
   */
  async open(path = '', options = {}) {
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    this.contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`uncaught: ${error.message}`));
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith('http') && url.origin !== new URL(this.address).origin) this.strangers.push(url.href);
    });
    page.on('requestfailed', (request) => {
      this.complaints.push(`request failed: ${request.url()} ${request.failure()?.errorText ?? ''}`);
    });
    if (options.javaScriptEnabled !== false) await page.addInitScript(keepEvents);
    await page.goto(new URL(path, this.address).href);
    return page;
  }

  /** Opens a page and waits until its explainer is live. */
  async openReady(path = '', options = {}) {
    const page = await this.open(path, options);
    await this.event(page, 'explainer-ready');
    return page;
  }

  /** Waits for an event of the element and returns the newest one's detail. */
  async event(page, type) {
    const newest = (wanted) => window.keptEvents.filter((event) => event.type === wanted).at(-1);
    const handle = await page.waitForFunction(newest, type).catch(async () => {
      const kept = await page.evaluate(() => window.keptEvents);
      throw new Error(`no ${type} came; what came: ${JSON.stringify(kept)}`);
    });
    return (await handle.jsonValue()).detail;
  }

  /** What the visit noticed, for a failed test. */
  report() {
    return [...this.complaints, ...this.strangers.map((url) => `request to another origin: ${url}`)].join('\n');
  }

  async end() {
    await Promise.all(this.contexts.map((context) => context.close()));
  }
}

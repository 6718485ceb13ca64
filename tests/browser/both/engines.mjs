// The engines the explainer is held to: Chromium by its own protocol, Firefox by WebDriver BiDi.
import puppeteer from 'puppeteer-core';

/**
 * What a reader's device is like, where an engine takes it only at its start.
 * @typedef {'mouse' | 'touch' | 'calm' | 'forced'} Device  `calm`: a mouse, and less motion asked for; `forced`: so, and
 *   the system's own colours over the page's
 * @typedef {{ name: 'Chromium' | 'Firefox', browser: (device: Device) => Promise<import('puppeteer-core').Browser>,
 *   prepare: (page: import('puppeteer-core').Page, device: Device) => Promise<void>, close: () => Promise<void>,
 *   ask: (page: import('puppeteer-core').Page, features: Record<string, string>) => Promise<void> }} Engine
 *   `ask`: sets media features in a page that runs, where the engine can
 */

/** @param {string} name @param {string} why */
function named(name, why) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} names no browser; ${why}`);
  return value;
}

/** One browser serves every device: it can be told in the middle. @returns {Engine} */
export function chromium() {
  const executablePath = named('CHROMIUM', 'run by `cargo xtask test`, which finds one');
  const args = (process.env.CHROMIUM_FLAGS ?? '').split(' ').filter((flag) => flag && flag !== '--headless');
  /** @type {Promise<import('puppeteer-core').Browser> | undefined} */
  let started;
  return {
    name: 'Chromium',
    browser: () => (started ??= puppeteer.launch({ browser: 'chrome', executablePath, args, headless: true })),
    async prepare(page, device) {
      const motion = device === 'calm' || device === 'forced' ? 'reduce' : 'no-preference';
      const colours = device === 'forced' ? 'active' : 'none';
      await this.ask(page, { 'prefers-reduced-motion': motion, 'forced-colors': colours });
    },
    async ask(page, wanted) {
      // puppeteer's own method knows fewer features.
      const session = await page.createCDPSession();
      const features = Object.entries(wanted).map(([name, value]) => ({ name, value }));
      await session.send('Emulation.setEmulatedMedia', { features });
    },
    close: async () => (await started)?.close(),
  };
}

/** `prefers-reduced-motion` and the kind of pointer are preferences of the whole browser. */
const FIREFOX_PREFERENCES = {
  mouse: { 'ui.prefersReducedMotion': 0 },
  calm: { 'ui.prefersReducedMotion': 1 },
  // 2: the page's own colours never.
  forced: { 'ui.prefersReducedMotion': 1, 'browser.display.document_color_use': 2 },
  // 1 is a coarse pointer in nsILookAndFeel's PointerCapabilities.
  touch: { 'ui.prefersReducedMotion': 0, 'ui.primaryPointerCapabilities': 1, 'ui.allPointerCapabilities': 1 },
};

/** @returns {Engine} */
export function firefox() {
  const executablePath = named('FIREFOX', 'run by `cargo xtask test`, which finds one');
  /** @type {Map<Device, Promise<import('puppeteer-core').Browser>>} */
  const started = new Map();
  return {
    name: 'Firefox',
    browser(device) {
      const known = started.get(device);
      if (known) return known;
      const extraPrefsFirefox = { 'dom.w3c_touch_events.enabled': 1, ...FIREFOX_PREFERENCES[device] };
      const browser = puppeteer.launch({ browser: 'firefox', executablePath, extraPrefsFirefox, headless: true });
      started.set(device, browser);
      return browser;
    },
    async prepare() {},
    ask: () => Promise.reject(new Error('not in a page that runs')),
    close: async () => {
      await Promise.all([...started.values()].map(async (browser) => (await browser).close()));
    },
  };
}

// Three engines behind one small interface: open a tab, go, ask, print.
import * as driven from '../both/engines.mjs';
import { webkit } from './webkit.mjs';

/**
 * @typedef {object} Tab
 * @property {string} name  of the engine
 * @property {(address: string) => Promise<unknown>} goto  waits for the page's load event
 * @property {(work: Function, ...values: any[]) => Promise<any>} evaluate  the function is sent as text
 * @property {(() => Promise<Uint8Array>) | undefined} print  as PDF, where the engine's driver can
 * @property {string[]} complaints  uncaught errors that the driver heard of
 * @property {() => Promise<unknown>} close
 *
 * @typedef {{ name: string, open: (size: { width: number, height: number }) => Promise<Tab>, close: () => Promise<void> }} Engine
 */

/** Chromium or Firefox through puppeteer. @param {import('../both/engines.mjs').Engine} engine @returns {Engine} */
function throughPuppeteer(engine) {
  return {
    name: engine.name,
    async open({ width, height }) {
      const page = await (await engine.browser('mouse')).newPage();
      await page.setViewport({ width, height });
      await engine.prepare(page, 'mouse');
      /** @type {string[]} */
      const complaints = [];
      page.on('pageerror', (error) => complaints.push(String(error instanceof Error ? error.message : error)));
      return {
        name: engine.name,
        // Not `load`: a file that never comes would hold it up for ever.
        goto: (address) => page.goto(address, { waitUntil: 'domcontentloaded' }),
        evaluate: (work, ...values) => page.evaluate(/** @type {any} */ (work), ...values),
        print: () => page.pdf({ format: 'A4' }),
        complaints,
        close: () => page.close(),
      };
    },
    close: engine.close,
  };
}

/** @returns {Promise<Engine>[]} */
export function engines() {
  return [Promise.resolve(throughPuppeteer(driven.chromium())), Promise.resolve(throughPuppeteer(driven.firefox())), webkit()];
}

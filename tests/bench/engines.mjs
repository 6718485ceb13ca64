// The browsers that are here, each opening the bench page with a fine clock at a device pixel ratio.
import { launch } from '../browser/visit.mjs';

/**
 * What the bench needs of a page, which both drivers' pages have.
 * @typedef {{ evaluate: Function, evaluateHandle: Function, close: () => Promise<void> }} Page
 * @typedef {{ name: string, open: (dpr: number) => Promise<Page>, close: () => Promise<void> }} Engine
 */

/** Room for both pictures side by side, CSS px. */
const VIEWPORT = { width: 1640, height: 1000 };

/** Without these two headers Chromium rounds its clock to a tenth of a millisecond. */
async function isolate(route) {
  const response = await route.fetch();
  const headers = {
    ...response.headers(),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  };
  await route.fulfill({ response, headers });
}

async function ready(page, address) {
  page.on('pageerror', (error) => console.error(`in the bench page: ${error.message}`));
  await page.goto(new URL('bench/', address).href);
  await page.waitForFunction(() => window.bench);
  return page;
}

/** @param {string} address @returns {Promise<Engine & { browser: import('playwright-core').Browser }>} */
export async function chromium(address) {
  const browser = await launch();
  const open = async (dpr) => {
    const page = await browser.newPage({ viewport: VIEWPORT, deviceScaleFactor: dpr });
    await page.route('**/bench/', isolate);
    return ready(page, address);
  };
  return { name: `Chromium ${browser.version()}`, open, close: () => browser.close(), browser };
}

/** Firefox, where it and its driver are installed. @param {string} address @returns {Promise<Engine | null>} */
export async function firefox(address) {
  const { FIREFOX: executablePath } = process.env;
  const driver = await import('puppeteer-core').catch(() => null);
  if (!executablePath || !driver) return null;
  const browser = await driver.default.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    // The clock as fine as it is: Firefox too rounds it for pages.
    extraPrefsFirefox: { 'privacy.reduceTimerPrecision': false },
  });
  const open = async (dpr) => {
    const page = await browser.newPage();
    await page.setViewport({ ...VIEWPORT, deviceScaleFactor: dpr });
    return ready(page, address);
  };
  const version = (await browser.version()).replace('/', ' ').replace(/^firefox/i, 'Firefox');
  return { name: version, open, close: () => browser.close() };
}

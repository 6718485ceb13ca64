// Opens the bench page in a browser, with a fine clock.

/** Room for both pictures side by side. */
const VIEWPORT = { width: 1640, height: 1000 };

/** Without these two headers a browser rounds its clock to a tenth of a millisecond. */
async function isolate(route) {
  const response = await route.fetch();
  const headers = {
    ...response.headers(),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  };
  await route.fulfill({ response, headers });
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {number} dpr
 */
export async function openBench(browser, address, dpr) {
  const page = await browser.newPage({ viewport: VIEWPORT, deviceScaleFactor: dpr });
  page.on('pageerror', (error) => console.error(`in the bench page: ${error.message}`));
  await page.route('**/bench/', isolate);
  await page.goto(new URL('bench/', address).href);
  await page.waitForFunction(() => window.bench);
  if (!(await page.evaluate(() => crossOriginIsolated))) throw new Error('the bench page has a coarse clock');
  return page;
}

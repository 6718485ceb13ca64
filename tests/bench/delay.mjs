// A phone with the article open and the explainer in it ready, and how long it lets its reader wait after an act.
import { PHONE } from './phone.mjs';
import { watch } from './watch.mjs';

/** What is below is not told by the browser; it counts as this. */
export const LEAST_TOLD_MS = 16;
/** Long enough for an act, its frame and what it put off. */
const SETTLE_MS = 400;

/** @param {import('playwright-core').Page} page */
export const settle = (page) => page.waitForTimeout(SETTLE_MS);

/** @param {import('playwright-core').Browser} browser @param {string} address */
export async function ready(browser, address) {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`in the article: ${error.message}`));
  await page.addInitScript(watch);
  await page.goto(address);
  await page.waitForFunction(() => window.watched.ready);
  await page.waitForLoadState('networkidle');
  return page;
}

/**
 * The longest delay the browser told of since the last call, by Event Timing: to the next painting, in steps of 8 ms.
 * @param {import('playwright-core').Page} page
 */
export async function delay(page) {
  await settle(page);
  const told = await page.evaluate(() => window.watched.delays.splice(0));
  const acts = told.filter(([, interaction]) => interaction > 0);
  return Math.max(LEAST_TOLD_MS, ...acts.map(([, , ms]) => ms));
}

// Does anything run while nothing happens? Counts the animation frames the real element asks for.

const WATCHED_MS = 2000;

// Runs in the page before its own scripts.
function countFrames() {
  window.framesAsked = 0;
  const ask = window.requestAnimationFrame;
  window.requestAnimationFrame = (work) => {
    window.framesAsked += 1;
    return ask.call(window, work);
  };
  document.addEventListener('explainer-ready', () => {
    window.explainerReady = true;
  });
}

/**
 * Frames asked for in two seconds after the element is ready and its cards are there.
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 */
export async function idleFrames(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(countFrames);
  await page.goto(new URL('index.html', address).href);
  await page.waitForFunction(() => window.explainerReady);
  await page.waitForLoadState('networkidle');
  const asked = () => page.evaluate(() => window.framesAsked);
  const before = await asked();
  await page.waitForTimeout(WATCHED_MS);
  const idle = (await asked()) - before;
  // The count is only worth something if it moves when something does.
  await page.evaluate(() => document.querySelector('us-uz-explainer').setRange('2004-01-01', '2006-12-31'));
  await page.waitForTimeout(500);
  if ((await asked()) === before + idle) throw new Error('the count of frames stood still while the picture changed');
  await page.close();
  return idle;
}

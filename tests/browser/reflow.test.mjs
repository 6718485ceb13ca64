// Larger letters, closer zoom, wider spacing: nothing is cut, nothing overlaps, nothing has to be scrolled sideways
// (WCAG 2.2, 1.4.4, 1.4.10, 1.4.12).
import assert from 'node:assert/strict';

/** The least that readers may set, by 1.4.12. */
const SPACING = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }';

/** Runs in the page: what sticks out of its box or of the window, and which controls stand on each other. */
function faults() {
  const root = document.querySelector('us-uz-explainer').shadowRoot;
  const seen = (each) => each.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true }) && each.getClientRects().length > 0;
  const name = (each) => `${each.nodeName.toLowerCase()}.${each.className} “${(each.textContent || each.getAttribute('aria-label') || '').trim().slice(0, 30)}”`;
  const all = [...root.querySelectorAll('.stage *')].filter((each) => seen(each) && !(each instanceof SVGElement));
  const out = [];
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) out.push(`the page is ${wide} px wider than the window`);
  const clips = (each) => getComputedStyle(each).overflowX !== 'visible';
  for (const each of all) {
    // A row of tools may scroll by itself only where it says so; none does.
    if (each.scrollWidth > each.clientWidth + 1 && clips(each) && !each.matches('canvas, .picture, .live, select, input, .read')) {
      out.push(`${name(each)} is cut: ${each.scrollWidth} px in ${each.clientWidth}`);
    }
    const { left, right } = each.getBoundingClientRect();
    if (!each.closest('.live, .picture') && (left < -1 || right > innerWidth + 1)) out.push(`${name(each)} leaves the window: ${left.toFixed()} to ${right.toFixed()}`);
    if (each.matches('button, summary') && each.scrollHeight > each.clientHeight + 2 && !each.matches('.read')) {
      out.push(`${name(each)} is cut: ${each.scrollHeight} px high in ${each.clientHeight}`);
    }
  }
  const controls = all.filter((each) => each.matches('button, input, select, summary') && !each.closest('.controls, .strip'));
  const boxes = controls.map((each) => ({ each, box: each.getBoundingClientRect() }));
  boxes.forEach(({ each, box }, nth) => {
    for (const other of boxes.slice(nth + 1)) {
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      if (across > 2 && down > 2) out.push(`${name(each)} and ${name(other.each)} overlap`);
    }
  });
  return out;
}

async function opened(visit, viewport, options = {}) {
  const page = await visit.openReady('frame.html', { viewport, ...options });
  await page.locator('us-uz-explainer').getByRole('searchbox').waitFor();
  return page;
}

/** In the story, at a card, exploring with filters and with a search. */
async function holds(page, what) {
  for (const link of ['step=3', 'event=k2-agreement', 'explore&partner=us&kind=event', 'explore&q=Karshi', 'tie=csto']) {
    await page.evaluate((text) => { document.querySelector('us-uz-explainer').view = text; }, link);
    await page.waitForTimeout(350);
    assert.deepEqual(await page.evaluate(faults), [], `${what}, ${link}`);
  }
}

export async function widthsFrom280To1280(visit) {
  for (const width of [280, 320, 390, 600, 768, 900, 1280]) await holds(await opened(visit, { width, height: 800 }), `${width} px`);
}

export async function aWindowOf1280By1024ZoomedTo400Percent(visit) {
  await holds(await opened(visit, { width: 320, height: 256 }), '400 %');
}

export async function lettersOfTwiceTheSize(visit) {
  for (const width of [320, 390, 768, 1280]) {
    const page = await opened(visit, { width, height: 800 });
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    await page.waitForTimeout(300);
    await holds(page, `200 % at ${width} px`);
  }
}

export async function spacingThatReadersSet(visit) {
  for (const width of [320, 390, 1280]) {
    const page = await opened(visit, { width, height: 800 });
    await page.evaluate((css) => {
      for (const root of [document, document.querySelector('us-uz-explainer').shadowRoot]) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      }
    }, SPACING);
    await page.waitForTimeout(300);
    await holds(page, `spaced at ${width} px`);
  }
}

export async function fingersOnAPhone(visit) {
  await holds(await opened(visit, { width: 320, height: 700 }, { hasTouch: true, isMobile: true }), 'touch at 320 px');
}

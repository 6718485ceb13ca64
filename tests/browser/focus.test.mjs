// Going through everything with Tab: each stop is seen, wears a ring, is not covered by what sticks to the window's edge,
// and the way ends behind the element (WCAG 2.2, 2.1.2, 2.4.3, 2.4.7, 2.4.11).
import assert from 'node:assert/strict';

/** Runs in the page: where the focus is, and whether it can be seen there. */
function focused() {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body) return null;
  const root = document.querySelector('us-uz-explainer').shadowRoot;
  const { left, top, width, height } = at.getBoundingClientRect();
  const covered = (x, y) => {
    const over = root.elementFromPoint(x, y) ?? document.elementFromPoint(x, y);
    return Boolean(over?.closest?.('.controls')) && !at.closest('.controls');
  };
  const points = [[left + 2, top + 2], [left + width - 2, top + height - 2], [left + width / 2, top + height / 2]];
  const inside = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
  const ring = getComputedStyle(at);
  const marked = ring.outlineStyle !== 'none' && parseFloat(ring.outlineWidth) >= 2;
  return {
    name: `${at.nodeName.toLowerCase()} “${(at.getAttribute('aria-label') || at.textContent || '').trim().replace(/\s+/g, ' ').slice(0, 30)}”`,
    part: at.closest('.ties-part') ? 'ties' : at.closest('.controls') ? 'controls' : at.closest('.card-part') ? 'card'
      : at.closest('.map-part') ? 'map' : at.closest('.find-part') ? 'find' : 'text',
    seen: width > 0 && height > 0 && inside.length > 0,
    covered: inside.length > 0 && inside.every(([x, y]) => covered(x, y)),
    marked,
  };
}

async function walk(visit, viewport, order) {
  const page = await visit.openReady('frame.html#step=3', { viewport });
  await page.locator('us-uz-explainer').getByRole('searchbox').waitFor();
  const stops = [];
  for (let n = 0; n < 260; n++) {
    await page.keyboard.press('Tab');
    await page.waitForTimeout(15);
    const stop = await page.evaluate(focused);
    if (!stop) break;
    stops.push(stop);
    // The list of what is in view is followed by the text, link after link.
    if (stop.part === 'text' && stops.length > 5) break;
  }
  const named = (fault) => stops.filter(fault).map(({ name }) => name);
  assert.deepEqual(named(({ seen }) => !seen), [], 'stops that cannot be seen');
  assert.deepEqual(named(({ covered }) => covered), [], 'stops beneath the row of buttons');
  assert.deepEqual(named(({ marked }) => !marked), [], 'stops without a ring');
  const parts = stops.map(({ part }) => part).filter((part, nth, all) => part !== all[nth - 1]);
  assert.deepEqual(parts, order);
}

export async function onAPhone(visit) {
  await walk(visit, { width: 390, height: 700 }, ['text', 'ties', 'controls', 'card', 'map', 'find', 'text']);
}

export async function onADesk(visit) {
  await walk(visit, { width: 1280, height: 800 }, ['text', 'ties', 'controls', 'card', 'map', 'find', 'text']);
}

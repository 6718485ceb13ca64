// The panel “Test it” as a reader meets it: opened, its slider of years, what it says.
import { middle } from './hands.mjs';
import { tested } from './words.mjs';

/** The button that opens the panel, or closes it: it stands before the panel's own. */
export async function door(reader, nth = 0) {
  await reader.until('the test can be opened', (names, at) =>
    window.witness.find('button', names, at).length > 0, `${tested('open')}|${tested('close')}`, nth);
  return (await reader.all('button', `${tested('open')}|${tested('close')}`, nth))[0];
}

/** Opens the panel and waits until all is computed. */
export async function openPanel(reader, nth = 0) {
  await reader.click(await door(reader, nth));
  await computed(reader, nth);
}

/** Waits until every interval is there. */
export async function computed(reader, nth = 0) {
  await reader.until('the panel is open and has computed everything', (at) =>
    window.witness.elements()[at].shadowRoot.querySelector('.test')?.getAttribute('aria-busy') === 'false', nth);
  await reader.still();
}

/** The scores, which are a slider of years. */
export function slider(reader, nth = 0) {
  return reader.the('slider', tested('year-slider'), nth);
}

/** The chosen year; 0 for none. */
export async function chosenYear(reader, nth = 0) {
  const words = await reader.attribute(await slider(reader, nth), 'aria-valuetext');
  return Number(/, (\d{4}): /.exec(words)?.[1] ?? 0);
}

/** What stands in a part of the panel, such as `.answer`. */
export function words(reader, part, nth = 0) {
  return reader.page.evaluate((selector, at) => (
    window.witness.elements()[at].shadowRoot.querySelector(`.test ${selector}`)?.textContent ?? ''
  ), part, nth);
}

/** A canvas of the panel as one short text that differs when a pixel does. @param {string} part such as `.scores-part` */
export function ink(reader, part, nth = 0) {
  return reader.page.evaluate((selector, at) => {
    const canvas = window.witness.elements()[at].shadowRoot.querySelector(`.test ${selector} canvas`);
    let sum = 0;
    for (const sign of canvas.toDataURL()) sum = (Math.imul(sum, 31) + sign.charCodeAt(0)) | 0;
    return `${canvas.width} × ${canvas.height}: ${sum}`;
  }, part, nth);
}

/** Clicks into the scores, so many shares of the width from the left. */
export async function clickScores(reader, share, nth = 0) {
  const box = await reader.inSight(await slider(reader, nth));
  const at = { x: box.x + box.width * share, y: middle(box).y - box.height / 4 };
  await reader.page.mouse.click(at.x, at.y);
  await reader.still();
}

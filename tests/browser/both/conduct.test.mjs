// A good guest: nothing runs when idle, hidden or off screen, and nothing is listened to in the host's rooms.
import assert from 'node:assert/strict';
import { wheel, middle } from './hands.mjs';

const A_SECOND_MS = 1000;

/** Animation frames asked for by something and during the second after it. @param {() => Promise<void>} [work] */
async function framesInASecond(reader, work) {
  const before = await reader.frames();
  await work?.();
  await reader.pause(A_SECOND_MS);
  return (await reader.frames()) - before;
}

function setRange(reader, from, to) {
  return reader.page.evaluate((...range) => window.witness.elements()[0].setRange(...range), from, to);
}

export async function idleItAsksForNoFrame(reader) {
  await reader.open();
  await reader.press('next');
  assert.ok((await reader.frames()) > 0, 'frames are counted');
  assert.equal(await framesInASecond(reader), 0);
}

export async function offTheScreenItAsksForNoFrameAndPaintsWhenItComesBack(reader) {
  const page = await reader.open('hosts/long.html');
  const before = await reader.ink('ties');
  await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
  await reader.pause(200);
  await reader.still();
  assert.equal(await framesInASecond(reader, () => setRange(reader, '2001-01-01', '2006-12-31')), 0);
  assert.equal(await reader.ink('ties'), before, 'what nobody sees was painted');
  await reader.inSight(await reader.picture('ties'));
  await reader.still();
  assert.notEqual(await reader.ink('ties'), before, 'it was not painted when it came back');
}

export async function inAHiddenTabItAsksForNoFrameAndPaintsWhenItIsShown(reader) {
  const page = await reader.open('hosts/long.html');
  const before = await reader.ink('ties');
  await reader.newTab();
  await reader.until('the tab is hidden', () => document.hidden);
  assert.equal(await framesInASecond(reader, () => setRange(reader, '2001-01-01', '2006-12-31')), 0);
  assert.equal(await reader.ink('ties'), before, 'what nobody sees was painted');
  await page.bringToFront();
  await reader.until('the tab is shown', () => !document.hidden);
  await reader.pause(100);
  await reader.still();
  assert.notEqual(await reader.ink('ties'), before, 'it was not painted when it was shown');
}

export async function itListensToNothingOfTheHostButWhatIsDocumented(reader) {
  const page = await reader.open('hosts/two.html');
  await wheel(reader, middle(await reader.inSight(await reader.picture('ties'))), -100, 'Control');
  await reader.press('next');
  await page.keyboard.press('Tab');
  const heard = await page.evaluate(() => [...window.witness.listeners].sort());
  const documented = ['#document securitypolicyviolation', '#document visibilitychange', 'window hashchange'];
  assert.deepEqual(heard.filter((each) => !documented.includes(each)), []);
  assert.ok(heard.includes('window hashchange'), 'listeners are seen');
}

// What moves: tweens, unless less motion is asked for; and playing, which only the reader starts.
import assert from 'node:assert/strict';
import { within } from './hands.mjs';
import { day } from './sums.mjs';

const SIX_YEARS = 'from=2001-01-01&to=2006-12-31&at=2001-06-01';

/** Zooms by the keyboard. Frames asked for until the picture is final, and whether the first one was. */
async function zoomed(reader, device) {
  const page = await reader.open(`hosts/long.html#${SIX_YEARS}`, { device });
  const picture = await reader.picture('ties');
  await reader.inSight(picture);
  const before = await reader.frames();
  await picture.evaluate((box) => box.focus());
  await page.keyboard.press('+');
  await reader.still();
  return (await reader.frames()) - before;
}

export async function aZoomIsShownAsAShortWay(reader) {
  const frames = await zoomed(reader, 'mouse');
  assert.ok(frames > 3, `${frames} frames`);
}

export async function withLessMotionAZoomIsFinalAtOnce(reader) {
  const frames = await zoomed(reader, 'calm');
  assert.ok(frames >= 1 && frames <= 2, `${frames} frames`);
}

/** The day of the cursor now. */
async function cursor(reader) {
  return day((await reader.view()).at);
}

async function playing(reader, device = 'mouse', view = SIX_YEARS) {
  await reader.open(`hosts/long.html#${view}`, { device, height: 1800 });
  const button = await reader.button('play');
  await reader.inSight(button);
  return button;
}

export async function nothingPlaysByItself(reader) {
  await playing(reader);
  const before = await reader.view();
  await reader.pause(1500);
  assert.deepEqual(await reader.view(), before);
}

export async function playMovesTheCursorAndPauseStopsIt(reader) {
  const button = await playing(reader);
  const before = await cursor(reader);
  await button.click();
  await reader.pause(800);
  const pause = await reader.button('pause');
  const on = await cursor(reader);
  assert.ok(on > before, `${on - before} days`);
  await pause.click();
  await reader.button('play');
  await reader.still();
  const stopped = await cursor(reader);
  await reader.pause(500);
  assert.equal(await cursor(reader), stopped);
}

export async function aPressOnThePictureStopsPlaying(reader) {
  const button = await playing(reader);
  await button.click();
  await reader.button('pause');
  const box = await (await reader.picture('ties')).boundingBox();
  const at = within(box, 0.5, 0.5);
  await reader.page.mouse.move(at.x, at.y);
  await reader.page.mouse.down();
  await reader.button('play');
  const stopped = await cursor(reader);
  await reader.pause(500);
  assert.equal(await cursor(reader), stopped);
  await reader.page.mouse.up();
}

export async function playingStopsAtTheEndOfTheWindow(reader) {
  const button = await playing(reader, 'mouse', 'from=2001-01-01&to=2006-12-31&at=2006-10-01');
  await button.click();
  await reader.until('it stops', () => window.witness.elements()[0].view.includes('at=2006-12-31'));
  await reader.button('play');
  await reader.still();
}

export async function withLessMotionPlayingGoesInSteps(reader) {
  const button = await playing(reader, 'calm');
  const [before, frames] = [await cursor(reader), await reader.frames()];
  await button.click();
  await reader.pause(2600);
  const seen = (await reader.frames()) - frames;
  assert.ok((await cursor(reader)) > before, 'it does not play');
  assert.ok(seen <= 6, `${seen} frames in 2.6 s`);
  await (await reader.button('pause')).click();
}

export async function playingWaitsWhileTheTabIsHidden(reader) {
  const button = await playing(reader);
  await button.click();
  await reader.button('pause');
  await reader.newTab();
  await reader.until('the tab is hidden', () => document.hidden);
  await reader.pause(200);
  const [hidden, frames] = [await cursor(reader), await reader.frames()];
  await reader.pause(1000);
  assert.equal(await cursor(reader), hidden);
  assert.equal(await reader.frames(), frames);
}

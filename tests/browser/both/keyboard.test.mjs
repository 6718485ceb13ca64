// By keyboard: one stop a picture, every key, a ring that is seen, and a page that stays where it is.
import assert from 'node:assert/strict';
import { day, look, span } from './sums.mjs';
import { said } from './words.mjs';

const SIX_YEARS = 'event=k2-agreement&from=2001-01-01&to=2006-12-31&view=-100,50,1500';

/** A page in which all of a picture and of the card is in the window, with the focus on the picture. */
async function on(reader, which, view = SIX_YEARS) {
  const page = await reader.open(`hosts/long.html#${view}`, { height: 1800 });
  const picture = await reader.picture(which);
  await reader.inSight(picture);
  const y = await reader.scrollY();
  await picture.evaluate((box) => box.focus());
  /** Presses a key and waits for what follows; the page must not move. @param {string} key @param {string} [modifier] */
  const press = async (key, modifier) => {
    if (modifier) await page.keyboard.down(modifier);
    await page.keyboard.press(key);
    if (modifier) await page.keyboard.up(modifier);
    await reader.pause(20);
    await reader.still();
    assert.equal(await reader.scrollY(), y, `${key} scrolled the page`);
    return reader.view();
  };
  return { page, picture, press, start: await reader.view() };
}

/** What has the focus within the explainer. */
function focused(reader) {
  return reader.page.evaluate(() => {
    const each = window.witness.elements()[0].shadowRoot.activeElement;
    return each && { role: each.getAttribute('role') ?? '', words: each.className };
  });
}

export async function tabStopsOnceAtEachPicture(reader) {
  const page = await reader.open('hosts/long.html');
  const stops = [];
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(reader);
    if (stop) stops.push(stop);
    else if (stops.some(({ role }) => role === 'application')) break;
  }
  const pictures = stops.filter(({ words }) => /\bpicture\b/.test(words)).map(({ role }) => role);
  assert.deepEqual(pictures, ['slider', 'application']);
}

export async function theFocusOnAPictureIsSeen(reader) {
  const { page } = await on(reader, 'ties');
  for (const which of ['ties', 'map']) {
    const picture = await reader.picture(which);
    await picture.evaluate((box) => box.focus());
    // The keyboard was used last, so the browser shows where the focus is.
    await page.keyboard.press('ArrowRight');
    const { style, width, visible } = await picture.evaluate((box) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(box);
      return { style: outlineStyle, width: parseFloat(outlineWidth), visible: box.matches(':focus-visible') };
    });
    assert.ok(visible && style !== 'none' && width >= 2, `${which}: ${style} ${width} CSS px, ${visible}`);
  }
}

export async function arrowsHomeAndEndOnTheTiesGoThroughTheEvents(reader) {
  const { picture, press, start } = await on(reader, 'ties');
  const next = await press('ArrowRight');
  assert.notEqual(next.event, start.event);
  assert.ok((await reader.attribute(picture, 'aria-valuetext')).length > 10);
  assert.equal((await press('ArrowLeft')).event, start.event);
  assert.equal((await press('ArrowUp')).event, next.event);
  assert.equal((await press('ArrowDown')).event, start.event);
  const value = async () => Number(await reader.attribute(picture, 'aria-valuenow'));
  const first = (await press('Home')).event;
  const early = await value();
  const last = (await press('End')).event;
  assert.ok(first !== last && early < (await value()));
  assert.equal((await press('ArrowRight')).event, last, 'the last event has none after it');
  assert.equal((await press('Home')).event, first);
  assert.equal((await press('ArrowLeft')).event, first, 'the first event has none before it');
}

export async function pageKeysOnTheTiesGoToTheWindowBeforeAndAfter(reader) {
  const { press, start } = await on(reader, 'ties');
  const later = await press('PageDown');
  assert.ok(Math.abs(span(later) - span(start)) <= 1);
  assert.ok(Math.abs(day(later.from) - day(start.to)) <= 2, `${later.from} follows ${start.to}`);
  const back = await press('PageUp');
  assert.deepEqual([back.from, back.to], [start.from, start.to]);
  const earlier = await press('PageUp');
  assert.ok(Math.abs(day(earlier.to) - day(start.from)) <= 2, `${earlier.to} is before ${start.from}`);
}

export async function plusMinusAndNoughtOnTheTiesZoom(reader) {
  const { press, start } = await on(reader, 'ties');
  const closer = await press('+');
  assert.ok(span(closer) < span(start) * 0.9);
  assert.ok(closer.from <= '2001-10-07' && closer.to >= '2001-10-07', 'the cursor stays in the window');
  assert.ok(span(await press('-')) > span(closer) * 1.1);
  const { from, to } = await press('0');
  assert.deepEqual([from, to], [undefined, undefined]);
}

export async function enterOnAPictureLeadsToTheCardAndEscapeClears(reader) {
  for (const which of ['ties', 'map']) {
    const { page, picture } = await on(reader, which);
    // Who asks for the card is brought to it; no other key may move the page.
    await page.keyboard.press('Enter');
    await reader.still();
    assert.match((await focused(reader)).words, /card/);
    const { top, bottom } = await page.evaluate(() => {
      const card = window.witness.elements()[0].shadowRoot.activeElement.getBoundingClientRect();
      return { top: card.top, bottom: card.bottom };
    });
    assert.ok(top < reader.size.height && bottom > 0, 'the card is out of sight');
    await picture.evaluate((box) => box.focus());
    await page.keyboard.press('Escape');
    await reader.still();
    const { event, tie, base } = await reader.view();
    assert.deepEqual([event, tie, base], [undefined, undefined, undefined]);
    await reader.end();
  }
}

export async function arrowsOnTheMapPan(reader) {
  const { press, start } = await on(reader, 'map');
  const before = look(start);
  const east = look(await press('ArrowRight'));
  assert.ok(east.east > before.east && east.north === before.north);
  assert.deepEqual(look(await press('ArrowLeft')), before);
  const north = look(await press('ArrowUp'));
  assert.ok(north.north > before.north && north.east === before.east);
  assert.deepEqual(look(await press('ArrowDown')), before);
}

export async function plusMinusAndNoughtOnTheMapZoom(reader) {
  const { press, start } = await on(reader, 'map');
  const { east, north, radius } = look(await press('+'));
  assert.ok(radius < look(start).radius);
  assert.deepEqual({ east, north }, { east: -100, north: 50 }, 'the middle stays');
  assert.ok(look(await press('-')).radius > radius);
  assert.equal((await press('0')).view, undefined, 'the first preset needs no word in the link');
}

export async function pageKeysOnTheMapGoThroughTheEvents(reader) {
  const { press, start } = await on(reader, 'map');
  const next = await press('PageDown');
  assert.notEqual(next.event, start.event);
  assert.equal((await press('PageUp')).event, start.event);
}

export async function keysWithAModifierAreNotOurs(reader) {
  for (const which of ['ties', 'map']) {
    const { page, start } = await on(reader, which);
    for (const key of ['ArrowRight', 'Home', 'PageDown', 'Enter']) {
      await page.keyboard.down('Control');
      await page.keyboard.press(key);
      await page.keyboard.up('Control');
      assert.deepEqual(await reader.view(), start, `Control + ${key} on the ${which}`);
    }
    await reader.end();
  }
}

export async function noKeyWorksWhereNoPictureHasTheFocus(reader) {
  const { page, picture, start } = await on(reader, 'ties');
  await picture.evaluate((box) => box.blur());
  for (const key of ['ArrowRight', 'Home', 'PageDown', '+', '-', '0', 'Escape']) await page.keyboard.press(key);
  await (await reader.button('next')).evaluate((button) => button.focus());
  for (const key of ['ArrowRight', '+', '0', 'End']) await page.keyboard.press(key);
  assert.deepEqual(await reader.view(), start);
}

export async function theMapSaysWhichKeysMoveIt(reader) {
  await reader.open('hosts/long.html');
  const map = await reader.picture('map');
  const words = await map.evaluate((box) => {
    const root = /** @type {ShadowRoot} */ (box.getRootNode());
    const ids = (box.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
    return [box.getAttribute('aria-label'), ...ids.map((id) => root.getElementById(id)?.textContent)].join(' ');
  });
  assert.match(words, new RegExp(said('map-label')));
  assert.match(words, /arrow/i, 'arrows pan, which no other role says');
}

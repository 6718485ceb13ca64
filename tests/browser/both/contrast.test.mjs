// Contrast as it is on the screen: every word on the canvases has 4.5:1, everything that can be pointed at 3:1 over its
// whole length (WCAG 2.2, 1.4.3 and 1.4.11); and what the reader asks of colours is followed at once.
import assert from 'node:assert/strict';

/** Runs in the page: how the canvases of one picture look, word by word and hit by hit. @param {Element} box */
function look(box) {
  const letters = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const [STEP, REACH] = [2, 7 * letters];
  const [base, overlay] = box.querySelectorAll('canvas');
  const both = Object.assign(document.createElement('canvas'), { width: base.width, height: base.height });
  const context = both.getContext('2d');
  context.drawImage(base, 0, 0);
  context.drawImage(overlay, 0, 0);
  const { data } = context.getImageData(0, 0, both.width, both.height);
  const linear = (v) => (v <= 0.04045 * 255 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const pixel = (x, y) => data.slice(4 * (y * both.width + x), 4 * (y * both.width + x) + 3);
  const clamp = (v, most) => Math.max(0, Math.min(most - 1, Math.round(v)));

  /** Colours of a part of the picture, in bitmap px: each with its share. */
  const colours = (x0, y0, x1, y1) => {
    const counts = new Map();
    let all = 0;
    for (let y = clamp(y0, both.height); y < clamp(y1, both.height); y++) {
      for (let x = clamp(x0, both.width); x < clamp(x1, both.width); x++) {
        const key = pixel(x, y).join();
        counts.set(key, (counts.get(key) ?? 0) + 1);
        all += 1;
      }
    }
    return [...counts].map(([key, count]) => ({ rgb: key.split(',').map(Number), share: count / all }));
  };

  const words = (window.painted ?? []).filter(({ canvas }) => canvas === base || canvas === overlay).map((word) => {
    const ink = luminance(word.rgb);
    const there = colours(word.x0, word.y0, word.x1, word.y1);
    const near = ({ rgb }) => rgb.every((v, n) => Math.abs(v - word.rgb[n]) < 24);
    const seen = there.some((colour) => near(colour));
    const others = there.filter((colour) => !near(colour)).sort((a, b) => b.share - a.share);
    const grounds = others.filter(({ share }, nth) => nth === 0 || share > 0.12);
    return { text: word.text, seen, least: Math.min(...grounds.map(({ rgb }) => contrast(ink, luminance(rgb)))) };
  });

  // Column by column, what answers the pointer from top to bottom without a gap.
  const { left, top, width, height } = box.getBoundingClientRect();
  const scale = both.width / width;
  const faint = [];
  let looked = 0;
  for (let x = 2; x < width; x += 4) {
    for (let y = 1, since = NaN; y < height + STEP; y += STEP) {
      box.dispatchEvent(new PointerEvent('pointermove', { pointerType: 'mouse', clientX: left + x, clientY: top + y }));
      const over = y < height && box.classList.contains('is-over');
      if (over && Number.isNaN(since)) since = y;
      if (over || Number.isNaN(since)) continue;
      looked += 1;
      const [x0, x1, y0, y1] = [x - REACH, x + REACH, since - STEP, y].map((px) => px * scale);
      const light = colours(x0, y0, x1, y1).map(({ rgb }) => luminance(rgb));
      const ratio = contrast(Math.max(...light), Math.min(...light));
      if (ratio < 3) faint.push(`${x},${since}–${y}: ${ratio.toFixed(2)}`);
      since = NaN;
    }
  }
  box.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
  return { words, looked, faint };
}

/** Runs in the page: from now on notes every word that is painted in full ink. */
function note() {
  window.painted = [];
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    // A halo is drawn faintly, before its word.
    const rgb = /^#(..)(..)(..)$/.exec(this.fillStyle)?.slice(1).map((part) => parseInt(part, 16));
    if (rgb) {
      const at = this.getTransform().transformPoint(new DOMPoint(x, y));
      const factor = this.getTransform().a;
      const width = this.measureText(text).width * factor;
      const height = (parseFloat(/([\d.]+)px/.exec(this.font)[1]) * factor) / 2;
      const x0 = at.x - { center: width / 2, right: width, end: width }[this.textAlign] || at.x;
      window.painted.push({ canvas: this.canvas, text, rgb, x0, x1: x0 + width, y0: at.y - height, y1: at.y + height });
    }
    return fillText.call(this, text, x, y);
  };
}

/** @param {import('./reader.mjs').Reader} reader @param {string} theme  to change to, for all to be painted anew */
async function holds(reader, theme) {
  await reader.page.evaluate(note);
  await reader.page.evaluate((value) => window.witness.elements()[0].setAttribute('theme', value), theme);
  await reader.still();
  for (const which of /** @type {const} */ (['ties', 'map'])) {
    const picture = await reader.picture(which);
    await reader.inSight(picture);
    const { words, looked, faint } = await picture.evaluate(look);
    const seen = words.filter((word) => word.seen);
    assert.ok(seen.length > words.length * 0.8 && seen.length > 10, `${which}: ${seen.length} of ${words.length} words are seen`);
    const weak = seen.filter(({ least }) => least < 4.5).map(({ text, least }) => `${text} ${least.toFixed(2)}`);
    assert.deepEqual(weak, [], `${which}: words of less than 4.5:1`);
    assert.ok(looked > (which === 'ties' ? 1000 : 5), `${which}: only ${looked} places answer`);
    assert.deepEqual(faint.slice(0, 9), [], `${which}: ${faint.length} of ${looked} places have less than 3:1`);
  }
}

export async function wordsAndMarksStandOutInLight(reader) {
  await reader.open('dist/frame.html', { width: 590, scale: 2, device: 'calm' });
  await holds(reader, 'light');
}

export async function wordsAndMarksStandOutInDark(reader) {
  await reader.open('dist/frame.html', { width: 590, scale: 2, device: 'calm' });
  await holds(reader, 'dark');
}

export async function wordsAndMarksStandOutInTheSystemsColours(reader) {
  await reader.open('dist/frame.html', { width: 590, scale: 2, device: 'forced' });
  const forced = await reader.page.evaluate(() => matchMedia('(forced-colors: active)').matches);
  assert.ok(forced, 'the system’s colours are forced');
  await holds(reader, 'dark');
}

/** What answers the pointer is where something is seen, also where the picture is enlarged. */
export async function wordsAndMarksStandOutInLettersOfTwiceTheSize(reader) {
  await reader.open('dist/frame.html', { width: 590, scale: 1, device: 'calm' });
  await reader.page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  await reader.pause(200);
  await reader.still();
  await holds(reader, 'light');
}

export async function moreContrastIsGivenAtOnce(reader) {
  if (reader.engine.name === 'Firefox') reader.skip('WebDriver BiDi cannot ask for more contrast');
  const page = await reader.open('dist/frame.html', { width: 590, scale: 2 });
  const before = await reader.ink('ties');
  await reader.engine.ask(page, { 'prefers-contrast': 'more' });
  await reader.still();
  const more = await reader.ink('ties');
  assert.notEqual(more, before, 'nothing was repainted for more contrast');
  await holds(reader, 'dark');
}

export async function theSystemsColoursAreTakenAndLeftAtOnce(reader) {
  if (reader.engine.name === 'Firefox') reader.skip('WebDriver BiDi cannot force colours in a running browser');
  const page = await reader.open('dist/frame.html', { width: 1200 });
  const before = await reader.ink('map');
  await reader.engine.ask(page, { 'forced-colors': 'active' });
  await reader.still();
  assert.notEqual(await reader.ink('map'), before, 'nothing was repainted for the system’s colours');
  await reader.engine.ask(page, { 'forced-colors': 'none' });
  await reader.still();
  assert.equal(await reader.ink('map'), before, 'the page’s own colours did not come back');
}

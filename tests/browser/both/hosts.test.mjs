// In other people's pages: two elements, right to left, narrow, resized, another density.
import assert from 'node:assert/strict';
import { said } from './words.mjs';

export async function twoOnOnePageAreIndependent(reader) {
  await reader.open('hosts/two.html', { height: 1500 });
  const [first, second] = [await reader.view(0), await reader.view(1)];
  assert.equal(first.event, 'alliance-treaty-russia');
  assert.equal(second.from, '2001-01-01');
  assert.equal(second.event, undefined);
  await reader.page.evaluate(() => window.witness.elements()[1].select('k2-agreement'));
  const steps = (await reader.details('step', 1)).length;
  await reader.press('next', 0);
  assert.equal((await reader.view(1)).event, 'k2-agreement', 'Next in the first moved the second');
  assert.notEqual((await reader.view(0)).event, 'k2-agreement');
  assert.deepEqual((await reader.details('step', 1)).length, steps);
  assert.deepEqual(reader.complaints, []);
}

export async function inAPageFromRightToLeftTimeStillRunsFromLeftToRight(reader) {
  const page = await reader.open('hosts/rtl.html');
  const slider = await reader.picture('ties');
  const { x, width } = await reader.inSight(slider);
  const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(scroll <= reader.size.width, `${scroll} CSS px of content in ${reader.size.width}`);
  assert.ok(x >= 0 && x + width <= reader.size.width);
  await slider.focus();
  await page.keyboard.press('Home');
  const early = Number(await reader.attribute(slider, 'aria-valuenow'));
  await page.keyboard.press('ArrowRight');
  assert.ok(Number(await reader.attribute(slider, 'aria-valuenow')) > early, 'the right arrow leads to later events');
  assert.equal(await slider.evaluate((box) => getComputedStyle(box.querySelector('canvas')).direction), 'ltr');
  assert.deepEqual(reader.complaints, []);
}

export async function aColumnOf280PxHoldsEverything(reader) {
  await reader.open('hosts/narrow.html', { width: 400 });
  const wide = await overflowing(reader);
  assert.deepEqual(wide, []);
}

/** WCAG 2.2, 2.5.8 for a mouse; 2.5.5 for a finger. Links in running text are excepted by both. */
async function smallTargets(reader, least) {
  await reader.the('searchbox', '.*');
  return reader.page.evaluate((px) => {
    const { shadowRoot } = window.witness.elements()[0];
    const all = [...shadowRoot.querySelectorAll('button, select, input, summary, [role="slider"]')];
    const seen = all.filter((each) => each.checkVisibility({ visibilityProperty: true }));
    if (seen.length < 20) return [`only ${seen.length} targets`];
    return seen.filter((each) => {
      const { width, height } = each.getBoundingClientRect();
      return width < px || height < px;
    }).map((each) => `${each.className} ${each.textContent}`);
  }, least);
}

export async function everyTargetIs24PxForAMouse(reader) {
  await reader.open('hosts/narrow.html', { width: 400 });
  assert.deepEqual(await smallTargets(reader, 24), []);
}

export async function everyTargetIs44PxForAFinger(reader) {
  await reader.open('hosts/narrow.html', { width: 400, device: 'touch' });
  assert.deepEqual(await smallTargets(reader, 44), []);
}

export async function aColumnThatIsResizedMidwayIsFilled(reader) {
  const page = await reader.open('hosts/narrow.html');
  await reader.setView('event=k2-agreement&from=2001-01-01&to=2006-12-31');
  const before = await reader.view();
  for (const width of [280, 620, 940, 320]) {
    await page.evaluate((px) => {
      document.querySelector('.column').style.inlineSize = `${px}px`;
    }, width);
    await reader.pause(60);
    await reader.still();
    await sharp(reader, 1);
    assert.deepEqual(await overflowing(reader), [], `at ${width} CSS px`);
  }
  assert.deepEqual(await reader.view(), before, 'a new width is no new state');
}

export async function anotherPixelDensityMidwayIsPaintedSharply(reader) {
  await reader.open('hosts/narrow.html');
  await sharp(reader, 1);
  for (const density of [2, 1.5, 1]) {
    // Chromium asks its media queries anew only when the window's size changes too; the column's stays as it is.
    await reader.resize({ deviceScaleFactor: density, width: reader.size.width + 1 });
    await reader.until('the density is told', (wanted) => devicePixelRatio === wanted, density);
    await reader.pause(60);
    await reader.still();
    await sharp(reader, density);
  }
}

/** Every bitmap has a pixel for each pixel of the device, and ink on it. */
async function sharp(reader, density) {
  const canvases = await reader.page.evaluate(() => {
    const all = [...window.witness.elements()[0].shadowRoot.querySelectorAll('.picture canvas.base')];
    return all.map((canvas) => {
      const { width, height, clientWidth, clientHeight } = canvas;
      const pixels = new Uint32Array(canvas.getContext('2d').getImageData(0, 0, width, height).data.buffer);
      return { width, height, clientWidth, clientHeight, colours: new Set(pixels).size };
    });
  });
  assert.equal(canvases.length, 2);
  for (const { width, height, clientWidth, clientHeight, colours } of canvases) {
    assert.equal(width, Math.round(clientWidth * density));
    assert.equal(height, Math.round(clientHeight * density));
    assert.ok(colours > 5, `${colours} colours`);
  }
}

/** What sticks out of the element sideways, or makes it scroll. */
function overflowing(reader) {
  return reader.page.evaluate(() => {
    const host = window.witness.elements()[0];
    const { left, right } = host.getBoundingClientRect();
    const all = [...host.shadowRoot.querySelectorAll('*'), ...host.querySelectorAll('*')];
    const out = all.filter((each) => {
      const box = each.getBoundingClientRect();
      return each.checkVisibility() && box.width > 0 && (box.left < left - 1 || box.right > right + 1);
    });
    const wide = host.scrollWidth > host.clientWidth ? [`${host.scrollWidth} in ${host.clientWidth}`] : [];
    return [...wide, ...out.map((each) => `${each.nodeName} ${each.className}`)];
  });
}

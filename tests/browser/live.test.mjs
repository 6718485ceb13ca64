// The page with everything it needs: it comes alive quietly, and its list, card and events agree.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

export async function thePageBecomesReadyQuietlyAndAsksNobodyElse(visit) {
  const page = await visit.openReady();
  await page.waitForLoadState('networkidle');
  assert.deepEqual(visit.complaints, []);
  assert.deepEqual(visit.strangers, []);
}

export async function theFrameBecomesReadyQuietlyAndAsksNobodyElse(visit) {
  const page = await visit.openReady('frame.html');
  await page.waitForLoadState('networkidle');
  assert.deepEqual(visit.complaints, []);
  assert.deepEqual(visit.strangers, []);
}

export async function bothPicturesArePainted(visit) {
  const page = await visit.openReady();
  const painted = await page.locator('us-uz-explainer canvas.base').evaluateAll((canvases) =>
    canvases.map((canvas) => {
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      const colours = new Set(new Uint32Array(data.buffer));
      return colours.size > 5;
    }),
  );
  assert.deepEqual(painted, [true, true]);
}

export async function anEventChosenInTheListIsShownInTheCardAndAnnounced(visit) {
  const page = await visit.openReady();
  const entry = page.locator('[slot=text] [data-target^="event:"]').nth(3);
  const target = await entry.getAttribute('data-target');
  await entry.evaluate((each) => { each.closest('details').open = true; });
  const link = entry.locator('a[href^="#event="]').first();
  const title = (await link.textContent()).trim();
  await link.click();
  const detail = await visit.event(page, 'explainer-select');
  assert.equal(`${detail.kind}:${detail.id}`, target);
  const heading = page.locator('us-uz-explainer .card-text').getByRole('heading').first();
  assert.equal((await heading.textContent()).trim(), title);
  assert.equal(await entry.getAttribute('aria-current'), 'true');
  assert.deepEqual(visit.complaints, []);
}

export async function aLinkToAnEventOpensIt(visit) {
  const plain = await visit.open('', { javaScriptEnabled: false });
  const link = plain.locator('[slot=text] a[href^="#event="]').nth(5);
  const [address, title] = [await link.getAttribute('href'), (await link.textContent()).trim()];
  const page = await visit.openReady(`index.html${address}`);
  const heading = page.locator('us-uz-explainer .card-text').getByRole('heading').first();
  assert.equal((await heading.textContent()).trim(), title);
}

export async function nothingIsFetchedBeforeReadyThatTheByteBudgetDoesNotCount(visit) {
  const recipe = readFileSync(new URL('../../wasm-pack.toml', import.meta.url), 'utf8');
  const counted = JSON.parse(/^startup-files = (\[.*\])$/m.exec(recipe)[1]);
  const page = await visit.openReady();
  const fetched = await page.evaluate(
    () => window.keptEvents.find((event) => event.type === 'explainer-ready').fetched,
  );
  const names = fetched.map((url) => new URL(url).pathname.split('/').pop());
  // The page's own stylesheet is the host's business: an element in another page does not fetch it.
  assert.deepEqual(names.filter((name) => name !== 'explainer.css').sort(), counted.sort());
}

export async function theKeyboardReachesAnEventItsCardAndComesBack(visit) {
  const page = await visit.openReady();
  const focused = () => page.evaluate(() => document.querySelector('us-uz-explainer').shadowRoot.activeElement?.className);
  const slider = page.locator('us-uz-explainer').getByRole('slider', { name: 'Timeline' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  const words = await slider.getAttribute('aria-valuetext');
  const heading = page.locator('us-uz-explainer .card-text').getByRole('heading').first();
  assert.ok(words.includes((await heading.textContent()).trim()), words);
  await page.keyboard.press('Enter');
  assert.match(await focused(), /card/);
  await page.keyboard.press('Escape');
  assert.equal(await slider.evaluate((box) => box.getRootNode().activeElement === box), true);
  assert.ok(!(await slider.getAttribute('aria-valuetext')).includes((await heading.textContent()).trim()));
  assert.deepEqual(visit.complaints, []);
}

export async function theStoryGoesOnAndBack(visit) {
  const page = await visit.openReady();
  const button = (name) => page.locator('us-uz-explainer').getByRole('button', { name, exact: true });
  const heading = page.locator('us-uz-explainer .card-text').getByRole('heading').first();
  const first = await heading.textContent();
  await button('Next').click();
  const step = await visit.event(page, 'explainer-step');
  assert.equal(step.step, 1);
  assert.notEqual(await heading.textContent(), first);
  await button('Back').click();
  assert.equal(await heading.textContent(), first);
}

export async function theMethodsDoWhatTheTypesSayAndTellTheHost(visit) {
  const page = await visit.openReady();
  const call = (name, ...values) =>
    page.evaluate(([method, given]) => document.querySelector('us-uz-explainer')[method](...given), [name, values]);
  await call('setRange', '2004-01-01', '2006-12-31');
  assert.deepEqual(await visit.event(page, 'explainer-range'), { from: '2004-01-01', to: '2006-12-31' });
  await call('select', 'k2-last-personnel');
  assert.deepEqual(await visit.event(page, 'explainer-select'), { kind: 'event', id: 'k2-last-personnel' });
  const view = await page.evaluate(() => document.querySelector('us-uz-explainer').view);
  assert.equal(view, 'event=k2-last-personnel&from=2004-01-01&to=2006-12-31');
  await call('goTo', 'swap');
  assert.equal((await visit.event(page, 'explainer-step')).id, 'swap');
  const again = await page.evaluate((link) => {
    const element = document.querySelector('us-uz-explainer');
    element.view = link;
    return element.view;
  }, view);
  assert.equal(again, view);
  assert.deepEqual(visit.complaints, []);
}

export async function theBitmapsFitTheDevicePixels(visit) {
  for (const deviceScaleFactor of [1, 2, 3]) {
    const page = await visit.openReady('', { deviceScaleFactor, viewport: { width: 400, height: 800 } });
    const sizes = await page.locator('us-uz-explainer canvas').evaluateAll((canvases) =>
      canvases.map((canvas) => [canvas.width, canvas.height, canvas.clientWidth, canvas.clientHeight]),
    );
    assert.equal(sizes.length, 4);
    for (const [width, height, cssWidth, cssHeight] of sizes) {
      assert.equal(width, Math.round(cssWidth * deviceScaleFactor));
      assert.equal(height, Math.round(cssHeight * deviceScaleFactor));
    }
  }
}

export async function nothingLeavesThePageSidewaysAtAnyWidth(visit) {
  const page = await visit.openReady();
  for (const width of [280, 320, 599, 600, 768, 899, 900, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    await page.waitForTimeout(150);
    const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(scroll <= width, `${scroll} CSS px of content in ${width}`);
  }
}

export async function aHostWithoutTheTextGetsIt(visit) {
  const page = await visit.open('', { javaScriptEnabled: true });
  await visit.event(page, 'explainer-ready');
  // A bare element beside the page's own: it fetches what the page did not bring, and shares no id with it.
  await page.evaluate(() => document.body.append(document.createElement('us-uz-explainer')));
  const bare = page.locator('us-uz-explainer').nth(1);
  await bare.scrollIntoViewIfNeeded();
  await bare.locator('[slot=text] [data-target^="event:"]').first().waitFor({ state: 'attached' });
  const [first, second] = await page
    .locator('us-uz-explainer')
    .evaluateAll((both) => both.map((each) => each.querySelectorAll('[data-target^="event:"]').length));
  assert.equal(second, first);
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((each) => each.id);
    return ids.filter((id, at) => ids.indexOf(id) !== at);
  });
  assert.deepEqual(twice, []);
  assert.equal(await bare.locator('h1').count(), 0, 'the first level is the host’s');
  assert.deepEqual(visit.complaints, []);
}

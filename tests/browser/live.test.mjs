// The page with everything it needs: it comes alive quietly, and its list, card and events agree.
import assert from 'node:assert/strict';

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

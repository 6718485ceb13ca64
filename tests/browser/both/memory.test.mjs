// What was mounted and taken out again, or chosen and left again, is given back: memory, nodes, listeners, observers.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { keepAccount } from './account.mjs';

const MOUNTS = 100;
/** Until here caches may fill. */
const WARM_MOUNTS = 20;
const SELECTIONS = 200;
const EVENTS = JSON.parse(readFileSync(new URL('../../../data/events.json', import.meta.url), 'utf8')).events.map(({ id }) => id);

/** Text of its own, so that none is fetched and each mount is of the element alone. */
const PAGE = 'hosts/long.html';
/** The collector may hold on to the newest few elements, before as well as after; more of eighty are a leak. */
const ELEMENTS_LEFT = 3;
/** What one element that is held weighs, rounded up. */
const ONE = { heap: 540_000, nodes: 760, listeners: 75 };
/** The words follow a movement, and a warning a page that is left, within this time. */
const LATE_MS = 500;

/** Opens the page with the account kept from its first moment. */
async function opened(reader) {
  const page = await reader.open(PAGE);
  await page.evaluateOnNewDocument(keepAccount);
  await reader.go(`${PAGE}?kept`);
  assert.ok(await page.evaluate(() => window.account.wasmBytes()), 'the WebAssembly memory is seen');
  return page;
}

/** Mounts copies of the element one after the other, each until it is ready with its tools, and takes each out. */
function mount(reader, times) {
  return reader.page.evaluate(async (count) => {
    const { account } = window;
    // Kept by the account alone, so that a copy can go.
    account.pattern ??= document.querySelector('us-uz-explainer').cloneNode(true);
    const place = document.querySelector('.before');
    document.querySelector('us-uz-explainer')?.remove();
    const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
    for (let nth = 0; nth < count; nth++) {
      const element = account.pattern.cloneNode(true);
      const ready = new Promise((resolve) => element.addEventListener('explainer-ready', resolve, { once: true }));
      place.after(element);
      await ready;
      const end = performance.now() + 10_000;
      while (!element.shadowRoot.querySelector('[type="search"]')) {
        if (performance.now() > end) throw new Error(`mount ${nth} has no search`);
        await turn();
      }
      element.goTo(2);
      account.mounted.push(new WeakRef(element));
      element.remove();
      await turn();
    }
    window.witness.events.length = 0;
  }, times);
}

/** Chooses one event after the other, with a painting for each twenty. */
async function choose(reader, times) {
  for (let done = 0; done < times; done += 20) {
    const ids = Array.from({ length: 20 }, (_, nth) => EVENTS[(done + nth) % EVENTS.length]);
    await reader.page.evaluate((wanted) => {
      for (const id of wanted) window.witness.elements()[0].select(id);
      window.witness.events.length = 0;
    }, ids);
    await reader.still();
  }
}

/** What Chromium counts after a collection; nothing where an engine's driver cannot ask. */
async function counted(reader) {
  if (reader.engine.name !== 'Chromium') return undefined;
  const session = await reader.page.createCDPSession();
  await session.send('Performance.enable');
  await reader.pause(LATE_MS);
  // What a first collection finalises, a second one frees.
  for (let nth = 0; nth < 3; nth++) {
    await session.send('HeapProfiler.collectGarbage');
    await reader.pause(100);
  }
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const of = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
}

/** The page's own account and the engine's. */
async function measured(reader) {
  const own = await reader.page.evaluate(() => ({
    wasm: window.account.wasmBytes(),
    standing: window.account.standing(),
  }));
  return { ...own, counted: await counted(reader) };
}

/** @param {Awaited<ReturnType<typeof measured>>} before @param {Awaited<ReturnType<typeof measured>>} after */
function assertFlat(before, after) {
  const both = `before ${JSON.stringify(before)}\nafter  ${JSON.stringify(after)}`;
  assert.equal(after.wasm, before.wasm, `the WebAssembly memory grew\n${both}`);
  assert.deepEqual(after.standing, before.standing, 'listeners or observers in the page were left behind');
  if (!before.counted || !after.counted) return;
  for (const [kind, one] of Object.entries(ONE)) {
    const grown = after.counted[kind] - before.counted[kind];
    assert.ok(grown <= ELEMENTS_LEFT * one, `${kind} grew by ${grown}\n${both}`);
  }
}

export async function aHundredMountsLeaveNothingBehind(reader) {
  await opened(reader);
  await mount(reader, WARM_MOUNTS);
  const before = await measured(reader);
  await mount(reader, MOUNTS - WARM_MOUNTS);
  assertFlat(before, await measured(reader));
  const left = await reader.page.evaluate((few) => window.account.leftAfterCollection(few), ELEMENTS_LEFT);
  assert.ok(left <= ELEMENTS_LEFT, `${left} of ${MOUNTS} elements are still held by something`);
  assert.deepEqual(reader.complaints, []);
}

aHundredMountsLeaveNothingBehind.seconds = 150;

export async function twoHundredSelectionsLeaveNothingBehind(reader) {
  await opened(reader);
  // Every event once: what is made for each at its first time is made then.
  await choose(reader, EVENTS.length);
  const before = await measured(reader);
  await choose(reader, SELECTIONS);
  assertFlat(before, await measured(reader));
  assert.ok(before.standing['window hashchange'], 'listeners are seen while the element is there');
  assert.deepEqual(reader.complaints, []);
}

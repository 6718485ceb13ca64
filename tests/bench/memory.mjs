// What stays in memory after mounting and after choosing, beside a plain element: node memory.mjs SITE RESULT.json [--quick]
import { writeFile } from 'node:fs/promises';
import { launch } from '../browser/visit.mjs';
import { host } from './host.mjs';

const MOUNTS = { full: [0, 10, 50, 100], quick: [0, 10] };
const CHOICES = { full: [0, 50, 200], quick: [0, 20] };

/** In the page, before its scripts: keeps the wasm's memory, which no public name leads to. */
function keepMemory() {
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate.apply(WebAssembly, given);
    const { exports } = made.instance ?? made;
    if (exports?.memory) window.wasmMemory = exports.memory;
    return made;
  };
}

/** In the page: an element with so many nodes in its shadow and nothing else. @param {number} nodes */
function definePlain(nodes) {
  customElements.define('plain-nodes', class extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return;
      const shadow = this.attachShadow({ mode: 'open' });
      for (let n = 0; n < nodes; n += 1) shadow.append(document.createElement('div'));
    }
  });
}

/** In the page: mounts and takes out again, each time until it is ready. */
async function mount([name, times]) {
  for (let n = 0; n < times; n += 1) {
    const element = document.createElement(name);
    const ready = name === 'plain-nodes' ? new Promise((done) => { requestAnimationFrame(done); })
      : new Promise((done) => { element.addEventListener('explainer-ready', done, { once: true }); });
    document.body.prepend(element);
    await ready;
    element.remove();
    // The element waits a microtask, to tell a move from a leaving.
    await new Promise((done) => { setTimeout(done); });
  }
}

/** In the page: chooses one event after another, each drawn. */
async function choose([ids, times]) {
  const element = document.querySelector('us-uz-explainer');
  for (let n = 0; n < times; n += 1) {
    element.select(ids[n % ids.length]);
    for (let frame = 0; frame < 2; frame += 1) await new Promise((done) => { requestAnimationFrame(done); });
  }
}

async function opened(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  page.on('pageerror', (error) => console.error(`in the article: ${error.message}`));
  await page.addInitScript(keepMemory);
  await page.goto(address);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  await devtools.send('HeapProfiler.enable');
  return { page, devtools };
}

/** What is there after all garbage is gone. */
async function now({ page, devtools }) {
  // What was put off (words, announcements, files) is done by then.
  await page.waitForTimeout(1500);
  for (let time = 0; time < 3; time += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (name) => metrics.find((each) => each.name === name)?.value ?? NaN;
  const wasm = await page.evaluate(() => window.wasmMemory?.buffer.byteLength ?? 0);
  return { wasm, heap: metric('JSHeapUsedSize'), listeners: metric('JSEventListeners'), nodes: metric('Nodes') };
}

/** @param {readonly number[]} at  after how many in all */
async function after(opening, at, work) {
  const seen = [];
  let done = 0;
  for (const count of at) {
    await work(count - done);
    done = count;
    seen.push({ count, ...(await now(opening)) });
  }
  return seen;
}

async function mounts(browser, address, at) {
  const ours = await opened(browser, new URL('alone.html', address).href);
  await ours.page.addScriptTag({ url: '/define.js', type: 'module' });
  // The first mount fetches and compiles, once for all; what it keeps is not of the mounts.
  await ours.page.evaluate(mount, ['us-uz-explainer', 1]);
  const without = await now(ours);
  await ours.page.evaluate(() => document.body.prepend(document.createElement('us-uz-explainer')));
  await ours.page.waitForTimeout(1500);
  const one = await now(ours);
  await ours.page.evaluate(() => document.querySelector('us-uz-explainer').remove());
  const own = await after(ours, at, (times) => ours.page.evaluate(mount, ['us-uz-explainer', times]));
  await ours.page.close();
  const plain = await opened(browser, new URL('alone.html', address).href);
  await plain.page.evaluate(definePlain, one.nodes - without.nodes);
  await plain.page.evaluate(mount, ['plain-nodes', 1]);
  const baseline = await after(plain, at, (times) => plain.page.evaluate(mount, ['plain-nodes', times]));
  await plain.page.close();
  return { one, without, own, baseline };
}

async function choices(browser, address, at) {
  const ours = await opened(browser, new URL('near.html', address).href);
  await ours.page.waitForFunction(() => window.wasmMemory);
  await ours.page.waitForTimeout(1500);
  const ids = await ours.page.evaluate(() => {
    const told = [...document.querySelectorAll('us-uz-explainer [data-target^="event:"]')];
    const targets = new Set(told.map((each) => each.getAttribute('data-target')));
    return [...targets].slice(0, 40).map((target) => target.slice('event:'.length));
  });
  if (ids.length < 2) throw new Error('no events found to choose');
  // Once through: what is made at the first choice is not of the others.
  await ours.page.evaluate(choose, [ids, ids.length]);
  const seen = await after(ours, at, (times) => ours.page.evaluate(choose, [ids, times]));
  await ours.page.close();
  return seen;
}

const KIB = 1024;
const row = ({ wasm, heap, listeners, nodes }) =>
  `${(wasm / KIB).toFixed(0)} KiB wasm, ${(heap / KIB).toFixed(0)} KiB heap, ${listeners} listeners, ${nodes} nodes`;
const plainRow = ({ heap, listeners, nodes }) => `${(heap / KIB).toFixed(0)} KiB heap, ${listeners} listeners, ${nodes} nodes`;

async function main([site, result, mode]) {
  if (!site || !result) throw new Error('run it by `cargo xtask bench --only memory`');
  const size = mode === '--quick' ? 'quick' : 'full';
  const [browser, server] = [await launch(), await host(site)];
  try {
    const mounted = await mounts(browser, server.address, MOUNTS[size]);
    console.log('memory: mounted');
    const chosen = await choices(browser, server.address, CHOICES[size]);
    const rows = [
      ['memory with one element in the page', row(mounted.one), ''],
      ...mounted.own.map((each, at) => [
        `memory after ${each.count} more mounts, all taken out`, row(each), plainRow(mounted.baseline[at]),
      ]),
      ...chosen.map((each) => [`memory after ${each.count} more choices`, row(each), '']),
    ];
    const title = 'Memory: after forced garbage collection; baseline: an element with as many nodes in its shadow';
    await writeFile(result, JSON.stringify({ title, browser: `Chromium ${browser.version()}`, rows, mounted, chosen }));
  } finally {
    await browser.close();
    server.close();
  }
}

await main(process.argv.slice(2));

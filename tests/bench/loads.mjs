// How a host's article loads without us and with us, on a slow phone: node loads.mjs SITE RESULT.json [--quick]
import { writeFile } from 'node:fs/promises';
import { launch } from '../browser/visit.mjs';
import { CASES, host, pageOf } from './host.mjs';
import { SLOW_CPU, PHONE, slowCpu } from './phone.mjs';
import { quantile } from './table.mjs';
import { blocking, watch, worstShifts } from './watch.mjs';

/** 1.6 Mbit/s down, 0.75 up, 150 ms there and back: "slow 4G" of the developer tools. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
/** What comes after `explainer-ready`, or after the load of a page where nothing is to become ready, counts so long. */
const AFTERWARDS_MS = 3000;
const PATIENCE_MS = 60_000;
const LOADS = { full: 9, quick: 3 };

/** One load in a fresh context, so that nothing is cached. */
async function load(browser, address, name) {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  await page.addInitScript(watch);
  const devtools = await context.newCDPSession(page);
  let [requests, bytes] = [0, 0];
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    requests += 1;
    bytes += encodedDataLength;
  });
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
  await slowCpu(devtools);
  await page.goto(new URL(pageOf(name), address).href, { timeout: PATIENCE_MS });
  const becomesReady = name !== 'alone' && name !== 'far';
  if (becomesReady) {
    const where = name === 'frame' ? page.frames().find((each) => each.url().endsWith('/frame.html')) : page;
    if (!where) throw new Error('the iframe near the top was not loaded');
    await where.waitForFunction(() => window.watched.ready, undefined, { timeout: PATIENCE_MS });
  }
  await page.waitForTimeout(AFTERWARDS_MS);
  const seen = await Promise.all(page.frames().map((frame) => frame.evaluate(() => {
    const { timing } = performance;
    return { ...window.watched, origin: performance.timeOrigin, loaded: timing.loadEventEnd - timing.navigationStart };
  })));
  await context.close();
  return { name, requests, bytes, ...both(seen, becomesReady) };
}

/** The article and, where there is one, the document in its iframe, on the article's clock. */
function both([top, ...frames], becomesReady) {
  const since = (document) => document.origin - top.origin;
  const ready = [top, ...frames].map((each) => each.ready && each.ready + since(each)).find(Boolean) ?? 0;
  if (!becomesReady && ready) throw new Error('an element far below the screen started: the measurement is of something else');
  const end = (ready || top.loaded) + AFTERWARDS_MS;
  // A long task in an iframe of the same origin is told to both documents; it is one.
  const long = new Map();
  for (const each of [top, ...frames]) {
    for (const [at, ms] of each.long) {
      const start = at + since(each);
      if (start < end) long.set(`${start.toFixed(0)}`, [start, ms]);
    }
  }
  return {
    ready,
    loaded: top.loaded,
    blocking: blocking([...long.values()]),
    longest: Math.max(0, ...[...long.values()].map(([, ms]) => ms)),
    long: [...long.values()].sort((a, b) => a[0] - b[0]),
    largest: top.largest,
    shifts: worstShifts(top.shifts),
    frameLargest: frames.map((each) => each.largest + since(each)).at(0) ?? 0,
    frameShifts: frames.map((each) => worstShifts(each.shifts)).at(0) ?? 0,
  };
}

const whole = (value) => value.toFixed(0);
const fine = (value) => value.toFixed(3);
const pair = (values, show) => `${show(quantile(values, 0.5))} / ${show(quantile(values, 0.95))}`;

/** Rows of the report: what, ours, baseline. */
function rows(loads) {
  const of = (name, key) => loads.filter((each) => each.name === name).map((each) => each[key]);
  const alone = (key, show) => pair(of('alone', key), show);
  return CASES.filter(([name]) => name !== 'alone').flatMap(([name, words]) => {
    const row = (what, key, show) => [`${words}: ${what}`, pair(of(name, key), show), alone(key, show)];
    const made = [
      row('blocking time, ms', 'blocking', whole),
      row('longest task, ms', 'longest', whole),
      row('largest painting, ms', 'largest', whole),
      row('layout shift', 'shifts', fine),
      row('page loaded, ms', 'loaded', whole),
      row('requests', 'requests', whole),
      row('bytes transferred', 'bytes', whole),
    ];
    if (name !== 'far') made.unshift([`${words}: explainer-ready, ms`, pair(of(name, 'ready'), whole), '']);
    if (name === 'frame') {
      made.push([`${words}: largest painting in the iframe, ms`, pair(of(name, 'frameLargest'), whole), '']);
      made.push([`${words}: layout shift in the iframe`, pair(of(name, 'frameShifts'), fine), '']);
    }
    return made;
  });
}

async function main([site, result, mode]) {
  if (!site || !result) throw new Error('run it by `cargo xtask bench --only page`');
  const times = mode === '--quick' ? LOADS.quick : LOADS.full;
  const [browser, server] = [await launch(), await host(site)];
  try {
    const loads = [];
    // In turns, so that what else the machine does hits all alike.
    for (let time = 0; time < times; time += 1) {
      for (const [name] of CASES) loads.push(await load(browser, server.address, name));
      console.log(`page: loaded ${time + 1} of ${times} times each of ${CASES.length}`);
    }
    const told = {
      title: `Page: a phone of ${PHONE.viewport.width} × ${PHONE.viewport.height} px, CPU slowed ${SLOW_CPU} times, ` +
        `1.6 Mbit/s and 150 ms, brotli, ${times} loads each without cache`,
      browser: `Chromium ${browser.version()}`,
      rows: rows(loads),
      loads,
    };
    await writeFile(result, JSON.stringify(told));
  } finally {
    await browser.close();
    server.close();
  }
}

await main(process.argv.slice(2));

// Which functions take the time: node profile.mjs ADDRESS FOLDER
// Prints the dearest functions of each scenario and keeps the whole profiles for a browser's developer tools.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from './engines.mjs';

const DOSSIERS = ['real', '10000'];
const FRAMES = 60;
const TIMES = 3;
const SAMPLE_MICROSECONDS = 100;
const MOST_SHOWN = 22;

/** The function of the bench page that acts and paints; what happens outside is the bench's own. */
const STEP = '#step';
const LONGEST_NAME = 110;

/** Self time of each function and time in it with all it calls, in milliseconds. */
function costs({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])));
  const self = new Map();
  const total = new Map();
  const add = (sums, name, ms) => sums.set(name, (sums.get(name) ?? 0) + ms);
  samples.forEach((sample, at) => {
    const ms = timeDeltas[at] / 1000;
    const name = (id) => readable(byId.get(id).callFrame.functionName);
    // A set: once for each name, however deep it calls itself.
    const stack = new Set();
    for (let id = sample; id !== undefined; id = parents.get(id)) stack.add(name(id));
    if (!stack.has(STEP)) return;
    add(self, name(sample), ms);
    for (const each of stack) add(total, each, ms);
  });
  return [...total].map(([name, ms]) => ({ name, self: self.get(name) ?? 0, total: ms }));
}

/** `<us_uz_explainer[0123456789abcdef]::layout::ties::TiesLayout>::by_plan` → `<layout::ties::TiesLayout>::by_plan` */
function readable(name) {
  const short = name.replace(/\[[0-9a-f]{16}\]/g, '').replaceAll('us_uz_explainer::', '');
  return short.length > LONGEST_NAME ? `${short.slice(0, LONGEST_NAME)}…` : short || '(no name)';
}

async function main([address, folder]) {
  if (!address || !folder) throw new Error('run it by `cargo xtask bench --profile`');
  const { open, close } = await chromium(address);
  for (const dossier of DOSSIERS) {
    const page = await open(1);
    const ready = await page.evaluateHandle((given) => window.prepare(...given), [dossier, FRAMES]);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Profiler.enable');
    await devtools.send('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS });
    const names = await ready.evaluate((bench) => bench.names);
    for (const [n, name] of names.entries()) {
      await ready.evaluate((bench, which) => bench.repeat(which, 1), n);
      await devtools.send('Profiler.start');
      const each = await ready.evaluate((bench, [which, times]) => bench.repeat(which, times), [n, TIMES]);
      const { profile } = await devtools.send('Profiler.stop');
      const file = `${dossier}-${name.replace(/\W+/g, '-')}.cpuprofile`;
      await writeFile(join(folder, file), JSON.stringify(profile));
      console.log(`\n${name}, ${dossier === 'real' ? 'the real dossier' : `${dossier} events`}: ` +
        `${each.toFixed(2)} ms a frame; microseconds a frame in the function itself, and with what it calls`);
      const microseconds = (ms) => ((1000 * ms) / FRAMES / TIMES).toFixed(0).padStart(7);
      const all = costs(profile);
      if (all.length === 0) throw new Error(`no sample lies in ${STEP}: was the page's function renamed?`);
      // The dearest by themselves, in the order of what they cost with all they call.
      const dearest = all.sort((a, b) => b.self - a.self).slice(0, MOST_SHOWN);
      for (const cost of dearest) console.log(`${microseconds(cost.self)}${microseconds(cost.total)}  ${cost.name}`);
    }
    await page.close();
  }
  await close();
}

await main(process.argv.slice(2));

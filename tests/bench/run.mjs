// Measures in every browser that is here: node run.mjs ADDRESS RESULT.json [--quick]
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, firefox } from './engines.mjs';
import { idleFrames } from './idle.mjs';
import { closingRows, table, verdict } from './table.mjs';

const DOSSIERS = ['real', '1000', '10000'];
const FULL = { frames: 120, densities: [1, 2] };
const QUICK = { frames: 30, densities: [1] };

/** From this part of the machine's time on, other work is felt in the slowest frames. */
const MUCH_OTHER_WORK = 0.1;

/** The part of the machine's time that other work takes, watched for two seconds. */
async function otherWork() {
  const sum = () => cpus().reduce(
    (all, { times }) => ({ idle: all.idle + times.idle, busy: all.busy + times.user + times.nice + times.sys + times.irq }),
    { idle: 0, busy: 0 },
  );
  const before = sum();
  await pause(2000);
  const after = sum();
  const [idle, busy] = [after.idle - before.idle, after.busy - before.busy];
  return busy / (idle + busy);
}

/** @param {import('./engines.mjs').Engine} engine */
async function measure(engine, { frames, densities }) {
  const other = await otherWork();
  const runs = [];
  for (const dossier of DOSSIERS) {
    for (const dpr of densities) {
      console.log(`${engine.name}: ${dossier === 'real' ? 'the real dossier' : `${dossier} events`}, DPR ${dpr}`);
      const page = await engine.open(dpr);
      runs.push(await page.evaluate((given) => window.bench(...given), [dossier, dpr, frames]));
      await page.close();
    }
  }
  return { browser: engine.name, other, runs };
}

function print({ browser, other, runs }, machine, frames) {
  const busy = `${(100 * other).toFixed(0)} % busy with other work`;
  const caution = other > MUCH_OTHER_WORK ? ' (read p50; p95 tells of that work)' : '';
  console.log(`\n${browser}; ${machine}, ${busy}${caution}; ${frames} frames each\n`);
  console.log([table(runs), '', ...verdict(runs), ''].join('\n'));
}

async function main([address, result, mode]) {
  if (!address || !result) throw new Error('run it by `cargo xtask bench`');
  const settings = mode === '--quick' ? QUICK : FULL;
  const machine = `${cpus().length} × ${cpus()[0].model}`;
  const chrome = await chromium(address);
  const idle = await idleFrames(chrome.browser, address);
  const engines = [await measure(chrome, settings)];
  await chrome.close();
  const fox = await firefox(address);
  if (fox) engines.push(await measure(fox, settings));
  await fox?.close();
  const rows = [...closingRows(engines), [`animation frames asked for in 2 s of rest`, String(idle), '']];
  const title = `Frames: ms from an act to the last drawing call, the slowest of the movements, ${settings.frames} frames each`;
  const told = { title, browser: engines.map(({ browser }) => browser).join(', '), rows };
  await writeFile(result, JSON.stringify({ ...told, machine, frames: settings.frames, idle, engines }));
  for (const engine of engines) print(engine, machine, settings.frames);
  if (!fox) console.log('Firefox is not measured: that needs firefox-esr and the npm package puppeteer-core.');
  console.log(`Animation frames while idle for 2 s: ${idle}.`);
  if (idle !== 0) throw new Error('something asks for animation frames while nothing happens');
}

await main(process.argv.slice(2));

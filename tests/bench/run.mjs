// Measures in every browser that is here: node run.mjs ADDRESS RESULT.json [--quick]
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { launch } from '../browser/visit.mjs';
import { idleFrames } from './idle.mjs';
import { openBench } from './open.mjs';
import { table, verdict } from './table.mjs';

const DOSSIERS = ['real', '1000', '10000'];
const FULL = { frames: 120, densities: [1, 2] };
const QUICK = { frames: 30, densities: [1] };
async function measure(browser, address, dossier, dpr, frames) {
  const page = await openBench(browser, address, dpr);
  const run = await page.evaluate((given) => window.bench(...given), [dossier, dpr, frames]);
  await page.close();
  return run;
}

async function main([address, result, mode]) {
  if (!address || !result) throw new Error('run it by `cargo xtask bench`');
  const { frames, densities } = mode === '--quick' ? QUICK : FULL;
  const machine = `${cpus().length} × ${cpus()[0].model}, load ${loadavg()[0].toFixed(2)} before`;
  const browser = await launch();
  const name = `Chromium ${browser.version()}`;
  const runs = [];
  for (const dossier of DOSSIERS) {
    for (const dpr of densities) {
      console.log(`measuring: ${dossier === 'real' ? 'the real dossier' : `${dossier} events`}, DPR ${dpr}`);
      runs.push(await measure(browser, address, dossier, dpr, frames));
    }
  }
  const idle = await idleFrames(browser, address);
  await browser.close();
  await writeFile(result, JSON.stringify({ machine, browser: name, frames, idle, runs }));
  console.log(`\n${name}; ${machine}; ${frames} frames each\n\n${table(runs)}\n`);
  console.log([...verdict(runs), `Animation frames while idle for 2 s: ${idle}.`].join('\n'));
  if (idle !== 0) throw new Error('something asks for animation frames while nothing happens');
}

await main(process.argv.slice(2));

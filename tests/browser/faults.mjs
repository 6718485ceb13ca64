// Every fault in every engine: node faults.mjs [PART-OF-A-NAME]. Prints the matrix, and what failed, and the sum.
import { engines } from './faults/engines.mjs';
import { LOADING } from './faults/cases_loading.mjs';
import { PAGE } from './faults/cases_page.mjs';
import { PANEL } from './faults/cases_panel.mjs';
import { PRINT } from './faults/cases_print.mjs';
import { play } from './faults/play.mjs';
import { POLICIES } from './faults/policies.mjs';
import { unlikeReadme } from './faults/readme.mjs';
import { serve } from './faults/server.mjs';

const CASES = [...LOADING, ...PAGE, ...PANEL, ...PRINT, ...POLICIES];
const SECONDS_PER_CASE = 100;

/** @param {Promise<string>} work */
async function inTime(work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${SECONDS_PER_CASE} s`)), SECONDS_PER_CASE * 1000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** All cases in one engine, one after the other. @returns {Promise<Map<string, string>>} the cell of each */
async function column(engine, cases, address) {
  const cells = new Map();
  for (const one of cases) {
    const why = one.skip?.[engine.name];
    if (why) {
      cells.set(one.id, `skipped: ${why}`);
      continue;
    }
    try {
      const note = await inTime(play(engine, one, address));
      cells.set(one.id, note ? `ok: ${note}` : 'ok');
    } catch (error) {
      cells.set(one.id, 'FAILED');
      console.log(`${engine.name}: ${one.id} … FAILED\n${error.stack ?? error}\n`);
    }
  }
  await engine.close();
  return cells;
}

async function main([part = '']) {
  const cases = CASES.filter(({ id }) => id.includes(part));
  const server = await serve(CASES);
  const all = await Promise.all(engines().map(async (starting) => {
    const engine = await starting;
    return { name: engine.name, cells: await column(engine, cases, server.address) };
  }));
  server.close();
  const ending = ({ falls, lacks, untouched }) => (falls ? `text: ${falls}` : lacks ? 'alive, one line' : untouched ? 'text' : 'alive');
  console.log(`| fault | ends as | ${all.map(({ name }) => name).join(' | ')} |`);
  console.log(`|---|---|${all.map(() => '---|').join('')}`);
  for (const one of cases) {
    console.log(`| ${one.id.replaceAll('-', ' ')} | ${ending(one)} | ${all.map(({ cells }) => cells.get(one.id)).join(' | ')} |`);
  }
  const cells = all.flatMap((each) => [...each.cells.values()]);
  const differences = await unlikeReadme(POLICIES);
  for (const line of differences) console.log(`README.md: ${line}`);
  cells.push(differences.length ? 'FAILED' : 'ok');
  const count = (start) => cells.filter((cell) => cell.startsWith(start)).length;
  if (count('skipped')) console.log(`${count('skipped')} skipped, for the reasons above`);
  console.log(`${count('ok')} passed, ${count('FAILED')} failed`);
  process.exitCode = count('FAILED') > 0 ? 1 : 0;
}

await main(process.argv.slice(2));

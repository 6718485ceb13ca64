// Runs every *.test.mjs beside it in one Chromium: node run.mjs ADDRESS [PART-OF-A-NAME]
// A test is an exported function; its name, read as words, is what it holds. It gets a `Visit` to open pages with.
import { readdir } from 'node:fs/promises';
import { launch, Visit } from './visit.mjs';

const SECONDS_PER_TEST = 180;

/** `pageOpensQuietly` → `page opens quietly` */
function words(name) {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** @param {Promise<void>} work */
async function within(work, seconds) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${seconds} s`)), seconds * 1000);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function main([address, part = '']) {
  if (!address) throw new Error('run it by `cargo xtask test`, or give the address that dist/ is served at');
  const here = new URL('./', import.meta.url);
  const files = (await readdir(here)).filter((name) => name.endsWith('.test.mjs')).sort();
  const browser = await launch();
  let passed = 0;
  let failed = 0;
  for (const file of files) {
    const tests = Object.entries(await import(new URL(file, here)));
    for (const [name, test] of tests) {
      const title = `${file.replace('.test.mjs', '')}: ${words(name)}`;
      if (!title.includes(part)) continue;
      const visit = new Visit(browser, address);
      try {
        await within(test(visit), SECONDS_PER_TEST);
        passed += 1;
        console.log(`${title} … ok`);
      } catch (error) {
        failed += 1;
        console.log(`${title} … FAILED\n${error.stack ?? error}\n${visit.report()}`);
      } finally {
        await visit.end();
      }
    }
  }
  await browser.close();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

await main(process.argv.slice(2));

// Runs every both/*.test.mjs in Chromium and in Firefox: node both.mjs [PART-OF-A-TITLE]
// A test is an exported function; its name, read as words, is what it holds. It gets a `Reader` to open pages with.
// One that takes longer than others by its nature says so in its property `seconds`.
import { readdir } from 'node:fs/promises';
import { chromium, firefox } from './both/engines.mjs';
import { Reader, Skipped } from './both/reader.mjs';
import { serve } from './both/server.mjs';

const SECONDS_PER_TEST = 90;

/** `thumbIs24PxWide` → `thumb is 24 px wide` */
function words(name) {
  return name.replace(/[A-Z]|\d+/g, (word) => ` ${word.toLowerCase()}`);
}

/** @param {Promise<void>} work @param {number} [seconds] */
async function inTime(work, seconds = SECONDS_PER_TEST) {
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

/** Every test with its title. */
async function allTests() {
  const here = new URL('./both/', import.meta.url);
  const files = (await readdir(here)).filter((name) => name.endsWith('.test.mjs')).sort();
  const modules = await Promise.all(files.map(async (file) => [file, await import(new URL(file, here).href)]));
  return modules.flatMap(([file, module]) =>
    Object.entries(module).map(([name, test]) => ({ title: `${file.replace('.test.mjs', '')}: ${words(name)}`, test })),
  );
}

/**
 * Runs one test and prints its line.
 * @returns {Promise<'passed' | 'failed' | 'skipped'>}
 */
async function outcome(engine, address, { title, test }) {
  const reader = new Reader(engine, address);
  const line = `${engine.name}: ${title}`;
  try {
    await inTime(test(reader), test.seconds);
    console.log(`${line} … ok`);
    return 'passed';
  } catch (error) {
    if (error instanceof Skipped) {
      console.log(`${line} … skipped: ${error.message}`);
      return 'skipped';
    }
    console.log(`${line} … FAILED\n${error.stack ?? error}\n${reader.report()}`);
    return 'failed';
  } finally {
    await reader.end();
  }
}

async function main([part = '']) {
  const tests = await allTests();
  const server = await serve();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  // Side by side: each waits for its browser most of the time.
  await Promise.all([chromium(), firefox()].map(async (engine) => {
    try {
      for (const each of tests) {
        if (`${engine.name}: ${each.title}`.includes(part)) counts[await outcome(engine, server.address, each)] += 1;
      }
    } finally {
      await engine.close();
    }
  }));
  server.close();
  if (counts.skipped > 0) console.log(`${counts.skipped} skipped, for the reasons above`);
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  process.exitCode = counts.failed > 0 ? 1 : 0;
}

await main(process.argv.slice(2));

// The bench page: the wasm itself, without the element around it.

import init, { Explainer } from '../../pkg/us_uz_explainer.js';
import { Bench } from './frames.js';
import { SCENARIOS } from './scenarios.js';

/** @param {string} dossier  name of a digest beside this page */
async function explainer(dossier) {
  const module = await WebAssembly.compileStreaming(fetch('../us_uz_explainer_bg.wasm'));
  await init({ module_or_path: module });
  const digest = await (await fetch(`${dossier}.json`)).text();
  const start = performance.now();
  const wasm = new Explainer('light', digest);
  const startUp = performance.now() - start;
  wasm.setMotion(false);
  wasm.measureWith(document.createElement('canvas'));
  return { wasm, startUp };
}

/**
 * Measures every scenario with one dossier. Called by run.mjs.
 * @param {string} dossier
 * @param {number} dpr
 * @param {number} frames
 */
async function bench(dossier, dpr, frames) {
  if (devicePixelRatio !== dpr) throw new Error(`the browser has ${devicePixelRatio} device pixels to one of CSS`);
  const { wasm, startUp } = await explainer(dossier);
  const run = new Bench(wasm, dpr, frames);
  const results = [];
  for (const scenario of SCENARIOS) results.push(await run.run(scenario));
  return { dossier, dpr, startUp, results };
}

/**
 * Makes a function that runs a scenario of ours alone, as often as asked. Called by profile.mjs.
 * @param {string} dossier
 * @param {number} frames
 */
async function prepare(dossier, frames) {
  const { wasm } = await explainer(dossier);
  const run = new Bench(wasm, 1, frames);
  const names = SCENARIOS.map(({ name }) => name);
  return { names, repeat: (/** @type {number} */ n, /** @type {number} */ times) => run.repeat(SCENARIOS[n], times) };
}

Object.assign(window, { bench, prepare });

// What was measured, as one Markdown table and a sentence about the aims.

/** Milliseconds that a step and its painting may take in 95 of 100 frames. The rest of a 60 Hz frame is the browser's. */
const AIMS = /** @type {const} */ ([['real', 4], ['10000', 8]]);

/** The value that a part of all values does not exceed. @param {readonly number[]} values @param {number} part */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
}

const ms = (value) => value.toFixed(value < 10 ? 2 : 1);
const both = (values) => `${ms(quantile(values, 0.5))} / ${ms(quantile(values, 0.95))}`;

/** @param {readonly { browser: string, dossier: string, dpr: number, results: readonly any[] }[]} runs */
export function table(runs) {
  const head = [
    '| scenario | events | DPR | shapes | ours p50 / p95 ms | baseline p50 / p95 ms | frame interval p95, ours / baseline ms |',
    '|---|---:|---:|---:|---:|---:|---:|',
  ];
  const rows = runs.flatMap(({ dossier, dpr, results }) =>
    results.map(({ scenario, ours, baseline, shapes }) => {
      const interval = [ours, baseline].map((frames) => ms(quantile(frames.interval, 0.95))).join(' / ');
      const cells = [scenario, dossier, dpr, shapes, both(ours.submission), both(baseline.submission), interval];
      return `| ${cells.join(' | ')} |`;
    }),
  );
  return [...head, ...rows].join('\n');
}

/** For each aim the slowest scenario, and whether it keeps to it. */
export function verdict(runs) {
  return AIMS.map(([dossier, aim]) => {
    const all = runs.filter((run) => run.dossier === dossier).flatMap(({ dpr, results }) =>
      results.map(({ scenario, ours }) => ({ scenario, dpr, p95: quantile(ours.submission, 0.95) })),
    );
    const slowest = all.reduce((a, b) => (b.p95 > a.p95 ? b : a));
    const kept = all.filter(({ p95 }) => p95 < aim).length;
    const name = dossier === 'real' ? 'the real dossier' : `${dossier} events`;
    return `Aim for ${name}, submission p95 under ${aim} ms: kept in ${kept} of ${all.length}; ` +
      `slowest ${slowest.scenario} at DPR ${slowest.dpr}, ${ms(slowest.p95)} ms.`;
  });
}

/** For the closing table: the slowest movement of each dossier at the finest density, in each browser. */
export function closingRows(engines) {
  return engines.flatMap(({ browser, runs }) => {
    const finest = Math.max(...runs.map(({ dpr }) => dpr));
    return runs.filter(({ dpr }) => dpr === finest).map(({ dossier, results }) => {
      const p95 = ({ ours }) => quantile(ours.submission, 0.95);
      const slowest = results.reduce((a, b) => (p95(b) > p95(a) ? b : a));
      const name = dossier === 'real' ? 'the real dossier' : `${dossier} events`;
      const what = `${browser}, ${name}, DPR ${finest}: ${slowest.scenario}`;
      return [what, both(slowest.ours.submission), both(slowest.baseline.submission)];
    });
  });
}

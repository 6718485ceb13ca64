// The README's table of policies and headers is the list of what is tested, row for row.
import { readFile } from 'node:fs/promises';
import { GETS } from './policies.mjs';

const HEAD = '| your page or server sends | your readers have |';

/** @param {readonly import('./policies.mjs').Policy[]} policies @returns {Promise<string[]>} in what they differ */
export async function unlikeReadme(policies) {
  const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8');
  const lines = readme.split('\n');
  const start = lines.indexOf(HEAD);
  if (start < 0) return [`has no table “${HEAD}”`];
  const end = lines.findIndex((line, at) => at > start && !line.startsWith('|'));
  const said = lines.slice(start + 2, end);
  const tested = policies.map(({ row, gets }) => `| ${row} | ${GETS[gets]} |`);
  return [
    ...said.filter((line) => !tested.includes(line)).map((line) => `no test holds: ${line}`),
    ...tested.filter((line) => !said.includes(line)).map((line) => `is tested and not said: ${line}`),
  ];
}

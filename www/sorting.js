// The table of the text: its column heads become buttons that sort its rows, in place and by what stands in the cells.

import { button } from './make.js';

/** Tables whose heads are buttons already: they stay so when their explainer stops and another begins. @type {WeakSet<HTMLTableElement>} */
const dressed = new WeakSet();

/** Lets the tables of the text be sorted that cannot be yet. @param {HTMLElement} host */
export function makeSortable(host) {
  for (const table of host.querySelectorAll('table')) {
    if (dressed.has(table) || !table.querySelector('th[data-up]')) continue;
    dressed.add(table);
    for (const head of heads(table)) {
      const turn = button('', ...head.childNodes);
      turn.addEventListener('click', () => sort(table, head));
      head.append(turn);
    }
  }
}

/** @param {HTMLTableElement} table @returns {HTMLTableCellElement[]} */
function heads(table) {
  return [...(table.tHead?.rows[0]?.cells ?? [])];
}

/** @param {HTMLTableElement} table @param {HTMLTableCellElement} head */
function sort(table, head) {
  const [body] = table.tBodies;
  const down = head.getAttribute('aria-sort') === 'ascending';
  const { compare } = new Intl.Collator(table.closest('[lang]')?.getAttribute('lang') ?? undefined, { numeric: true });
  const rows = [...body.rows].map((row) => ({ row, key: keyOf(row.cells[head.cellIndex]) }));
  rows.sort((a, b) => {
    // What says nothing stands last either way.
    if (a.key === '' || b.key === '') return Number(a.key === '') - Number(b.key === '');
    return down ? compare(b.key, a.key) : compare(a.key, b.key);
  });
  // Moving the rows is all: whoever reads one of them keeps it.
  body.append(...rows.map(({ row }) => row));
  for (const each of heads(table)) each.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
  say(table, head.textContent ?? '', (down ? head.dataset.down : head.dataset.up) ?? '');
}

/**
 * What a cell is sorted by: a date by its first and its last possible day, and after all others what still goes on; else its words.
 * @param {HTMLTableCellElement} cell
 */
function keyOf(cell) {
  const time = cell.querySelector('time');
  return time ? `${time.dataset.from} ${time.dataset.to ?? '9999'}` : (cell.textContent ?? '').trim();
}

/** The line above the table says how it stands; a change of it is announced. @param {HTMLTableElement} table @param {string} column @param {string} way */
function say(table, column, way) {
  const line = table.closest('section')?.querySelector('[data-say]');
  if (line instanceof HTMLElement) line.textContent = (line.dataset.say ?? '').replace('{column}', column).replace('{way}', way);
}

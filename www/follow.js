// Following a link of the text, the card or a list: what it names changes, the rest of the view stays.

/**
 * @param {import('./live.js').Live} live
 * @param {string} link  as `inside` reads it
 */
export function follow(live, link) {
  const pairs = link.split('&').map((pair) => pair.split('=', 2));
  const keys = pairs.map(([key]) => key);
  const [[key, value], second] = pairs;
  if (keys.includes('step')) {
    live.view = link;
  } else if (!second && ['event', 'tie', 'base'].includes(key)) {
    live.act((wasm) => wasm.select(`${key}:${value}`));
  } else if (keys.join() === 'from,to') {
    live.act((wasm) => wasm.setRange(value, second[1]));
  } else {
    const others = live.view.split('&').filter((pair) => pair !== '' && !keys.includes(pair.split('=', 1)[0]));
    live.view = [...others, link].join('&');
  }
}

// The pointer over a link to a record, or over its entry: the record stands out in the pictures.

/** @param {import('./live.js').Live} live */
export function listenToLinks(live) {
  let over = '';
  /** @param {string} target */
  const hover = (target) => {
    if (target === over) return;
    over = target;
    live.hover(target);
  };
  // On the element, for its text version lies outside the shadow.
  live.host.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'mouse') hover(targetOf(event.composedPath()));
  }, { signal: live.signal });
  live.host.addEventListener('pointerleave', () => hover(''), { signal: live.signal });
}

/** @param {readonly EventTarget[]} path */
function targetOf(path) {
  for (const each of path) {
    if (!(each instanceof Element)) continue;
    const link = /^#(event|tie|base)=([^&]+)$/.exec(each.getAttribute('href') ?? '');
    if (link) return `${link[1]}:${link[2]}`;
    const target = each.getAttribute('data-target');
    if (target) return target;
  }
  return '';
}

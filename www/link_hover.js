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
  /** @param {Event} event */
  const onOver = (event) => {
    if (event instanceof PointerEvent && event.pointerType === 'mouse') hover(targetOf(event.composedPath()));
  };
  // The text version lies outside the shadow; and of a way from one link in the shadow to another, nobody outside hears.
  for (const place of [live.host, live.host.shadowRoot]) {
    place?.addEventListener('pointerover', onOver, { signal: live.signal });
  }
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

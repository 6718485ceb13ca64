// What runs in every document before its own scripts, to see what a reader would: long tasks, shifts, paintings, delays.

/** Keeps what the browser observes in `window.watched`. Times are milliseconds since this document began. */
export function watch() {
  const watched = { ready: 0, long: [], shifts: [], largest: 0, delays: [] };
  window.watched = watched;
  const observe = (type, keep, options = {}) => {
    new PerformanceObserver((list) => list.getEntries().forEach(keep)).observe({ type, buffered: true, ...options });
  };
  observe('longtask', ({ startTime, duration }) => watched.long.push([startTime, duration]));
  observe('largest-contentful-paint', ({ startTime }) => {
    watched.largest = startTime;
  });
  observe('layout-shift', (entry) => {
    if (!entry.hadRecentInput) watched.shifts.push([entry.startTime, entry.value]);
  });
  observe('event', ({ name, interactionId, duration }) => watched.delays.push([name, interactionId, duration]), {
    durationThreshold: 16,
  });
  document.addEventListener('explainer-ready', () => {
    watched.ready ||= performance.now();
  });
}

/**
 * The worst five seconds of shifts without a pause of one second, as web-vitals counts them.
 * @param {readonly [at: number, value: number][]} shifts
 */
export function worstShifts(shifts) {
  let [worst, sum, first, last] = [0, 0, -Infinity, -Infinity];
  for (const [at, value] of shifts) {
    if (at - last > 1000 || at - first > 5000) [sum, first] = [0, at];
    sum += value;
    last = at;
    worst = Math.max(worst, sum);
  }
  return worst;
}

/** What of long tasks goes beyond 50 ms. @param {readonly [at: number, ms: number][]} long  each task once */
export const blocking = (long) => long.reduce((sum, [, ms]) => sum + Math.max(0, ms - 50), 0);

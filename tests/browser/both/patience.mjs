// Waiting for what the page does in its own time.

export const PATIENCE_MS = 25_000;

/**
 * Waits until something holds in a page or in one of its frames. Asked by timer: an animation frame would be counted as
 * the explainer's.
 * @param {import('puppeteer-core').Page | import('puppeteer-core').Frame} frame
 * @param {string} what  for the report  @param {(...values: any[]) => unknown} holds  @param {any[]} values
 */
export async function until(frame, what, holds, ...values) {
  const end = Date.now() + PATIENCE_MS;
  let last;
  do {
    last = await frame.evaluate(holds, ...values);
    if (last) return last;
    await new Promise((resolve) => setTimeout(resolve, 40));
  } while (Date.now() < end);
  throw new Error(`${what}: not within ${PATIENCE_MS / 1000} s; the last answer was ${JSON.stringify(last)}`);
}

// The slow phone that pages are measured on, and whether its slowness is real.

/** As Lighthouse has it. */
export const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };
export const SLOW_CPU = 4;

/** @param {import('playwright-core').CDPSession} devtools */
export async function slowCpu(devtools) {
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW_CPU });
}

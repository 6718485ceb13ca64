// WebKitGTK, driven by WebDriver through its own driver, in a window on a display of memory.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { Builder, Capabilities } from 'selenium-webdriver';

const START_MS = 15_000;

/** A port that nobody listens on. @returns {Promise<number>} */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** An X server without a screen on the first free display. */
async function display() {
  const size = ['-screen', '0', '1600x2000x24'];
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-nolisten', 'tcp', ...size], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((resolve, reject) => {
    xvfb.stdio[3]?.on('data', (text) => resolve(String(text).trim()));
    xvfb.on('error', reject);
    xvfb.on('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
  return { name: `:${number}`, end: () => xvfb.kill() };
}

/** Waits until the driver answers. @param {number} port @param {Promise<never>} broken */
async function answers(port, broken) {
  const end = Date.now() + START_MS;
  while (Date.now() < end) {
    const status = await Promise.race([fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined), broken]);
    if (status?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`WebKitWebDriver did not answer within ${START_MS / 1000} s`);
}

/** @returns {Promise<import('./engines.mjs').Engine>} */
export async function webkit() {
  const program = process.env.WEBKIT_DRIVER;
  const browser = process.env.WEBKIT_BROWSER;
  if (!program || !browser) throw new Error('WEBKIT_DRIVER and WEBKIT_BROWSER name nothing; run by `cargo xtask test`, which finds them');
  const screen = await display();
  const port = await freePort();
  // As root its sandbox does not start, and there is no graphics card to composite on.
  const calm = { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1' };
  const server = spawn(program, [`--port=${port}`], { stdio: 'ignore', env: { ...process.env, ...calm, DISPLAY: screen.name } });
  const broken = new Promise((_, reject) => {
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`WebKitWebDriver ended with ${code}`)));
  });
  broken.catch(() => {});
  await answers(port, /** @type {Promise<never>} */ (broken));
  const wanted = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
  });
  const driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(wanted).build();
  const name = /** @type {const} */ ('WebKit');
  return {
    name,
    async open({ width, height }) {
      await driver.manage().window().setRect({ x: 0, y: 0, width, height });
      return {
        name,
        goto: (address) => driver.get(address),
        async evaluate(work, ...values) {
          const script = `const done = arguments[arguments.length - 1];
            Promise.resolve((${work})(...[...arguments].slice(0, -1))).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
          const answer = /** @type {any} */ (await driver.executeAsyncScript(script, ...values));
          if (answer.error) throw new Error(answer.error);
          return answer.value ?? undefined;
        },
        print: undefined,
        complaints: [],
        // One window serves all: an empty page ends what the last one did.
        close: () => driver.get('about:blank'),
      };
    },
    async close() {
      await driver.quit().catch(() => {});
      server.kill();
      screen.end();
    },
  };
}

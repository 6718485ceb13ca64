// The panel “Test it”, a bundle of its own that comes when a reader opens it: fetches its wasm, once for all elements, and what
// the test is computed from.

import init, { Panel } from './us_uz_panel.js';
import { Failure } from './failure.js';
import { fetchModule, get, patiently } from './fetch.js';
import { Instance } from './guard.js';
import { PanelView } from './panel_view.js';

/** @typedef {Instance<typeof Panel>} PanelInstance */

/** @type {Promise<PanelInstance> | undefined} */
let loading;
/** What the dossier that is built in puts to the test. @type {Promise<string> | undefined} */
let builtIn;

/**
 * @param {import('./live.js').Live} live
 * @param {AbortSignal} signal  closes it
 * @param {import('./panel_view.js').Owner} owner
 * @returns {Promise<PanelView | undefined>} undefined if it was closed meanwhile; rejects with a {@link Failure}
 */
export async function openPanel(live, signal, owner) {
  loading ??= start().catch((thrown) => {
    // A later opening may have better luck with the network.
    loading = undefined;
    throw Failure.from(thrown);
  });
  const [instance, data] = await Promise.all([loading, dataOf(live.dossier)]);
  return signal.aborted ? undefined : new PanelView(live, instance, data, signal, owner);
}

/** @returns {Promise<PanelInstance>} */
async function start() {
  const module = await fetchModule(new URL('./us_uz_panel_bg.wasm', import.meta.url));
  try {
    await init({ module_or_path: module });
  } catch (thrown) {
    // A file of another version lacks what this one imports.
    throw new Failure('invalid', thrown);
  }
  return new Instance(Panel);
}

/** A dossier of the page's own brings it along. @param {import('./load.js').Dossier} dossier @returns {Promise<string>} */
function dataOf(dossier) {
  if (dossier.panel) return dossier.panel();
  const url = new URL('./panel.json', import.meta.url);
  builtIn ??= patiently(async (signal) => (await get(url, signal)).text()).catch((thrown) => {
    builtIn = undefined;
    throw thrown;
  });
  return builtIn;
}

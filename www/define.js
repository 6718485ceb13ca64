// Registers <us-uz-explainer>. The only module here that does something when imported.

import { UsUzExplainer } from './explainer.js';

// A page may carry this script twice, from two articles or two versions: the first one keeps the name.
if (typeof customElements !== 'undefined' && !customElements.get('us-uz-explainer')) {
  customElements.define('us-uz-explainer', UsUzExplainer);
}

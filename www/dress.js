// Styles of what comes after the start. A constructed sheet is the one kind of style that a policy of `style-src 'self'` lets a
// script add.

/** Sheets by their text, one for all elements. @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/** An element put back into the page has its sheet still. @param {HTMLElement} host @param {string} styles */
export function dress(host, styles) {
  const shadow = /** @type {ShadowRoot} */ (host.shadowRoot);
  let sheet = sheets.get(styles);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    sheets.set(styles, sheet);
  }
  if (!shadow.adoptedStyleSheets.includes(sheet)) shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
}

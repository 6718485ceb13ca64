// Elements by createElement, the only way this shell makes any.

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {string} [name]  its class
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, name, ...children) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...children);
  return element;
}

/** @param {string} name @param {...(Node | string)} children */
export function button(name, ...children) {
  const element = make('button', name, ...children);
  // Not to send a host's form.
  element.type = 'button';
  return element;
}

// Runs in the page before its own scripts and keeps what happens there. Serialised: it may use nothing from outside.

/** Puts `window.witness` in place. */
export function bearWitness() {
  const listen = EventTarget.prototype.addEventListener;
  const witness = (window.witness = {
    /** The element's own events, in order. @type {{ type: string, detail: unknown, nth: number }[]} */
    events: [],
    /** Listeners added to what belongs to the host, such as `window resize`. @type {Set<string>} */
    listeners: new Set(),
    /** Wheel and touch events; whether the page was kept from scrolling is asked later. @type {Event[]} */
    scrolls: [],
    /** Animation frames asked for since the start. */
    frames: 0,
    find,
    reading,
    rest,
    /** Every explainer of the page, in document order. */
    elements: () => [...document.querySelectorAll('us-uz-explainer')],
  });

  for (const name of ['ready', 'select', 'range', 'step', 'error']) {
    listen.call(window, `explainer-${name}`, (event) => {
      const nth = witness.elements().indexOf(event.target);
      witness.events.push({ type: event.type.replace('explainer-', ''), detail: event.detail, nth });
    });
  }
  for (const type of ['wheel', 'touchstart', 'touchmove', 'touchend']) {
    listen.call(window, type, (event) => witness.scrolls.push(event), { capture: true, passive: true });
  }
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    if (this === window) witness.listeners.add(`window ${type}`);
    else if (this instanceof Node && !(this.getRootNode() instanceof ShadowRoot)) {
      if (this === document || [document.documentElement, document.body, document.head].includes(this)) {
        witness.listeners.add(`${this.nodeName.toLowerCase()} ${type}`);
      }
    }
    return listen.call(this, type, ...rest);
  };
  const { requestAnimationFrame: request, cancelAnimationFrame: cancel } = window;
  const waiting = new Set();
  window.requestAnimationFrame = (work) => {
    witness.frames += 1;
    const frame = request.call(window, (now) => {
      waiting.delete(frame);
      work(now);
    });
    waiting.add(frame);
    return frame;
  };
  window.cancelAnimationFrame = (frame) => {
    waiting.delete(frame);
    cancel.call(window, frame);
  };

  /** Resolves once no frame is waited for, and still none a moment later. @param {number} ms patience */
  async function rest(ms) {
    const end = performance.now() + ms;
    for (let quiet = 0; quiet < 3; ) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      quiet = waiting.size === 0 ? quiet + 1 : 0;
      if (performance.now() > end) throw new Error('the page does not come to rest');
    }
  }

  const ROLES = { BUTTON: 'button', SUMMARY: 'button', SELECT: 'combobox', TEXTAREA: 'textbox', FIELDSET: 'group' };
  const INPUT_ROLES = { checkbox: 'checkbox', radio: 'radio', search: 'searchbox', range: 'slider', button: 'button' };

  /** As much of the accessibility tree's roles as the explainer uses. @param {Element} each */
  function roleOf(each) {
    const given = each.getAttribute('role');
    if (given) return given;
    if (each.nodeName === 'INPUT') return INPUT_ROLES[each.type] ?? 'textbox';
    if (each.nodeName === 'A') return each.hasAttribute('href') ? 'link' : '';
    return ROLES[each.nodeName] ?? (/^H[1-6]$/.test(each.nodeName) ? 'heading' : '');
  }

  /** @param {Element} each */
  function nameOf(each) {
    const root = /** @type {ShadowRoot} */ (each.getRootNode());
    const referred = (each.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => root.getElementById?.(id));
    const words = referred.filter(Boolean).map((other) => other.textContent).join(' ')
      || each.getAttribute('aria-label')
      || [...(/** @type {HTMLInputElement} */ (each).labels ?? [])].map((label) => label.textContent).join(' ')
      || (each.nodeName === 'FIELDSET' ? each.querySelector('legend')?.textContent : each.textContent)
      || each.getAttribute('title')
      || '';
    return words.replace(/\s+/g, ' ').trim();
  }

  /**
   * The elements of an explainer that are seen, have this role, and whose whole name the pattern matches.
   * @param {string} role
   * @param {string} pattern  a regular expression
   * @param {number} nth  of the page's explainers
   * @param {string} group  the name of the group they are in; '' for anywhere
   */
  function find(role, pattern, nth, group = '') {
    const host = witness.elements()[nth];
    const whole = new RegExp(`^(?:${pattern})$`, 'u');
    const roots = group ? find('group', group, nth) : [host.shadowRoot, host];
    const all = roots.flatMap((root) => [...root.querySelectorAll('*')]);
    return all.filter((each) => roleOf(each) === role && each.checkVisibility() && whole.test(nameOf(each)));
  }

  /**
   * The innermost elements of an explainer that are seen and whose whole text the pattern matches.
   * @param {string} pattern  a regular expression
   * @param {number} nth  of the page's explainers
   */
  function reading(pattern, nth) {
    const host = witness.elements()[nth];
    const whole = new RegExp(`^(?:${pattern})$`, 'u');
    const all = [host.shadowRoot, host].flatMap((root) => [...root.querySelectorAll('*')]);
    const match = all.filter((each) => whole.test((each.textContent ?? '').trim()) && each.checkVisibility());
    return match.filter((each) => !match.some((other) => other !== each && each.contains(other)));
  }
}

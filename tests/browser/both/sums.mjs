// Sums about what the pictures show, from the state as links tell it.

const DAY_MS = 86_400_000;

/** @param {string} iso  @returns {number} days since 1970-01-01 */
export function day(iso) {
  const ms = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(ms)) throw new Error(`“${iso}” is no date`);
  return Math.round(ms / DAY_MS);
}

/** Days in a window of time, both ends included. @param {{ from: string, to: string }} view */
export function span({ from, to }) {
  return day(to) - day(from) + 1;
}

/** Where the map looks: km east and north of its centre, and the radius of what it shows. @param {{ view: string }} view */
export function look({ view }) {
  const [east, north, radius] = view.split(',').map(Number);
  if (![east, north, radius].every(Number.isFinite)) throw new Error(`“${view}” is no free look`);
  return { east, north, radius };
}

/** Kilometres in a CSS px of the map. @param {{ radius: number }} at @param {{ width: number, height: number }} box */
export function kmPerPx({ radius }, { width, height }) {
  return radius / (Math.min(width, height) / 2);
}

/** The place beneath a point of the window. @param {{ view: string }} view */
export function placeAt(view, box, point) {
  const at = look(view);
  const km = kmPerPx(at, box);
  return {
    east: at.east + (point.x - box.x - box.width / 2) * km,
    north: at.north - (point.y - box.y - box.height / 2) * km,
  };
}

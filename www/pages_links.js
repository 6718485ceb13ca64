// Links to the pages beside the explainer (what the article says, sources, the data), where it has some. They lie next to
// this file, wherever the page is that shows it.

import { make } from './make.js';
import { build } from './nodes.js';

export class PagesLinks {
  #live;
  #room = make('div', 'pages');

  /** @param {import('./live.js').Live} live */
  constructor(live) {
    this.#live = live;
    live.stage.rooms.find.append(this.#room);
  }

  tell() {
    const pages = this.#live.cards?.pages;
    if (!pages || this.#room.firstChild) return;
    this.#room.append(build(pages));
    for (const link of this.#room.querySelectorAll('a')) {
      link.href = new URL(link.dataset.page ?? '', import.meta.url).href;
    }
  }
}

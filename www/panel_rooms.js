// The panel's elements and where they stand: the answer first, then the choices, the pictures, and what was looked at afterwards.

import { button, make } from './make.js';

export class PanelRooms {
  section = make('section', 'test');
  answer = make('div', 'answer');
  explored = make('div', 'explored');
  legend = make('div', 'test-legend');
  year = make('div', 'year');

  /**
   * @param {import('./panel_pictures.js').PanelPictures} pictures
   * @param {import('./panel_choices.js').PanelChoices} choices
   * @param {(key: string) => string} say
   * @param {() => void} close
   * @param {string} page  address of the page of the test; '' for none
   */
  furnish({ each: { scores, scatter, moments } }, choices, say, close, page) {
    const title = make('h2', '', say('title'));
    title.id = 'test-title';
    this.section.setAttribute('aria-labelledby', title.id);
    const end = button('', say('close'));
    end.addEventListener('click', close);
    this.legend.id = 'test-legend';
    scores.box.setAttribute('aria-describedby', this.legend.id);
    for (const [{ box }, key] of /** @type {const} */ ([[scatter, 'scatter-picture'], [moments, 'moments-picture']])) {
      box.setAttribute('role', 'img');
      box.setAttribute('aria-label', say(key));
    }
    this.section.append(
      title,
      this.answer,
      choices.element,
      make('div', 'scores-part', scores.box, this.legend),
      this.year,
      make('div', 'scatter-part', scatter.box),
      this.explored,
      make('details', 'examples', make('summary', '', say('moments-heading')), make('p', '', say('moments-intro')), moments.box),
    );
    const foot = make('div', 'test-foot', end);
    this.section.append(foot);
    if (!page) return;
    const link = make('a', '', say('page-link'));
    link.href = page;
    foot.prepend(link);
  }
}

// A dossier of the page's own: shown in everything, beside a text of the page's own, exchanged, shared, from elsewhere.
import assert from 'node:assert/strict';
import { dossier, FOR_ALL, hosted, OWN_TEXT, page } from './dossiers.mjs';
import { literally, said } from './words.mjs';

const bare = (src = '/own.json') => page(`<us-uz-explainer src="${src}"></us-uz-explainer>`);
const GOOD = { body: dossier() };
/** Another dossier with the same records and another title. */
const OTHER = { body: dossier((files) => { files['strings/en.json'].ui.title = 'Another title'; }) };

/** The words of the text version in the page, once these are among them. */
async function text(reader, words, nth = 0) {
  await reader.until(`“${words}” is in the text`, (at, wanted) => window.witness.elements()[at].textContent.includes(wanted), nth, words);
  return reader.page.evaluate((at) => window.witness.elements()[at].textContent, nth);
}
const note = (reader, nth = 0) => reader.page.evaluate((at) => window.witness.elements()[at].shadowRoot.querySelector('.note').textContent, nth);

/** All of its time, as link text. */
const ALL = 'from=1991-01-01&to=2025-12-31';

/** The titles of all events in the list of what is in view. */
async function listed(reader) {
  const list = await reader.the('region', said('list-label'));
  return list.evaluate((region) => [...region.querySelectorAll('li[data-target^="event:"] a')].map((each) => each.textContent));
}

/** What the built-in dossier is loaded from after the start. */
const BUILT_IN_TITLE = 'Does Uzbekistan swing between Washington and Moscow?';
const BUILT_IN = ['/dist/detail.json', '/dist/text.json'];

export async function picturesCardsTextSearchAndFiltersShowTheDossierOfThePage(reader) {
  await hosted({ '/': bare(), '/own.json': GOOD }, async (host) => {
    await reader.open(`${host.address}/#${ALL}`, { height: 1600 });
    assert.match(await text(reader, 'Two bases'), /Two bases[^]*The last US troops leave K2[^]*What happened, in a sentence\./);
    assert.deepEqual(await listed(reader), ['The base at K2 opens', 'The last US troops leave K2', 'Presidential election']);
    const { painted } = await reader.page.evaluate(() => ({
      painted: [...window.witness.elements()[0].shadowRoot.querySelectorAll('.picture canvas')].map((canvas) => {
        const { width, height } = canvas;
        return canvas.getContext('2d').getImageData(0, 0, width, height).data.some((value) => value > 0);
      }),
    }));
    assert.deepEqual(painted, [true, true, true, true]);
    await reader.page.evaluate(() => window.witness.elements()[0].select('k2-closed'));
    await reader.until('the card says what the dossier does', () => (
      window.witness.elements()[0].shadowRoot.querySelector('.card-text').textContent.includes('What happened, in a sentence.')
    ));
    await reader.page.evaluate(() => { window.witness.elements()[0].view += '&q=presidential'; });
    await reader.until('it is searched for', () => window.witness.elements()[0].view.includes('q=presidential'));
    await reader.still();
    assert.deepEqual(await listed(reader), ['Presidential election']);
    await reader.page.evaluate(() => { window.witness.elements()[0].view = 'from=1991-01-01&to=2025-12-31&partner=us'; });
    await reader.still();
    assert.deepEqual(await listed(reader), ['The base at K2 opens', 'The last US troops leave K2']);
    for (const path of BUILT_IN) assert.equal(host.times(path), 0, `${path} is of another dossier`);
    assert.equal(await note(reader), '');
    assert.deepEqual(reader.complaints, []);
  });
}

export async function itIsFetchedWithoutCredentialsAndNothingIsAskedOfAnotherServer(reader) {
  await hosted({ '/': { ...bare(), headers: { ...bare().headers, 'Set-Cookie': 'who=me' } }, '/own.json': GOOD }, async (host) => {
    await reader.open(`${host.address}/`);
    // Not for the tests that follow in the same browser.
    await reader.page.evaluate(() => { document.cookie = 'who=; Max-Age=0'; });
    const own = host.asked.find(({ path }) => path === '/own.json');
    assert.equal(own?.headers.cookie, undefined);
    assert.ok(host.asked.some(({ headers }) => headers.cookie === 'who=me'), 'the cookie is there to be sent');
    const names = await reader.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    assert.deepEqual(names.filter((name) => /^https?:/.test(name) && !name.startsWith(host.address)), []);
    assert.equal(await reader.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage })), '{}');
  });
}

export async function aTextOfThePagesOwnIsKept(reader) {
  await hosted({ '/': page(`<us-uz-explainer src="own.json">${OWN_TEXT}</us-uz-explainer>`), '/own.json': GOOD }, async (host) => {
    await reader.open(`${host.address}/#${ALL}`);
    assert.equal(await text(reader, 'title'), 'The host’s titleThe host’s own text.');
    assert.deepEqual(await listed(reader), ['The base at K2 opens', 'The last US troops leave K2', 'Presidential election']);
    for (const path of BUILT_IN) assert.equal(host.times(path), 0);
  });
}

/** Waits until an element says that it is ready once more. */
async function again(reader, work, nth = 0) {
  const before = (await reader.details('ready', nth)).length;
  await reader.page.evaluate(work);
  await reader.until('it is ready once more', (at, count) => window.witness.events
    .filter((event) => event.type === 'ready' && event.nth === at).length > count, nth, before);
  await reader.still();
}

export async function anotherDossierTakesItsPlaceAndWithoutSrcTheBuiltInOneComesBack(reader) {
  await hosted({ '/': bare(), '/own.json': GOOD, '/other.json': OTHER }, async (host) => {
    await reader.open(`${host.address}/`);
    await reader.page.evaluate(() => window.witness.elements()[0].select('k2-closed'));
    await again(reader, () => {
      const [element] = window.witness.elements();
      element.src = 'other.json';
      element.select('election');
    });
    assert.equal((await reader.view()).event, 'election', 'what was asked for meanwhile is asked of the other');
    assert.doesNotMatch(await text(reader, 'Another title'), /Two bases/);
    await again(reader, () => window.witness.elements()[0].removeAttribute('src'));
    assert.doesNotMatch(await text(reader, BUILT_IN_TITLE), /Another title/);
    assert.equal(await reader.page.evaluate(() => window.witness.elements()[0].children.length), 2);
    await again(reader, () => window.witness.elements()[0].setAttribute('src', '/own.json'));
    await text(reader, 'Two bases');
    assert.equal(await note(reader), '');
    assert.deepEqual(reader.complaints, []);
  });
}

export async function twoElementsWithTheSameSrcShareOneReading(reader) {
  const three = ['/own.json', 'own.json#x', ''].map((src) => `<us-uz-explainer${src && ` src="${src}"`} style="block-size: 400px; overflow: auto"></us-uz-explainer>`);
  await hosted({ '/': page(three.join('')), '/own.json': GOOD }, async (host) => {
    await reader.open(`${host.address}/`, { height: 1600 });
    assert.equal(host.times('/own.json'), 1);
    for (const [nth, words] of ['Two bases', 'Two bases', BUILT_IN_TITLE].entries()) await text(reader, words, nth);
    await reader.page.evaluate(() => window.witness.elements()[0].select('k2-closed'));
    assert.equal((await reader.view(1)).event, undefined);
    assert.deepEqual(reader.complaints, []);
  });
}

export async function aDossierOfAnotherServerThatAllowsItIsShown(reader) {
  await hosted({ '/own.json': { ...GOOD, headers: FOR_ALL } }, (other) => (
    hosted({ '/': bare(`${other.address}/own.json`) }, async (host) => {
      await reader.open(`${host.address}/`);
      await text(reader, 'Two bases');
      assert.equal(other.asked[0].headers.cookie, undefined);
    })
  ));
}

/** How many workers the page made, and what it gave them. */
const COUNT_WORKERS = 'const Own = Worker; window.workers = []; window.Worker = class extends Own { constructor(url, how) { super(url, how); workers.push(String(url)); } };';

export async function itIsReadInAWorkerAlsoWhereTheExplainerIsOnAnotherServer(reader) {
  const element = '<us-uz-explainer src="/own.json"></us-uz-explainer>';
  await hosted({}, (cdn) => (
    hosted({ '/': page(element, { dist: `${cdn.address}/dist`, prelude: COUNT_WORKERS }), '/near': page(element, { prelude: COUNT_WORKERS }), '/own.json': GOOD }, async (host) => {
      for (const [path, program] of [['/near', /^http.*reader\.js$/], ['/', /^blob:/]]) {
        await reader.open(`${host.address}${path}`);
        await text(reader, 'Two bases');
        const workers = await reader.page.evaluate(() => window.workers);
        assert.equal(workers.length, 1);
        assert.match(workers[0], program);
      }
      assert.deepEqual(reader.complaints, []);
    })
  ), FOR_ALL);
}

export async function whereWorkersAreRefusedItIsReadInThePage(reader) {
  const element = '<us-uz-explainer src="/own.json"></us-uz-explainer>';
  const policies = ["worker-src 'none'", "require-trusted-types-for 'script'; trusted-types 'none'"];
  const served = Object.fromEntries(policies.map((policy, nth) => [`/${nth}`, page(element, { headers: { 'Content-Security-Policy': policy } })]));
  served['/2'] = page(element, { prelude: 'delete window.Worker;' });
  await hosted({ ...served, '/own.json': GOOD }, async (host) => {
    for (const path of ['/0', '/1', '/2']) {
      await reader.open(`${host.address}${path}`);
      await text(reader, 'Two bases');
      assert.deepEqual(await reader.details('error'), []);
    }
  });
}

/** More entries than come at once. */
const MANY = 450;

export async function aLongTextComesPieceByPieceAndWhole(reader) {
  const long = dossier((files) => {
    const [, , pattern] = files['events.json'].events;
    for (let nth = 0; nth < MANY; nth++) {
      files['events.json'].events.push({ ...pattern, id: `more-${nth}`, date: `${1991 + (nth % 34)}-05-0${1 + (nth % 9)}` });
      files['strings/en.json'].event[`more-${nth}`] = `One more, number ${nth}`;
      files['strings/en.detail.json'].event_summary[`more-${nth}`] = 'And what it was.';
    }
  });
  await hosted({ '/': bare(), '/own.json': { body: long } }, async (host) => {
    await reader.open(`${host.address}/`);
    await reader.until('all entries are there', (count) => {
      const [element] = window.witness.elements();
      return element.querySelectorAll('.ux-chronology > li').length === count && element.querySelectorAll('tbody > tr').length > count;
    }, MANY + 3);
    const words = await reader.page.evaluate(() => window.witness.elements()[0].textContent);
    for (let nth = 0; nth < MANY; nth++) assert.match(words, new RegExp(`${literally(`One more, number ${nth}`)}(?!\\d)`));
    const dates = await reader.page.evaluate(() => [...window.witness.elements()[0].querySelectorAll('.ux-chronology time')].map((each) => each.dateTime));
    assert.deepEqual(dates, [...dates].sort(), 'in the order of the record');
  });
}

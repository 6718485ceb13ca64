// What a dossier of the page's own may do wrong: each has its sentence, the text stays, and nothing in it does anything.
import assert from 'node:assert/strict';
import binaryen from 'binaryen';
import { trapped } from '../faults/trapped.mjs';
import { dossier, FOR_ALL, hosted, OWN_TEXT, page } from './dossiers.mjs';

const START = 'The interactive pictures could not be started: ';
const WHOLE = JSON.stringify(dossier());
const deep = (levels) => '['.repeat(levels) + ']'.repeat(levels);
const served = (body, more) => ({ body, ...more });
const changed = (change) => served(dossier(change));
const sized = (bytes) => served(WHOLE + ' '.repeat(bytes - Buffer.byteLength(WHOLE)));
const PROBLEM = 'the page’s own dossier has one problem.';

/**
 * What is served at an address, the end of the sentence, and words of the one problem where the file was read.
 * @type {Record<string, [served: import('./dossiers.mjs').Served | undefined, ends: string, problem?: string]>}
 */
const FAULTS = {
  'not-json': [served('<!doctype html><title>Not here</title>'), PROBLEM, 'this is not JSON: expected value at line 1 column 1'],
  empty: [served(''), PROBLEM, 'this file is empty; write its JSON, see data/README.md.'],
  truncated: [served(WHOLE.slice(0, WHOLE.length / 2)), PROBLEM, 'this file ends too early, at line 1 column '],
  bom: [served(`\uFEFF${WHOLE}`), PROBLEM, 'this file begins with a byte order mark; save it as UTF-8 without BOM.'],
  'utf-16': [served(Buffer.from(`\uFEFF${WHOLE}`, 'utf16le')), PROBLEM, 'this file is UTF-16; save it as UTF-8 without BOM.'],
  deep: [served(`{"events.json":${deep(10_000)}}`), PROBLEM, 'this is nested more than 127 levels deep, at line 1 column '],
  huge: [served(WHOLE.replace('69.28', '1e400')), PROBLEM, 'the number “1e400” is too large to be read, at line 1 column '],
  markup: [
    changed((files) => { files['strings/en.json'].event.election = '<img src=x onerror="window.hacked=1">'; }),
    'the page’s own dossier has 2 problems.', 'strings/en.json /event/election: this text has markup; write plain words',
  ],
  script: [
    changed((files) => { files['sources.json'].sources[0].url = 'javascript:window.hacked=1'; }),
    PROBLEM, 'sources.json /sources/0/url: “javascript:window.hacked=1” is not an https address; give one that begins with https://.',
  ],
  'unknown-id': [
    changed((files) => { files['events.json'].events[0].place = 'karshi-khanabat'; }),
    PROBLEM, 'events.json /events/0/place: there is no place “karshi-khanabat”; write “karshi-khanabad”, if that is meant.',
  ],
  'missing-file': [changed((files) => { delete files['ties.json']; }), PROBLEM, 'ties.json : this file is missing; add it, see data/README.md.'],
  big: [sized(11_000_000), 'the page’s own dossier has more than 10 MB.'],
  gone: [served('', { status: 404 }), 'the server has no dossier at the address that this page names.'],
  failing: [served('', { status: 500 }), 'the server has no dossier at the address that this page names.'],
};

const text = (own) => `<us-uz-explainer>${own}</us-uz-explainer>`;
const withSrc = (src) => `<us-uz-explainer src="${src}">${OWN_TEXT}</us-uz-explainer>`;

/** Gives an element a dossier and waits until it says that it cannot be shown. */
async function refused(reader, src, nth = 0) {
  const before = (await reader.details('error', nth)).length;
  await reader.page.evaluate((at, value) => { window.witness.elements()[at].src = value; }, nth, src);
  await reader.until(`${src} is refused`, (at, count) => window.witness.events
    .filter((event) => event.type === 'error' && event.nth === at).length > count, nth, before);
  return told(reader, nth);
}

/** What an element tells: the error's details, its line, the list folded beneath, and what is seen. */
async function told(reader, nth = 0) {
  const detail = (await reader.details('error', nth)).at(-1);
  const shown = await reader.page.evaluate((at) => {
    const element = window.witness.elements()[at];
    const note = element.shadowRoot.querySelector('.note');
    const folded = note.querySelector('details');
    const line = [...note.childNodes].filter((node) => node !== folded).map((node) => node.textContent).join('');
    return {
      line,
      folded: folded && { open: folded.open, title: folded.querySelector('summary').textContent, items: [...folded.querySelectorAll('li')].map((item) => item.textContent) },
      tags: [...new Set([...note.querySelectorAll('*')].map((each) => each.localName))],
      words: element.innerText.replace(/\n+/g, '\n'),
      canvases: [...element.shadowRoot.querySelectorAll('canvas')].filter((canvas) => canvas.checkVisibility()).length,
    };
  }, nth);
  return { detail, ...shown };
}

export async function eachFaultOfTheFileHasItsSentenceAndTheTextStays(reader) {
  const files = Object.fromEntries(Object.entries(FAULTS).map(([name, [answer]]) => [`/${name}.json`, answer]));
  await hosted({ '/': page(text(OWN_TEXT)), ...files, '/good.json': served(WHOLE) }, async (host) => {
    await reader.open(`${host.address}/`);
    for (const [name, [, ends, problem]] of Object.entries(FAULTS)) {
      const { detail, line, folded, words, canvases } = await refused(reader, `${name}.json`);
      assert.equal(line, `${START}${ends} The text below stays.`, name);
      assert.equal(words, 'The host’s title\nThe host’s own text.', name);
      assert.equal(canvases, 0, name);
      assert.deepEqual([detail.code, detail.message], ['dossier', `${START}${ends}`]);
      if (problem) {
        assert.ok(folded?.items[0].includes(problem), `${name}: ${folded?.items}`);
        assert.equal(folded.open, false);
        assert.equal(detail.problems.length, folded.items.length);
      } else {
        assert.equal(folded, null, name);
      }
    }
    const asked = host.asked.length;
    await reader.page.evaluate(() => { window.witness.elements()[0].src = 'good.json'; });
    await reader.until('a sound one is shown after all of them', () => window.witness.events.filter(({ type }) => type === 'ready').length > 1);
    const { line, canvases } = await told(reader);
    assert.deepEqual([line, canvases > 0], ['', true]);
    assert.ok(host.asked.length > asked);
    assert.equal(await reader.page.evaluate(() => window.hacked), undefined);
  });
}

export async function anAddressThatIsNoPageIsRefusedWithoutAsking(reader) {
  await hosted({ '/': page(text(OWN_TEXT)) }, async (host) => {
    await reader.open(`${host.address}/`);
    for (const src of ['javascript:window.hacked=1', ' java\nscript:window.hacked=1', 'data:application/json,{}', 'blob:x', 'file:///etc/passwd', 'http://[']) {
      const { line, words } = await refused(reader, src);
      assert.equal(line, `${START}the address of the page’s own dossier begins with neither http nor https. The text below stays.`, src);
      assert.match(words, /The host’s own text/);
    }
    assert.equal(await reader.page.evaluate(() => window.hacked), undefined);
    assert.deepEqual(host.asked.filter(({ path }) => !path.startsWith('/dist/') && path !== '/'), []);
  });
}

export async function aServerThatDoesNotAllowThePageToReadIsToldApartFromAMissingFile(reader) {
  await hosted({ '/none.json': served(WHOLE), '/wrong.json': served(WHOLE, { headers: { 'Access-Control-Allow-Origin': 'https://example.org' } }) }, (other) => (
    hosted({ '/': page(text(OWN_TEXT)) }, async (host) => {
      await reader.open(`${host.address}/`);
      for (const path of ['none', 'wrong']) {
        const { line } = await refused(reader, `${other.address}/${path}.json`);
        assert.equal(line, `${START}the page’s own dossier could not be fetched, or its server does not let this page read it. The text below stays.`);
      }
    })
  ));
}

export async function aPolicyThatForbidsTheFileIsNamed(reader) {
  const policy = { headers: { 'Content-Security-Policy': "connect-src 'self'" } };
  await hosted({ '/own.json': served(WHOLE, { headers: FOR_ALL }) }, (other) => (
    hosted({ '/': page(text(OWN_TEXT), policy) }, async (host) => {
      await reader.open(`${host.address}/`);
      const { detail, line } = await refused(reader, `${other.address}/own.json`);
      assert.equal(detail.code, 'csp');
      assert.match(line, /^The interactive pictures are blocked by this page’s security policy\. /);
      assert.equal(other.asked.length, 0);
    })
  ));
}

export async function aStreamWithoutEndIsStopped(reader) {
  let closed = 0;
  let sent = 0;
  const endless = {
    write(response) {
      const more = () => {
        while (!response.destroyed && response.write(' '.repeat(64_000))) sent += 64_000;
      };
      response.on('drain', more).on('close', () => { closed += 1; });
      more();
    },
  };
  await hosted({ '/': page(text(OWN_TEXT)), '/endless.json': endless }, async (host) => {
    await reader.open(`${host.address}/`);
    const { line } = await refused(reader, 'endless.json');
    assert.equal(line, `${START}the page’s own dossier has more than 10 MB. The text below stays.`);
    for (let nth = 0; closed === 0 && nth < 100; nth++) await reader.pause(50);
    assert.equal(closed, 1, `the stream goes on after ${sent} bytes`);
  });
}

/** Makes half a minute of patience a second and a half. */
const HURRY = '{ const later = setTimeout; window.setTimeout = (work, ms, ...rest) => later(work, ms === 30000 ? 1500 : ms, ...rest); }';
/** The module with a function that never ends. @param {Uint8Array} wasm @param {string} method */
function endless(wasm, method) {
  const module = binaryen.readBinary(wasm);
  try {
    const { value } = binaryen.getExportInfo(module.getExport(method));
    const { params, results } = binaryen.getFunctionInfo(module.getFunction(value));
    module.removeFunction(value);
    module.addFunction(value, params, results, [], module.block(null, [module.loop('on', module.br('on')), module.unreachable()]));
    return module.emitBinary();
  } finally {
    module.dispose();
  }
}
const READER = '/dist/us_uz_reader_bg.wasm';
const READS = 'owndossier_new';

export async function whatNeverComesOrNeverEndsIsGivenUp(reader) {
  const never = { write() {} };
  const hurried = page(text(OWN_TEXT), { prelude: HURRY });
  await hosted({ '/': hurried, '/never.json': never, '/good.json': served(WHOLE), [READER]: (wasm) => ({ body: endless(wasm, READS) }) }, async (host) => {
    await reader.open(`${host.address}/`);
    const late = await refused(reader, 'never.json');
    assert.equal(late.line, `${START}the page’s own dossier took too long to load. The text below stays.`);
    const long = await refused(reader, 'good.json');
    assert.equal(long.line, `${START}the page’s own dossier took too long to read. The text below stays.`);
  });
}

export async function aTrapInTheReaderHurtsNobodyElse(reader) {
  const two = `<us-uz-explainer style="block-size: 500px; overflow: auto">${OWN_TEXT}</us-uz-explainer>${text(OWN_TEXT)}`;
  const noWorker = page(two, { prelude: 'delete window.Worker;' });
  const trap = { [READER]: (wasm) => ({ body: trapped(wasm, READS) }) };
  await hosted({ '/': page(two), '/bare': noWorker, '/good.json': served(WHOLE), '/more.json': served(WHOLE), ...trap }, async (host) => {
    for (const path of ['/', '/bare']) {
      await reader.open(`${host.address}${path}`, { height: 1600 });
      for (const src of ['good.json', 'more.json']) {
        const { detail, line, words } = await refused(reader, src, 1);
        assert.equal(detail.code, 'dossier');
        assert.equal(line, `${START}the page’s own dossier cannot be read. The text below stays.`);
        assert.match(words, /The host’s own text/);
      }
      await reader.press('next', 0);
      assert.equal((await reader.details('step', 0)).length, 1, 'the other element goes on');
      assert.deepEqual(await reader.details('error', 0), []);
    }
  });
}

export async function aReaderThatIsNotThereIsToldLikeAnyOtherFile(reader) {
  const missing = { '/dist/reader.js': () => ({ status: 404, body: '' }) };
  await hosted({ '/': page(text(OWN_TEXT)), '/good.json': served(WHOLE), ...missing }, async (host) => {
    await reader.open(`${host.address}/`);
    const { detail, words } = await refused(reader, 'good.json');
    assert.equal(detail.code, 'network');
    assert.match(words, /The host’s own text/);
  });
  await hosted({ '/': page(text(OWN_TEXT)), '/good.json': served(WHOLE), [READER]: () => ({ status: 404, body: '' }) }, async (host) => {
    await reader.open(`${host.address}/`);
    assert.equal((await refused(reader, 'good.json')).detail.code, 'missing');
  });
}

export async function problemsWithoutEndAreCountedToTwoHundred(reader) {
  const wrong = (count) => changed((files) => {
    const [event] = files['events.json'].events;
    for (let nth = 0; nth < count; nth++) event[`field-${nth}`] = nth;
  });
  await hosted({ '/': page(text(OWN_TEXT)), '/1.json': wrong(1), '/2.json': wrong(2), '/300.json': wrong(300) }, async (host) => {
    await reader.open(`${host.address}/`);
    const told = [['1', 'one problem', 'The problem', 1], ['2', '2 problems', 'The problems', 2], ['300', '200 problems or more', 'The first 20 problems', 20]];
    for (const [name, count, title, listed] of told) {
      const { line, folded } = await refused(reader, `${name}.json`);
      assert.equal(line, `${START}the page’s own dossier has ${count}. The text below stays.`);
      assert.deepEqual([folded?.title, folded?.items.length], [title, listed]);
    }
  });
}

/** What would do something if it were markup, or turn the line round. */
const HOSTILE = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>\u202E&lt;b&gt;{n}';

export async function hostileNamesAreShownAsTextAndCut(reader) {
  const names = { '/': page(text(OWN_TEXT)) };
  names['/names.json'] = changed((files) => {
    for (let nth = 0; nth < 30; nth++) files[`${HOSTILE}${nth}`] = {};
    files['x'.repeat(100_000)] = {};
  });
  names['/fields.json'] = changed((files) => {
    files['events.json'].events[0][HOSTILE] = HOSTILE;
    files['events.json'].events[0].theme = HOSTILE;
    files['strings/en.json'].event[HOSTILE] = HOSTILE;
  });
  await hosted(names, async (host) => {
    await reader.open(`${host.address}/`);
    const many = await refused(reader, 'names.json');
    assert.equal(many.line, `${START}the page’s own dossier has 31 problems. The text below stays.`);
    assert.equal(many.folded?.items.length, 20);
    assert.ok(many.folded.items[0].includes('<img src=x onerror='), many.folded.items[0]);
    assert.equal(many.detail.problems.length, 31);
    assert.ok(many.detail.problems.every(({ file }) => file.length <= 201));
    const fields = await refused(reader, 'fields.json');
    for (const { tags } of [many, fields]) assert.deepEqual(tags.filter((tag) => !['details', 'summary', 'ol', 'li', 'bdi'].includes(tag)), []);
    assert.ok(fields.folded?.items.some((item) => item.includes('unknown field “<img')), String(fields.folded?.items));
    assert.equal(await reader.page.evaluate(() => [window.hacked, document.querySelectorAll('img, us-uz-explainer script').length].join()), ',0');
    assert.deepEqual(host.asked.filter(({ path }) => path === '/x'), []);
  });
}

export async function wordsThatAreSoundAndOddAreShownAsTheyAre(reader) {
  const odd = 'A & B \\n ${x} {n} %3Cb%3E 🙂 ﷽ “quoted”';
  const words = changed((files) => {
    files['strings/en.json'].event.election = odd;
    files['strings/en.json'].ui.title = `${odd} ${odd}`;
    files['strings/en.detail.json'].event_summary.election = 'Ünïçødé \\ / \u00a0— ’';
    for (const [nth, event] of files['events.json'].events.entries()) event.actors = nth ? event.actors : [];
  });
  await hosted({ '/': page('<us-uz-explainer src="odd.json"></us-uz-explainer>'), '/odd.json': words }, async (host) => {
    await reader.open(`${host.address}/#from=1991-01-01&to=2025-12-31`);
    await reader.until('the text is there', (wanted) => window.witness.elements()[0].textContent.includes(wanted), odd);
    const list = await reader.page.evaluate(() => window.witness.elements()[0].shadowRoot.querySelector('.list').textContent);
    assert.ok(list.includes(odd), list);
    assert.deepEqual(reader.complaints, []);
  });
}

export async function whereNothingBringsATextTheLineStandsAlone(reader) {
  await hosted({ '/': page('<us-uz-explainer src="gone.json"></us-uz-explainer>') }, async (host) => {
    await reader.openEmpty();
    await reader.page.goto(`${host.address}/`);
    await reader.until('it is told', () => window.witness.events.some(({ type }) => type === 'error'));
    const { line, words } = await told(reader);
    assert.equal(line, `${START}the server has no dossier at the address that this page names.`);
    assert.equal(words, '', 'the built-in text is of another dossier');
    assert.equal(host.times('/dist/text.json'), 0);
  });
}

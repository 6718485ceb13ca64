//! Every message stands in docs/messages.md with what reaches it, and nothing stands there that nobody says.

#![cfg(not(target_arch = "wasm32"))] // the sources are read from the disk
#![expect(clippy::unwrap_used, reason = "in a test a panic is the answer")]

#[path = "messages/document.rs"]
mod document;
#[path = "messages/spoken.rs"]
mod spoken;

use document::{fragments, sections, Row};
use spoken::{literals, text, words_of_js};

/// Literals of xtask that tell of progress or are no sentences: what is being done, formats, types of files.
const NO_MISTAKE: [&str; 98] = [
    "writing the data to take away",
    "CITATION.cff is made anew",
    "{name}: {} events, {} bytes",
    "checking the types of tests/bench/",
    "bundling the bench page",
    "{} ({})",
    "dist/ is made",
    "`{}`, bytes raw / gzip 9 / brotli 11",
    "Bytes of each file in dist/",
    "building what is counted",
    "{what}, thousand instructions",
    "{growth:.0} an event",
    "model name",
    "Instructions a call, native: 100 events / the real dossier / 1,000 / 10,000; instead of a baseline what each event from 1,000 on adds",
    "a CPU that does not tell its name",
    "a graphics card, which headless Chromium does not use",
    "no graphics card",
    "{} × {}, {graphics}; median / p95",
    "load unknown",
    "measured under other work: load {load:.2} before",
    "| | ours | baseline |\\n|---|---:|---:|\\n",
    "the report is in {}",
    "| **{}{by}; {load}** | | |\\n",
    "update: the next event is chosen",
    "relations: ties in force on a day",
    "layout: lanes and stacks of a width",
    "layout of the ties",
    "layout of the map",
    "scene of the ties",
    "scene of the map",
    "card of what is chosen",
    "test: yearly scores of the declared pair",
    "test: a stock by months, with its influence",
    "test: the fan of 27 curves",
    "test: a comparison without intervals",
    "test: its intervals, 1,999 resamples",
    "{} for as many plain coefficients",
    "rendering the examples",
    "serving dist/ at {address} and its examples at {address}examples/ (Ctrl-C stops)",
    "bundling {name}",
    "checking the types of www/",
    "up to explainer-ready",
    "for a dossier of the page's own",
    "when the test is opened",
    "{when}: budget {budget}, aim {aim}: {word}",
    "{name:wide$}  {raw:>9}  {packed:>9}\\n",
    "file in dist/",
    "brotli 11",
    "checking the dossier in {}",
    "{text}\\n  {p}",
    "data/made/digest.json: nothing changed",
    "data/made/digest.json is made anew",
    "installing {missing}",
    "wasm-pack {version}",
    "running as root, so it is installed from the distribution",
    "{}: {} bytes, {} countries",
    "npm: {PACKAGE}@{VERSION} into .tools/npm",
    "cargo xtask",
    "rendering {name}",
    "{text}\\n  {problem}",
    "{} passed, {} failed",
    "test result: ",
    "200 OK",
    "404 Not Found",
    "400 Bad Request",
    "405 Method Not Allowed",
    "xtask: {what}",
    "{line} {}",
    "xtask runs natively only; the ban is for the library's wasm",
    "{what} took {seconds} s",
    "taking screenshots before and after each gesture into shots/gestures/",
    "taking screenshots into shots/",
    "checking the format",
    "native tests",
    "clippy for wasm",
    "types of www/",
    "byte budget",
    "tests in wasm",
    "numbers computed anew",
    "numbers made wrong",
    "tests in the browser",
    "tests in both engines",
    "faults in three engines",
    "the first run of wasm-pack builds the wasm-bindgen programs, about three minutes",
    "compiling {name}",
    "wasm-opt: nothing changed",
    "shrinking the wasm",
    "shrinking the wasm but not its names",
    "the fuzzer runs natively only; the ban is for the library's wasm",
    "fuzz: seed {}, for {} s, from {}",
    "{} sound dossiers and {} bad ones",
    "seed {}, input {count}\\n",
    "input {count} ({}) is kept as {}",
    "as it is",
    "planted to see it caught",
    "planted on {plant}",
    "no words",
    "this file is missing",
];

/// The same of the dossier: what the library for dates says, and a count in the report.
const NO_PROBLEM: [&str; 2] = ["interval end precedes interval start", "events in the frame"];

/// Each literal of some sources must be in the rows, and each message of the rows in the literals.
fn agree(rows: &[Row], said: &[String], besides: &[&str]) {
    let mut wrong = Vec::new();
    for literal in said.iter().filter(|literal| !besides.contains(&literal.as_str())) {
        for part in fragments(literal) {
            if !rows.iter().any(|row| row.cells.iter().any(|cell| cell.contains(&part))) {
                wrong.push(format!("said, and not in docs/messages.md: {part}"));
            }
        }
    }
    for row in rows {
        for part in fragments(&row.message) {
            if !said.iter().any(|literal| literal.contains(&part)) {
                wrong.push(format!("in docs/messages.md, and said nowhere: {part}"));
            }
        }
    }
    for known in besides.iter().filter(|known| !said.iter().any(|literal| literal == *known)) {
        wrong.push(format!("left out, and said nowhere: {known}"));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn readers_meet_the_words_of_failure_js_and_of_the_reader() {
    let rows = sections("Readers");
    let (failure, reader) = (text("www/failure.js"), text("www/reader_words.js"));
    let part = |source: &str, from: &str, to: &str| {
        words_of_js(&source[source.find(from).unwrap()..source.find(to).unwrap()])
    };
    let mut words = part(&failure, "const SENTENCES", "export class");
    let own = part(&reader, "const SENTENCES", "/** So many problems");
    assert!(words.len() >= 12 && own.len() >= 11, "{words:?} {own:?}");
    words.extend(own);
    words.extend(reader.lines().filter(|line| line.contains("const title = ")).flat_map(words_of_js));
    for sentence in words.iter().map(|words| words.replace("${", "{")) {
        let listed = |row: &Row| row.cells.contains(&sentence);
        assert!(rows.iter().any(listed), "not listed: {sentence}");
    }
    let typed = failure.split("FailureCode\n").next().unwrap();
    let codes = typed.split("@typedef {").nth(1).unwrap().split('}').next().unwrap();
    for code in codes.split('|').map(|code| code.trim_matches('\'')) {
        let row = rows.iter().find(|row| row.cells[0] == code).unwrap_or_else(|| unreachable!("{code}"));
        assert!(words.contains(&row.cells[1]), "{code}: {}", row.cells[1]);
    }
}

#[test]
fn readers_meet_the_words_of_the_strings() {
    let rows = sections("Readers");
    let strings: serde_json::Value = serde_json::from_str(&text("data/strings/en.json")).unwrap();
    let ui = strings["ui"].as_object().unwrap();
    let detail: serde_json::Value = serde_json::from_str(&text("data/strings/en.detail.json")).unwrap();
    let of_test = |key: &str| detail["test"].get(key).filter(|_| key == "failed");
    assert!(rows.iter().any(|row| of_test(&row.cells[0]).is_some()), "not listed: failed");
    let mut listed = 0;
    for row in &rows {
        if let Some(words) = ui.get(&row.cells[0]).or_else(|| of_test(&row.cells[0])) {
            assert_eq!(words, row.cells[1].as_str(), "{}", row.cells[0]);
            listed += 1;
        }
    }
    let speaks = |key: &str| {
        ["-failed", "-understood", "-backwards", "-outside", "-cut"].iter().any(|end| key.ends_with(end))
            || ["fail", "nothing-", "hint-", "loading-"].iter().any(|start| key.starts_with(start))
    };
    for key in ui.keys().filter(|key| speaks(key)) {
        assert!(rows.iter().any(|row| row.cells[0] == *key), "not listed: {key}");
    }
    assert!(listed >= 13, "{listed} strings are listed");
}

#[test]
fn publishers_meet_what_the_browser_part_throws() {
    let mut said =
        literals(&["src/web/canvas.rs", "src/web/explainer.rs", "src/web/panel.rs", "src/paint/painter.rs"]);
    let style = literals(&["src/paint/text_style.rs"]);
    said.extend(style.into_iter().filter(|literal| !literal.contains("sans-serif")));
    let says = |line: &&str| ["console.", "new Failure('", "worded("].iter().any(|call| line.contains(call));
    for file in spoken::files("www", "js") {
        let source = text(&file);
        for line in source.lines().filter(says) {
            said.extend(words_of_js(line).into_iter().map(|words| words.replace("${", "{")));
        }
    }
    agree(&sections("Publishers"), &said, &[]);
}

#[test]
fn data_authors_meet_what_the_checks_note() {
    let mut files = spoken::files("src/dossier", "rs");
    files.retain(|file| !file.ends_with("/report.rs"));
    files.extend(["src/text/edtf.rs", "src/geo/topojson.rs"].map(String::from));
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    agree(&sections("Data authors"), &literals(&files), &NO_PROBLEM);
}

#[test]
fn developers_meet_what_xtask_says() {
    let mut files = spoken::files("xtask/src", "rs");
    files.extend(["main", "corpus", "judge", "told", "worker"].map(|name| format!("fuzz/src/{name}.rs")));
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let mut said = literals(&files);
    // Headers and marks of HTML, HTTP and TopoJSON.
    said.retain(|literal| !["<", "{{", "HTTP/", "text/"].iter().any(|start| literal.starts_with(start)));
    agree(&sections("Developers"), &said, &NO_MISTAKE);
}

#[test]
fn each_message_is_reached_by_something_that_is_there() {
    let cases = ["cases_loading", "cases_page", "policies"];
    let faults: String = cases.iter().map(|name| text(&format!("tests/browser/faults/{name}.mjs"))).collect();
    let mut wrong = Vec::new();
    for row in ["Readers", "Publishers", "Data authors", "Developers"].iter().flat_map(|name| sections(name))
    {
        if row.reached.starts_with("not provoked: ") {
            continue;
        }
        let (path, name) = row.reached.split_once(' ').unwrap_or((&row.reached, ""));
        let there = match path {
            // A code of failure.js must be what one of the cases falls to; the other lines follow from any of them.
            "tests/browser/faults/" if row.cells.len() == 5 && !row.cells[0].is_empty() => {
                faults.contains(&format!("falls: '{}'", row.cells[0]))
            }
            "tests/browser/faults/" => !faults.is_empty(),
            file => spoken::try_text(file).is_some_and(|text| text.contains(name)),
        };
        if !there || row.reached.is_empty() {
            wrong.push(format!("{}: “{}” is not there", row.message, row.reached));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// That each fixture leads to the words it expects is held by tests/dossier.rs; here, that they are the row's.
#[test]
fn each_fixture_named_expects_the_message_beside_it() {
    let mut named = 0;
    for row in sections("Data authors").iter().filter(|row| row.reached.starts_with("tests/fixtures/bad/")) {
        let fixture: serde_json::Value = serde_json::from_str(&text(&row.reached)).unwrap();
        let expected = fixture["expect"]["message"].as_str().unwrap();
        let words: Vec<&str> = expected.split(' ').collect();
        let same = words.windows(2).any(|two| row.message.contains(&two.join(" ")));
        assert!(same, "{} expects “{expected}”, beside it stands “{}”", row.reached, row.message);
        named += 1;
    }
    assert!(named > 60, "{named} fixtures are named");
}

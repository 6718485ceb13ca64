//! What the article says: every item, claim and figure stands on its page, its paragraph exists, and each link leads to an
//! entry that is there.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::panic, reason = "in a test a panic is the answer")]

mod nodes;

use nodes::{assert_whole, values};
use std::collections::BTreeSet;
use us_uz_explainer::dossier::{ClaimKind, Dossier, Files};
use us_uz_explainer::outline::{claims_page, document, series_page, sources_page, test_page};

fn dossier() -> Dossier {
    Dossier::read_whole(&Files::built_in_with_detail()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

#[test]
fn every_item_of_the_article_is_told_once_and_stands_on_the_page() {
    let dossier = dossier();
    let article = dossier.manifest.article.as_ref().expect("the dossier starts from an article");
    let mut told: Vec<&str> =
        dossier.events.iter().filter_map(|event| Some(event.article.as_ref()?.item.as_str())).collect();
    told.sort_unstable();
    let wanted: Vec<String> = (1..=article.items).map(|n| format!("s{n:02}")).collect();
    assert_eq!(told, wanted);
    let ids: BTreeSet<String> = values(&claims_page(&dossier), "id").into_iter().map(str::to_owned).collect();
    for item in wanted {
        assert!(ids.contains(&format!("item-{item}")), "{item} is not on the page");
    }
    for id in dossier.claims.iter().map(|claim| format!("claim-{}", claim.id)) {
        assert!(ids.contains(&id), "{id} is not on the page");
    }
    for id in dossier.figures.iter().map(|figure| format!("figure-{}", figure.id)) {
        assert!(ids.contains(&id), "{id} is not on the page");
    }
    assert_eq!(ids.len(), values(&claims_page(&dossier), "id").len(), "no id stands twice");
}

#[test]
fn every_paragraph_named_is_one_the_article_has() {
    let dossier = dossier();
    let article = dossier.manifest.article.as_ref().expect("the dossier starts from an article");
    let events = dossier.events.iter().filter_map(|event| event.article.as_ref());
    let named = events.map(|place| (&place.section, place.paragraph));
    let claims = dossier.claims.iter().map(|claim| (&claim.section, claim.paragraph));
    let figures = dossier.figures.iter().map(|figure| (&figure.section, figure.paragraph));
    for (section, paragraph) in named.chain(claims).chain(figures) {
        let known = article.sections.iter().find(|known| known.id == *section);
        assert!(
            known.is_some_and(|known| (1..=known.paragraphs).contains(&paragraph)),
            "{section} {paragraph}"
        );
    }
}

#[test]
fn every_link_of_the_pages_leads_to_an_entry_that_is_there() {
    let dossier = dossier();
    let pages = [
        ("index.html", document(&dossier)),
        ("claims.html", claims_page(&dossier)),
        ("test.html", test_page(&dossier)),
        ("series.html", series_page(&dossier)),
        ("sources.html", sources_page(&dossier)),
    ];
    assert_whole(&pages[0].1, &dossier);
    let ids = |page: &str| -> BTreeSet<String> {
        let nodes = pages.iter().find(|(name, _)| *name == page).map(|(_, nodes)| nodes.as_slice());
        values(nodes.unwrap_or_default(), "id").into_iter().map(str::to_owned).collect()
    };
    let known: Vec<(&str, BTreeSet<String>)> = pages.iter().map(|(name, _)| (*name, ids(name))).collect();
    let mut followed = 0;
    for (here, nodes) in &pages {
        // `#explore…` and `#base=…` name views of the pictures; tests/model.rs reads those.
        let elsewhere =
            |href: &&&str| ["https://", "#explore", "#base="].iter().any(|start| href.starts_with(start));
        for href in values(nodes, "href").iter().filter(|href| !elsewhere(href)) {
            let (page, id) = href.split_once('#').unwrap_or_else(|| panic!("{here}: {href}"));
            // Within the explainer a link names a state: `#event=…`; its entry has the id `event-…`.
            let id = id.replacen('=', "-", 1);
            let page = if page.is_empty() { *here } else { page };
            let there =
                known.iter().find(|(name, _)| *name == page).unwrap_or_else(|| panic!("{here}: {href}"));
            assert!(there.1.contains(&id), "{here}: {href} leads nowhere");
            followed += 1;
        }
    }
    assert!(followed > 1_000, "{followed} links");
}

#[test]
fn claims_and_forecasts_are_as_many_as_the_article_makes_and_each_fares_somehow() {
    let dossier = dossier();
    let count = |kind| dossier.claims.iter().filter(|claim| claim.kind == kind).count();
    assert_eq!(count(ClaimKind::Hypothesis), 12);
    assert!(count(ClaimKind::Finding) > 15 && count(ClaimKind::Forecast) > 7);
    for claim in &dossier.claims {
        assert!(dossier.strings.get("verdict", &claim.verdict).is_some(), "{}", claim.id);
    }
}

#[test]
fn no_year_is_without_an_entry_that_matters() {
    let dossier = dossier();
    let (first, last) = dossier.manifest.domain;
    for year in first.ymd().0..=last.ymd().0 {
        let of_year = dossier.events.iter().filter(|event| event.when.earliest().ymd().0 == year);
        assert!(of_year.filter(|event| event.in_frame).count() > 0, "{year} has no event of the frame");
    }
}

/// Hosts that keep other people's texts. `data/README.md` says of each why it is a source.
const COPIES: [&str; 16] = [
    "uzland.narod.ru",
    "armeniandiaspora.com",
    "docslib.org",
    "9dok.net",
    "studfiles.",
    "globalsecurity.org",
    "fas.org",
    "gfaclaims.com",
    "countervortex.org",
    "newstaraz.kz",
    "krugosvet.ru",
    "wikipedia.org",
    "github.com",
    "blogspot.",
    "wordpress.",
    "livejournal.",
];

#[test]
fn copies_and_mirrors_are_listed_with_their_reason() {
    let dossier = dossier();
    let readme = include_str!("../data/README.md");
    let rows: Vec<&str> = readme.lines().filter(|line| line.starts_with("| `")).collect();
    for host in COPIES {
        let count = dossier.sources.iter().filter(|source| source.url.contains(host)).count();
        let row = rows.iter().find(|row| row.starts_with(&format!("| `{host}")));
        assert_eq!(row.is_some(), count > 0, "{host}: {count} sources, listed: {row:?}");
        if let Some(row) = row {
            assert!(row.contains(&format!("| {count} |")), "{host}: {count} sources, and {row}");
        }
    }
}

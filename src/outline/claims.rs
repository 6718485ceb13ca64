//! The page “What the article says”: its claims and how they fare, its figures, its datable items, each with the way to
//! the entries that show it.

use super::say::{article_place, day, entry_link, joined, page, source_links, time};
use super::Node;
use crate::dossier::{ArticleRef, Claim, ClaimKind, Dossier, Event, Figure, CLAIM_KINDS};

/// The whole page but for its frame. Drawings stand where an empty `div` has `data-drawing`.
pub fn claims_page(dossier: &Dossier) -> Vec<Node> {
    let article = dossier.manifest.article.as_ref();
    let mut head = Node::new("header").child(Node::of("h1", page(dossier, "claims-title")));
    head = head.child(Node::of("p", page(dossier, "claims-intro")).attr("class", "ux-answer"));
    let mut credit = Node::new("p").attr("class", "ux-credit");
    if let Some(article) = article {
        let link = Node::of("a", dossier.strings.ui("credit")).attr("href", &article.url);
        credit = credit.child(link).text(" · ");
    }
    let as_of = dossier.strings.fill("ui", "as-of", &[("date", &day(dossier.manifest.as_of, dossier))]);
    let mut nodes = vec![head.child(credit.text(&as_of)), tally(dossier)];
    nodes.extend(CLAIM_KINDS.iter().map(|(id, kind, _)| claims(*kind, id, dossier)));
    nodes.push(figures(dossier));
    nodes.push(items(dossier));
    nodes
}

fn section(id: &str, heading: &str, intro: &str) -> Node {
    Node::new("section").attr("id", id).child(Node::of("h2", heading)).child(Node::of("p", intro))
}

/// How many claims of each kind fare how: the page in a few lines.
fn tally(dossier: &Dossier) -> Node {
    let line = |(id, kind, verdicts): &(&'static str, ClaimKind, [&'static str; 4])| {
        let of_kind = || dossier.claims.iter().filter(|claim| claim.kind == *kind);
        let counts: Vec<String> = verdicts
            .iter()
            .map(|verdict| (verdict, of_kind().filter(|claim| claim.verdict == **verdict).count()))
            .filter(|(_, count)| *count > 0)
            .map(|(verdict, count)| [dossier.title("verdict", verdict), ": ", &count.to_string()].concat())
            .collect();
        Node::new("li")
            .child(Node::of("a", dossier.title("claim_kind", id)).attr("href", &["#", id].concat()))
            .text(&[" (", &of_kind().count().to_string(), "). ", &counts.join(" · ")].concat())
    };
    let other = |id: &'static str, key: &'static str, count: usize| {
        Node::new("li")
            .child(Node::of("a", page(dossier, key)).attr("href", &["#", id].concat()))
            .text(&[" (", &count.to_string(), ")"].concat())
    };
    Node::new("nav").attr("aria-label", page(dossier, "claims-contents")).child(
        Node::new("ul")
            .attr("class", "ux-tally")
            .children(CLAIM_KINDS.iter().map(line))
            .child(other("figures", "figures-heading", dossier.figures.len()))
            .child(other("items", "items-heading", told(dossier).len())),
    )
}

fn claims(kind: ClaimKind, id: &'static str, dossier: &Dossier) -> Node {
    let of_kind = dossier.claims.iter().filter(|claim| claim.kind == kind);
    let intro = page(dossier, &["claims-", id].concat());
    section(id, dossier.title("claim_kind", id), intro)
        .child(Node::new("ol").attr("class", "ux-claims").children(of_kind.map(|c| claim(c, dossier))))
}

fn claim(claim: &Claim, dossier: &Dossier) -> Node {
    let words = |part: &str| dossier.strings.get("claim", &[&claim.id, ".", part].concat()).unwrap_or("");
    let mut item = Node::new("li")
        .attr("id", &["claim-", &claim.id].concat())
        .child(Node::of("h3", words("title")))
        .child(
            Node::of("p", dossier.title("verdict", &claim.verdict))
                .attr("class", "ux-verdict")
                .attr("data-verdict", &claim.verdict),
        )
        .child(Node::of("p", words("text")))
        .child(
            Node::of("p", &article_place(&claim.section, claim.paragraph, dossier)).attr("class", "ux-about"),
        );
    let shown = shown_by(claim, dossier);
    if !shown.is_empty() {
        let line = Node::new("p").attr("class", "ux-about").text(page(dossier, "shown-by")).text(" ");
        item = item.child(joined(line, shown));
    }
    let line = Node::new("p").attr("class", "ux-sources").text(dossier.strings.ui("card-sources")).text(": ");
    item.child(joined(line, source_links(&claim.sources, dossier)))
}

/// Links to what shows a claim: entries of the explainer, series, figures.
fn shown_by(claim: &Claim, dossier: &Dossier) -> Vec<Node> {
    let events = claim.events.iter().filter_map(|ix| dossier.events.get(*ix));
    let events = events.map(|event| entry_link("event", &event.id, dossier));
    let ties = claim.ties.iter().filter_map(|ix| dossier.ties.get(*ix));
    let ties = ties.map(|tie| entry_link("tie", &tie.id, dossier));
    let named = |section: &'static str, id: &str, href: String| {
        Node::of("a", dossier.strings.get(section, &[id, ".title"].concat()).unwrap_or(""))
            .attr("href", &href)
    };
    let series = claim.series.iter().filter_map(|ix| dossier.series.get(*ix));
    let series = series.map(|s| named("series", &s.id, ["series.html#series-", &s.id].concat()));
    let figures = claim.figures.iter().filter_map(|ix| dossier.figures.get(*ix));
    let figures = figures.map(|f| named("figure", &f.id, ["#figure-", &f.id].concat()));
    events.chain(ties).chain(series).chain(figures).collect()
}

fn figures(dossier: &Dossier) -> Node {
    section("figures", page(dossier, "figures-heading"), page(dossier, "figures-intro")).child(
        Node::new("ul")
            .attr("class", "ux-figures")
            .children(dossier.figures.iter().map(|one| figure(one, dossier))),
    )
}

fn figure(figure: &Figure, dossier: &Dossier) -> Node {
    let words = |part: &str| dossier.strings.get("figure", &[&figure.id, ".", part].concat()).unwrap_or("");
    let value = |value: &crate::dossier::FigureValue| {
        let number = dossier.strings.decimal(value.value);
        let amount = dossier.strings.fill("unit", &figure.unit, &[("n", &number)]);
        let line = Node::new("li").text(&[words(&value.id), ": ", &amount, " · "].concat());
        joined(line.child(time(&value.when, dossier)).text(" · "), source_links(&value.sources, dossier))
    };
    let mut about = Node::new("p").attr("class", "ux-about").text(&article_place(
        &figure.section,
        figure.paragraph,
        dossier,
    ));
    if let Some(event) = figure.event.and_then(|ix| dossier.events.get(ix)) {
        about = about.text(" · ").child(entry_link("event", &event.id, dossier));
    }
    Node::new("li")
        .attr("id", &["figure-", &figure.id].concat())
        .child(Node::of("h3", words("title")))
        .child(Node::new("div").attr("data-drawing", &["figure:", &figure.id].concat()))
        .child(Node::of("p", words("text")))
        .child(Node::new("ul").attr("class", "ux-values").children(figure.values.iter().map(value)))
        .child(about)
}

/// The events that the article tells, in its own order: by section, paragraph, item.
fn told(dossier: &Dossier) -> Vec<(&Event, &ArticleRef)> {
    let sections = dossier.manifest.article.iter().flat_map(|article| &article.sections);
    let order: Vec<&str> = sections.map(|section| section.id.as_str()).collect();
    let place = |told: &ArticleRef| order.iter().position(|id| *id == told.section);
    let mut told: Vec<(&Event, &ArticleRef)> =
        dossier.events.iter().filter_map(|event| Some((event, event.article.as_ref()?))).collect();
    crate::order::sort(&mut told, &mut |(_, a), (_, b)| {
        (place(a), a.paragraph, &a.item).cmp(&(place(b), b.paragraph, &b.item))
    });
    told
}

fn items(dossier: &Dossier) -> Node {
    let mut section = section("items", page(dossier, "items-heading"), page(dossier, "items-intro"));
    let told = told(dossier);
    for part in dossier.manifest.article.iter().flat_map(|article| &article.sections) {
        let here = told.iter().filter(|(_, place)| place.section == part.id);
        let items: Vec<Node> = here.map(|(event, place)| item(event, place, dossier)).collect();
        if !items.is_empty() {
            section = section
                .child(Node::of("h3", dossier.title("section", &part.id)))
                .child(Node::new("ul").attr("class", "ux-items").children(items));
        }
    }
    section
}

fn item(event: &Event, place: &ArticleRef, dossier: &Dossier) -> Node {
    let n = place.paragraph.to_string();
    let about = dossier.strings.fill("page", "item-place", &[("item", &place.item), ("n", &n)]);
    Node::new("li")
        .attr("id", &["item-", &place.item].concat())
        .child(Node::new("h4").child(entry_link("event", &event.id, dossier)))
        .child(
            Node::new("p")
                .attr("class", "ux-about")
                .text(&about)
                .text(" · ")
                .child(time(&event.when, dossier)),
        )
        .child(Node::of("p", dossier.strings.get("event_summary", &event.id).unwrap_or("")))
}

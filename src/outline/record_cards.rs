//! The cards of single records, complete: events, ties, bases, steps of the story. They do not depend on what
//! the reader does, so they are prepared natively and loaded after the start.

use super::say::{
    account_items, actor_words, article_place, coding_lines, inside, joined, partner_words, place_words,
    source_links, step_string, tie_when, time,
};
use super::Node;
use crate::dossier::{Base, Confidence, Dossier, Event, Step, Tie, TieKind};
use crate::model::Target;
use crate::relations::{direction, Direction};
use crate::text::When;

/// Every prepared card by its key, see [`super::card_key`]: `event:…`, `tie:…`, `base:…`, `step:…`.
pub fn record_cards(dossier: &Dossier) -> Vec<(String, Vec<Node>)> {
    let key = |target: Target| target.to_text(dossier);
    let events = dossier.events.iter().enumerate().map(|(ix, e)| (key(Target::Event(ix)), event(e, dossier)));
    let ties = dossier.ties.iter().enumerate().map(|(ix, t)| (key(Target::Tie(ix)), tie(t, dossier)));
    let bases = dossier.bases.iter().enumerate().map(|(ix, b)| (key(Target::Base(ix)), base(b, dossier)));
    let steps = dossier.story.iter().enumerate();
    let steps = steps.map(|(ix, s)| (["step:", &s.id].concat(), step(ix, s, dossier)));
    events.chain(ties).chain(bases).chain(steps).collect()
}

fn step(ix: usize, step: &Step, dossier: &Dossier) -> Vec<Node> {
    let (n, m) = ((ix + 1).to_string(), dossier.story.len().to_string());
    let count = dossier.strings.fill("ui", "step-of", &[("n", &n), ("m", &m)]);
    let mut nodes = vec![
        Node::of("p", &count).attr("class", "count"),
        Node::of("h2", step_string(dossier, &step.id, "title")),
        Node::of("p", step_string(dossier, &step.id, "text")),
    ];
    let figure = step_string(dossier, &step.id, "figure");
    if !figure.is_empty() {
        let line = Node::new("p").attr("class", "figure").text(figure);
        let links = source_links(step.figure_source.as_slice(), dossier);
        nodes.push(if links.is_empty() { line } else { joined(line.text(" · "), links) });
    }
    let ties = step.ties.iter().filter_map(|ix| dossier.ties.get(*ix)).map(|t| inside("tie", &t.id, dossier));
    let events =
        step.events.iter().filter_map(|ix| dossier.events.get(*ix)).map(|e| inside("event", &e.id, dossier));
    let pointed: Vec<Node> = ties.chain(events).collect();
    if !pointed.is_empty() {
        nodes.push(joined(Node::new("p").attr("class", "pointed"), pointed));
    }
    nodes
}

/// Builds the list of labelled facts.
struct Facts<'d> {
    dossier: &'d Dossier,
    list: Node,
}

impl<'d> Facts<'d> {
    fn new(dossier: &'d Dossier) -> Self {
        Self { dossier, list: Node::new("dl") }
    }

    fn node(mut self, key: &'static str, value: Node) -> Self {
        self.list = self.list.child(Node::of("dt", self.dossier.strings.ui(key))).child(value);
        self
    }

    fn fact(self, key: &'static str, value: &str) -> Self {
        if value.is_empty() {
            self
        } else {
            self.node(key, Node::of("dd", value))
        }
    }

    fn sources(self, ids: &[String]) -> Self {
        let links = source_links(ids, self.dossier);
        if links.is_empty() {
            return self;
        }
        self.node("card-sources", joined(Node::new("dd"), links))
    }
}

fn headed(kind: &str, id: &str, when: &When, dossier: &Dossier, summary: &str) -> Vec<Node> {
    let mut nodes = vec![
        Node::new("p").attr("class", "count").child(time(when, dossier)),
        Node::of("h2", dossier.title(kind, id)),
    ];
    if let Some(summary) = dossier.strings.get(summary, id) {
        nodes.push(Node::of("p", summary));
    }
    nodes
}

fn event(event: &Event, dossier: &Dossier) -> Vec<Node> {
    let mut nodes = headed("event", &event.id, &event.when, dossier, "event_summary");
    let theme = dossier.manifest.themes.get(event.theme).map_or("", |t| t.id.as_str());
    let way = match direction(event) {
        Direction::Closer => "legend-closer",
        Direction::Further => "legend-further",
        Direction::NotCoded => "",
    };
    let mut coded = coding_lines(event, dossier).join(" ");
    if !way.is_empty() {
        coded = [dossier.strings.ui(way), ". ", &coded].concat();
    }
    let accounts = account_items(event, dossier);
    if !accounts.is_empty() {
        nodes.push(Node::of("p", dossier.strings.ui("card-accounts")));
        nodes.push(Node::new("ul").children(accounts));
    }
    let mut facts = Facts::new(dossier)
        .fact("card-where", place_words(event, dossier))
        .fact("card-who", &actor_words(event, dossier))
        .fact("card-partner", &partner_words(event, dossier))
        .fact("card-theme", dossier.title("theme", theme))
        .fact("card-coded", &coded);
    if let Some(article) = &event.article {
        facts = facts.fact("card-article", &article_place(&article.section, article.paragraph, dossier));
    }
    facts = facts.fact("card-confidence", confidence(event.confidence, dossier)).sources(&event.sources);
    nodes.push(facts.list);
    nodes
}

fn tie(tie: &Tie, dossier: &Dossier) -> Vec<Node> {
    let mut nodes = headed("tie", &tie.id, &tie_when(tie), dossier, "tie_summary");
    let partner = dossier.manifest.partners.get(tie.partner).map_or("", |p| p.id.as_str());
    let place = tie.place.and_then(|ix| dossier.places.get(ix)).map_or("", |p| dossier.title("place", &p.id));
    let mut facts = Facts::new(dossier)
        .fact("card-partner", dossier.title("partner", partner))
        .fact("card-kind", dossier.title("tie_kind", kind(tie.kind)))
        .fact("card-where", place);
    for (key, end) in [("card-starts", tie.starts_with), ("card-ends", tie.ends_with)] {
        if let Some(event) = end.and_then(|ix| dossier.events.get(ix)) {
            facts = facts.node(key, Node::new("dd").child(inside("event", &event.id, dossier)));
        }
    }
    facts = facts.fact("card-confidence", confidence(tie.confidence, dossier)).sources(&tie.sources);
    nodes.push(facts.list);
    nodes
}

fn base(base: &Base, dossier: &Dossier) -> Vec<Node> {
    let when = When::Between { from: base.from, to: base.to };
    let place = dossier.places.get(base.place).map_or("", |p| dossier.title("place", &p.id));
    let facts = Facts::new(dossier)
        .fact("card-where", place)
        .fact("card-host", dossier.title("country", &base.host))
        .fact("card-operator", dossier.title("country", &base.operator))
        .sources(&base.sources);
    vec![
        Node::new("p").attr("class", "count").child(time(&when, dossier)),
        Node::of("h2", dossier.title("base", &base.id)),
        facts.list,
    ]
}

fn confidence(of: Confidence, dossier: &Dossier) -> &str {
    let key = match of {
        Confidence::High => "high",
        Confidence::Medium => "medium",
        Confidence::Low => "low",
    };
    dossier.title("confidence", key)
}

/// The key of a tie's kind in the strings.
pub(super) fn kind(kind: TieKind) -> &'static str {
    match kind {
        TieKind::Treaty => "treaty",
        TieKind::Membership => "membership",
        TieKind::Base => "base",
        TieKind::Transit => "transit",
        TieKind::Office => "office",
        TieKind::Dialogue => "dialogue",
        TieKind::Pipeline => "pipeline",
        TieKind::Declaration => "declaration",
        TieKind::Programme => "programme",
        TieKind::Agreement => "agreement",
        TieKind::Sanctions => "sanctions",
    }
}

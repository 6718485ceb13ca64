//! Everything the pictures show as one table, a row a record: events, ties, bases, memberships of blocs, by date.

use super::document::fold;
use super::say::{inside, partner_words, place_words, row_name, tie_when, time};
use super::Node;
use crate::dossier::{Base, Dossier, Event, MemberStatus, Membership, Tie};
use crate::order;
use crate::relations::{direction, Direction};
use crate::text::{Until, When};

/// The columns, as keys of the strings: the heading, and in which order the two ways of sorting put its rows.
const COLUMNS: [(&str, &str, &str); 8] = [
    ("table-date", "table-earliest", "table-latest"),
    ("table-kind", "table-a-to-z", "table-z-to-a"),
    ("table-title", "table-a-to-z", "table-z-to-a"),
    ("table-partner", "table-a-to-z", "table-z-to-a"),
    ("table-row", "table-a-to-z", "table-z-to-a"),
    ("table-place", "table-a-to-z", "table-z-to-a"),
    ("table-direction", "table-a-to-z", "table-z-to-a"),
    ("table-sources", "table-fewest", "table-most"),
];

/// What a row says, in the order of the columns.
struct Row {
    when: When,
    kind: String,
    title: Node,
    partner: String,
    row: String,
    place: String,
    /// A key of the strings; empty for what is never coded.
    direction: &'static str,
    sources: usize,
}

/// The section: what order the rows are in, and the table in a box of its own that scrolls where it is too wide.
pub(super) fn table(dossier: &Dossier) -> Node {
    let ui = |key: &'static str| dossier.strings.ui(key);
    let rows = rows(dossier);
    let head = Node::new("tr").children(COLUMNS.iter().enumerate().map(|(n, (name, up, down))| {
        let head = Node::of("th", ui(name)).attr("scope", "col");
        // How the rows stand before any script.
        let head = if n == 0 { head.attr("aria-sort", "ascending") } else { head };
        head.attr("data-up", ui(up)).attr("data-down", ui(down))
    }));
    let order = [("column", ui("table-date")), ("way", ui("table-earliest"))];
    let sorted = Node::of("p", &dossier.strings.fill("ui", "table-sorted", &order))
        .attr("class", "ux-sorted")
        .attr("aria-live", "polite")
        .attr("data-say", ui("table-sorted"));
    let count = dossier.strings.number(rows.len() as u64);
    let count = dossier.strings.fill("ui", "table-rows", &[("n", &count)]);
    let whole = Node::new("table")
        .child(Node::of("caption", &caption(rows.len(), dossier)))
        .child(Node::new("thead").child(head))
        .child(Node::new("tbody").children(rows.into_iter().map(|row| line(row, dossier))));
    // It scrolls, so keys must reach it, and who comes to it must hear what it is.
    let room = Node::new("div")
        .attr("class", "ux-table")
        .attr("role", "region")
        .attr("aria-label", ui("table-label"))
        .attr("tabindex", "0")
        .child(whole);
    let heading = Node::of("h2", ui("heading-table"));
    let content = Node::new("div").child(sorted).child(room);
    Node::new("section").attr("id", "table").child(fold(heading, &count, content))
}

/// How much there is, so that a reader can count. Filters change nothing here.
fn caption(rows: usize, dossier: &Dossier) -> String {
    let number = |n: usize| dossier.strings.number(n as u64);
    let values = [
        ("n", number(rows)),
        ("events", number(dossier.events.len())),
        ("ties", number(dossier.ties.len())),
        ("bases", number(dossier.bases.len())),
        ("memberships", number(dossier.memberships.len())),
    ];
    dossier.strings.fill("ui", "table-caption", &values.each_ref().map(|(key, value)| (*key, value.as_str())))
}

fn rows(dossier: &Dossier) -> Vec<Row> {
    let events = dossier.events.iter().map(|record| event(record, dossier));
    let ties = dossier.ties.iter().map(|record| tie(record, dossier));
    let bases = dossier.bases.iter().map(|record| base(record, dossier));
    let memberships = dossier.memberships.iter().map(|record| membership(record, dossier));
    let mut rows: Vec<Row> = events.chain(ties).chain(bases).chain(memberships).collect();
    order::sort(&mut rows, &mut |a, b| bounds(&a.when).cmp(&bounds(&b.when)));
    rows
}

/// First and last possible day; what still goes on comes after all that has ended.
fn bounds(when: &When) -> (i32, i32) {
    let last = match when {
        When::At(span) | When::Between { to: Until::Known(span), .. } => span.latest.0,
        When::Between { to: Until::Open, .. } => i32::MAX,
    };
    (when.earliest().0, last)
}

fn line(row: Row, dossier: &Dossier) -> Node {
    let cell = |text: &str| Node::of("td", text);
    let direction = if row.direction.is_empty() { "" } else { dossier.strings.ui(row.direction) };
    Node::new("tr")
        .child(Node::new("td").child(sortable_time(&row.when, dossier)))
        .child(cell(&row.kind))
        .child(Node::new("th").attr("scope", "row").child(row.title))
        .child(cell(&row.partner))
        .child(cell(&row.row))
        .child(cell(&row.place))
        .child(cell(direction))
        .child(cell(&dossier.strings.number(row.sources as u64)))
}

/// The date in words, with the first and the last possible day to sort by; without the last it still goes on.
fn sortable_time(when: &When, dossier: &Dossier) -> Node {
    let time = time(when, dossier).attr("data-from", &when.earliest().iso());
    match when {
        When::At(span) | When::Between { to: Until::Known(span), .. } => {
            time.attr("data-to", &span.latest.iso())
        }
        When::Between { to: Until::Open, .. } => time,
    }
}

fn event(event: &Event, dossier: &Dossier) -> Row {
    let theme = dossier.manifest.themes.get(event.theme).map_or("", |theme| theme.id.as_str());
    Row {
        when: event.when,
        kind: kind("kind-event", dossier.title("theme", theme), dossier),
        title: inside("event", &event.id, dossier),
        partner: partners(event, dossier),
        row: row_name(dossier, dossier.row_of_event(event)).to_owned(),
        place: place_words(event, dossier).to_owned(),
        direction: match direction(event) {
            Direction::Closer => "table-closer",
            Direction::Further => "table-further",
            Direction::NotCoded if event.effects.is_empty() => "table-not-coded",
            Direction::NotCoded => "table-neither",
        },
        sources: event.sources.len(),
    }
}

/// None where the row's name would stand in for them: it has a column of its own.
fn partners(event: &Event, dossier: &Dossier) -> String {
    if event.partners.is_empty() {
        String::new()
    } else {
        partner_words(event, dossier)
    }
}

fn tie(tie: &Tie, dossier: &Dossier) -> Row {
    let partner = dossier.manifest.partners.get(tie.partner).map_or("", |partner| partner.id.as_str());
    let place = tie.place.and_then(|ix| dossier.places.get(ix));
    Row {
        when: tie_when(tie),
        kind: kind("table-tie", dossier.title("tie_kind", super::record_cards::kind(tie.kind)), dossier),
        title: inside("tie", &tie.id, dossier),
        partner: dossier.title("partner", partner).to_owned(),
        row: row_name(dossier, dossier.row_of_tie(tie)).to_owned(),
        place: place.map_or("", |place| dossier.title("place", &place.id)).to_owned(),
        direction: "",
        sources: tie.sources.len(),
    }
}

fn base(base: &Base, dossier: &Dossier) -> Row {
    let place = dossier.places.get(base.place).map_or("", |place| dossier.title("place", &place.id));
    Row {
        when: When::Between { from: base.from, to: base.to },
        kind: dossier.strings.ui("table-base").to_owned(),
        title: inside("base", &base.id, dossier),
        partner: dossier.title("country", &base.operator).to_owned(),
        row: String::new(),
        place: [place, ", ", dossier.title("country", &base.host)].concat(),
        direction: "",
        sources: base.sources.len(),
    }
}

/// Nothing can be chosen there: the link shows the map's question on the first day that is sure.
fn membership(record: &Membership, dossier: &Dossier) -> Row {
    let bloc = dossier.blocs.get(record.bloc).map_or("", |bloc| bloc.id.as_str());
    let (country, bloc) = (dossier.title("country", &record.member), dossier.title("bloc", bloc));
    let title = dossier.strings.fill("ui", "table-member-of", &[("country", country), ("bloc", bloc)]);
    let (first, last) = dossier.manifest.domain;
    let day = record.from.latest.max(first).min(last).iso();
    let question = dossier.manifest.questions.iter().find(|question| question.blocs.contains(&record.bloc));
    let link = ["#explore&map=", question.map_or("", |question| question.id.as_str()), "&at=", &day].concat();
    let status = match record.status {
        MemberStatus::Member => "member",
        MemberStatus::Observer => "observer",
        MemberStatus::Partner => "partner",
        MemberStatus::Suspended => "suspended",
    };
    Row {
        when: When::Between { from: record.from, to: record.to },
        kind: kind("table-membership", dossier.title("status", status), dossier),
        title: Node::of("a", &title).attr("href", &link),
        partner: String::new(),
        row: bloc.to_owned(),
        place: country.to_owned(),
        direction: "",
        sources: record.sources.len(),
    }
}

/// What a record is, and more closely.
fn kind(what: &'static str, more: &str, dossier: &Dossier) -> String {
    [dossier.strings.ui(what), ": ", more].concat()
}

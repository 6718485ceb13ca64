//! Tables of who and where: memberships, bases, places, actors, partners, blocs.

use us_uz_explainer::dossier::Dossier;

use super::edtf;
use super::table::Table;
use super::values::{actor_kind, at, bloc_kind, day, joined, known, or_empty, place_kind, status, words};

pub(crate) fn memberships(d: &Dossier) -> Table {
    Table::of(
        "memberships",
        &d.memberships,
        &[
            ("bloc", &|m| at(Some(m.bloc), &d.blocs, |b| &b.id)),
            ("member", &|m| m.member.clone()),
            ("member_name", &|m| words(d, "country", &m.member)),
            ("status", &|m| status(m.status)),
            ("interval", &|m| edtf::interval(m.from, m.to)),
            ("from_earliest", &|m| day(Some(m.from.earliest))),
            ("from_latest", &|m| day(Some(m.from.latest))),
            ("to_earliest", &|m| day(known(m.to).map(|to| to.earliest))),
            ("to_latest", &|m| day(known(m.to).map(|to| to.latest))),
            ("open", &|m| known(m.to).is_none().to_string()),
            ("sources", &|m| joined(&m.sources)),
        ],
    )
}

pub(crate) fn bases(d: &Dossier) -> Table {
    Table::of(
        "bases",
        &d.bases,
        &[
            ("id", &|b| b.id.clone()),
            ("name", &|b| words(d, "base", &b.id)),
            ("place", &|b| at(Some(b.place), &d.places, |p| &p.id)),
            ("operator", &|b| b.operator.clone()),
            ("host", &|b| b.host.clone()),
            ("interval", &|b| edtf::interval(b.from, b.to)),
            ("from_earliest", &|b| day(Some(b.from.earliest))),
            ("from_latest", &|b| day(Some(b.from.latest))),
            ("to_earliest", &|b| day(known(b.to).map(|to| to.earliest))),
            ("to_latest", &|b| day(known(b.to).map(|to| to.latest))),
            ("open", &|b| known(b.to).is_none().to_string()),
            ("sources", &|b| joined(&b.sources)),
        ],
    )
}

pub(crate) fn places(d: &Dossier) -> Table {
    Table::of(
        "places",
        &d.places,
        &[
            ("id", &|p| p.id.clone()),
            ("name", &|p| words(d, "place", &p.id)),
            ("lon", &|p| p.at.lon_deg.to_string()),
            ("lat", &|p| p.at.lat_deg.to_string()),
            ("kind", &|p| place_kind(p.kind)),
            ("country", &|p| p.country.clone()),
            ("country_name", &|p| words(d, "country", &p.country)),
        ],
    )
}

pub(crate) fn actors(d: &Dossier) -> Table {
    Table::of(
        "actors",
        &d.actors,
        &[
            ("id", &|a| a.id.clone()),
            ("name", &|a| words(d, "actor", &a.id)),
            ("kind", &|a| actor_kind(a.kind)),
            ("country", &|a| or_empty(a.country.as_deref())),
            ("office", &|a| a.office.as_deref().map(|office| words(d, "office", office)).unwrap_or_default()),
        ],
    )
}

pub(crate) fn partners(d: &Dossier) -> Table {
    let rows = &d.manifest.rows;
    Table::of(
        "partners",
        &d.manifest.partners,
        &[
            ("id", &|p| p.id.clone()),
            ("name", &|p| words(d, "partner", &p.id)),
            ("row", &|p| at(Some(p.row), rows, |r| &r.id)),
            ("row_name", &|p| words(d, "row", &at(Some(p.row), rows, |r| &r.id))),
            ("capital", &|p| or_empty(p.capital.as_deref())),
        ],
    )
}

pub(crate) fn blocs(d: &Dossier) -> Table {
    Table::of(
        "blocs",
        &d.blocs,
        &[
            ("id", &|b| b.id.clone()),
            ("name", &|b| words(d, "bloc", &b.id)),
            ("kind", &|b| bloc_kind(b.kind)),
        ],
    )
}

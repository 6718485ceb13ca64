//! Is every source that a record cites in the bibliography?

use super::files::{BLOCS, CLAIMS, DOSSIER, EVENTS, FIGURES, SERIES, STORY, TIES};
use super::ids::Ids;
use super::nearest::nearest;
use super::problem::{quoted, say, Log};
use super::Dossier;

/// Checks every citation against the ids of `sources.json`.
pub(super) fn check_sources(dossier: &Dossier, ids: &Ids, log: &Log) {
    let cite = |file: &str, path: &[&str], id: &str| {
        if ids.find(id).is_some() || log.is_full() {
            return;
        }
        let near = nearest(id, ids.names());
        let mend = near.map_or_else(
            || "add it to sources.json".into(),
            |near| say(&["write ", &quoted(near), ", if that is meant"]),
        );
        log.add(file, path.concat(), say(&["there is no source ", &quoted(id)]), &mend);
    };
    let list = |file: &str, key: &str, at: usize, cited: &[String]| {
        for (n, id) in cited.iter().enumerate() {
            cite(file, &["/", key, "/", &at.to_string(), "/sources/", &n.to_string()], id);
        }
    };
    let d = dossier;
    if let Some(article) = &d.manifest.article {
        cite(DOSSIER, &["/article/source"], &article.source);
    }
    for (event, at) in d.events.iter().zip(&d.event_positions) {
        list(EVENTS, "events", *at, &event.sources);
        for (n, account) in event.accounts.iter().enumerate() {
            let path = ["events/", &at.to_string(), "/accounts"].concat();
            list(EVENTS, &path, n, &account.sources);
        }
    }
    for (at, tie) in d.ties.iter().enumerate() {
        list(TIES, "ties", at, &tie.sources);
    }
    for (at, membership) in d.memberships.iter().enumerate() {
        list(BLOCS, "memberships", at, &membership.sources);
    }
    for (at, base) in d.bases.iter().enumerate() {
        list(BLOCS, "bases", at, &base.sources);
    }
    for (at, claim) in d.claims.iter().enumerate() {
        list(CLAIMS, "claims", at, &claim.sources);
    }
    for (at, figure) in d.figures.iter().enumerate() {
        for (n, value) in figure.values.iter().enumerate() {
            list(FIGURES, &["figures/", &at.to_string(), "/values"].concat(), n, &value.sources);
        }
    }
    for (at, series) in d.series.iter().enumerate() {
        list(SERIES, "series", at, &series.sources);
    }
    for (at, step) in d.story.iter().enumerate() {
        if let Some(id) = &step.figure_source {
            cite(STORY, &["/steps/", &at.to_string(), "/figure_source"], id);
        }
    }
}

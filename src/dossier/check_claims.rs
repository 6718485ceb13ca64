//! Can each claim be followed to what shows it?

use super::claim::ClaimKind;
use super::cursor::Cursor;
use super::Dossier;

/// A finding or a forecast rests on more than the article itself; a hypothesis that is judged names what it was held to.
pub(super) fn check_claims(dossier: &Dossier, file: Option<Cursor>) {
    let Some(file) = file else { return };
    let Some(list) = file.get("claims") else { return };
    // Where a claim could not be read, the others no longer stand in the file's order; that was noted.
    if list.items().count() != dossier.claims.len() {
        return;
    }
    let article = dossier.manifest.article.as_ref().map(|article| article.source.as_str());
    for (item, claim) in list.items().zip(&dossier.claims) {
        let shown =
            [&claim.events, &claim.ties, &claim.series, &claim.figures].iter().any(|list| !list.is_empty());
        let elsewhere = claim.sources.iter().any(|id| Some(id.as_str()) != article);
        let judged = claim.kind != ClaimKind::Hypothesis || claim.verdict != "not-tested";
        if judged && !shown && !elsewhere {
            item.problem(
                "nothing but the article shows this claim".into(),
                "name events, ties, series, figures or another source",
            );
        }
    }
}

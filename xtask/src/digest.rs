//! `data/made/digest.json`: what the browser starts from, condensed from the checked files.

use us_uz_explainer::dossier::Dossier;

use crate::recipe::{read, write, Project};
use crate::shell::say;

/// Makes the digest anew if the files it condenses changed.
pub(crate) fn refresh(project: &Project) -> Result<(), String> {
    let dossier = Dossier::built_in().map_err(|problems| {
        problems.iter().fold("the dossier has problems:".to_owned(), |text, p| format!("{text}\n  {p}"))
    })?;
    let land = read(&project.path("data/land.json"))?;
    let digest = dossier.digest(&land).ok_or("data/land.json is not JSON; make it with cargo xtask land")?;
    let path = project.path("data/made/digest.json");
    if read(&path).is_ok_and(|old| old == digest) {
        say("data/made/digest.json: nothing changed");
        return Ok(());
    }
    say("data/made/digest.json is made anew");
    write(&path, digest)
}

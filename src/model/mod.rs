//! What has the reader chosen? [`update`] is the only writer of [`State`].
//! No pixels: messages speak dates and record indices. Uses `text`, `dossier`, `relations`.

mod link;
mod state;
mod target;
mod update;

pub use link::{from_link, to_link};
pub use state::{Motion, State, View};
pub use target::Target;
pub use update::{update, Effect, Msg};

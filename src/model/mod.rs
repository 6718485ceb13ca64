//! What has the reader chosen? [`update`] is the only writer of [`State`].
//! No pixels: messages speak dates, kilometres and record indices. Uses `text`, `geo`, `dossier`, `relations`.

mod choose;
mod effect;
mod filter;
mod link;
mod look;
mod passing;
mod shown;
mod state;
mod target;
mod test_view;
mod update;
mod window;

pub use effect::Effect;
pub use filter::{bit, Chosen, Filter, Group};
pub use link::{from_link, to_link};
pub use look::Look;
pub use shown::{Shown, Tween};
pub use state::{Found, Motion, State, View};
pub use target::Target;
pub use test_view::TestView;
pub use update::{can_fold, update, Msg};
pub use window::LEAST_DAYS;

//! What does the browser need? One class for the shell, a canvas to paint on, a measure of text; and apart from it, each in a
//! wasm of its own, the reader of a host's dossier and the panel that puts the thesis to the test. wasm32 only. Nothing here
//! calls code that may call back: effects wait in an outbox.

#[cfg(any(feature = "explainer", feature = "panel"))]
mod canvas;
#[cfg(feature = "explainer")]
mod choosing;
#[cfg(feature = "explainer")]
mod explainer;
#[cfg(feature = "explainer")]
mod gesture;
#[cfg(any(feature = "explainer", feature = "panel"))]
mod layer;
#[cfg(any(feature = "explainer", feature = "panel"))]
mod measure;
#[cfg(feature = "explainer")]
mod outbox;
#[cfg(feature = "panel")]
mod panel;
#[cfg(feature = "panel")]
mod panel_choices;
#[cfg(feature = "panel")]
mod panel_pictures;
#[cfg(feature = "panel")]
mod panel_results;
#[cfg(feature = "explainer")]
mod picture;
#[cfg(feature = "reader")]
mod reader;
#[cfg(feature = "explainer")]
mod reading;
#[cfg(any(feature = "explainer", feature = "panel"))]
mod to_js;

#[cfg(feature = "explainer")]
pub use explainer::Explainer;
#[cfg(feature = "panel")]
pub use panel::Panel;
#[cfg(feature = "reader")]
pub use reader::OwnDossier;

//! What does the browser need? One class for the shell, a canvas to paint on, a measure of text; and apart from them,
//! in a wasm of its own, the reader of a host's dossier. wasm32 only. Nothing here calls code that may call back:
//! effects wait in an outbox.

#[cfg(feature = "explainer")]
mod canvas;
#[cfg(feature = "explainer")]
mod choosing;
#[cfg(feature = "explainer")]
mod explainer;
#[cfg(feature = "explainer")]
mod gesture;
#[cfg(feature = "explainer")]
mod measure;
#[cfg(feature = "explainer")]
mod picture;
#[cfg(feature = "reader")]
mod reader;
#[cfg(feature = "explainer")]
mod reading;
#[cfg(feature = "explainer")]
mod to_js;

#[cfg(feature = "explainer")]
pub use explainer::Explainer;
#[cfg(feature = "reader")]
pub use reader::OwnDossier;

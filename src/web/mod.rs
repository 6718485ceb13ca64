//! What does the browser need? One class for the shell, a canvas to paint on, a measure of text.
//! wasm32 only. Nothing here calls code that may call back: effects wait in an outbox.

mod canvas;
mod choosing;
mod explainer;
mod gesture;
mod measure;
mod picture;
mod reading;
mod to_js;

pub use explainer::Explainer;

//! What waits for the shell until it asks: effects as plain JS values.

use super::to_js::value;
use serde::ser::{Serialize, SerializeStruct, Serializer};
use wasm_bindgen::JsValue;

/// What waits for the shell.
pub(super) enum Out {
    /// Paint in the next frame.
    Frame,
    /// Ask for the heights again.
    Size,
    /// Say this politely.
    Announce(String),
    /// Dispatch an event with these details.
    Emit(&'static str, Vec<(&'static str, Detail)>),
}

/// A value in an event's detail.
pub(super) enum Detail {
    Text(String),
    Number(f64),
    Flag(bool),
}

/// The outbox as a list of `{ kind, … }`.
pub(super) fn to_js(outbox: &[Out]) -> JsValue {
    value(&outbox)
}

impl Serialize for Out {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Effect", 3)?;
        match self {
            Self::Frame => out.serialize_field("kind", "frame")?,
            Self::Size => out.serialize_field("kind", "size")?,
            Self::Announce(text) => {
                out.serialize_field("kind", "announce")?;
                out.serialize_field("text", text)?;
            }
            Self::Emit(name, detail) => {
                out.serialize_field("kind", "emit")?;
                out.serialize_field("name", name)?;
                out.serialize_field("detail", &DetailView(detail))?;
            }
        }
        out.end()
    }
}

struct DetailView<'d>(&'d [(&'static str, Detail)]);

impl Serialize for DetailView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut detail = serializer.serialize_struct("Detail", self.0.len())?;
        for (name, value) in self.0 {
            match value {
                Detail::Text(text) => detail.serialize_field(name, text)?,
                Detail::Number(number) => detail.serialize_field(name, number)?,
                Detail::Flag(flag) => detail.serialize_field(name, flag)?,
            }
        }
        detail.end()
    }
}

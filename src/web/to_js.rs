//! Outline nodes, effects and the state as plain JS values.

use crate::outline::{Child, Node};
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

/// The nodes as `{ tag, attrs, children }`.
pub(super) fn nodes(nodes: &[Node]) -> JsValue {
    let views: Vec<NodeView<'_>> = nodes.iter().map(NodeView).collect();
    value(&views)
}

/// The outbox as a list of `{ kind, … }`.
pub(super) fn outbox(outbox: &[Out]) -> JsValue {
    value(&outbox)
}

/// Named values as an object.
pub(super) fn object<'a>(fields: impl IntoIterator<Item = (&'a str, JsValue)>) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in fields {
        // Setting a field of a fresh object cannot fail.
        let _ = js_sys::Reflect::set(&object, &name.into(), &value);
    }
    object.into()
}

fn value<T: Serialize>(value: &T) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true);
    value.serialize(&serializer).unwrap_or(JsValue::NULL)
}

struct NodeView<'n>(&'n Node);

impl Serialize for NodeView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut node = serializer.serialize_struct("Node", 3)?;
        node.serialize_field("tag", self.0.tag)?;
        node.serialize_field("attrs", &self.0.attrs)?;
        let children: Vec<ChildView<'_>> = self.0.children.iter().map(ChildView).collect();
        node.serialize_field("children", &children)?;
        node.end()
    }
}

struct ChildView<'n>(&'n Child);

impl Serialize for ChildView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Child::Node(node) => NodeView(node).serialize(serializer),
            Child::Text(text) => serializer.serialize_str(text),
        }
    }
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

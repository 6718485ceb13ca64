//! Outline nodes and named values as plain JS values.

use crate::outline::{Child, Node};
use serde::ser::{Serialize, SerializeStruct, Serializer};
use wasm_bindgen::JsValue;

/// The nodes as `{ tag, attrs, children }`.
pub(super) fn nodes(nodes: &[Node]) -> JsValue {
    let views: Vec<NodeView<'_>> = nodes.iter().map(NodeView).collect();
    value(&views)
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

/// Anything that can be written down.
pub(super) fn value<T: Serialize>(value: &T) -> JsValue {
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

//! Nodes as JSON text, written at once: for a host's own dossier in the browser, where a tree of JSON values beside the
//! tree of nodes would take ten times the memory of the text.

use super::node::lower;
use super::{Child, Node};

/// The JSON of [`super::to_json`] as text; under a host's heading, that of [`super::under_a_host`]'s nodes.
pub fn write_json(nodes: &[Node], under_a_host: bool) -> String {
    let mut json = String::new();
    list(nodes, &mut json, &mut |node, json| write_node(node, under_a_host, json));
    json
}

/// A text as JSON.
pub fn write_text(text: &str, json: &mut String) {
    json.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => json.extend(['\\', c]),
            '\0'..='\u{1f}' => {
                json.push_str("\\u00");
                for digit in [u32::from(c) / 16, u32::from(c) % 16] {
                    json.extend(char::from_digit(digit, 16));
                }
            }
            _ => json.push(c),
        }
    }
    json.push('"');
}

fn write_node(node: &Node, under_a_host: bool, json: &mut String) {
    json.push_str("{\"tag\":");
    write_text(if under_a_host { lower(node.tag) } else { node.tag }, json);
    json.push_str(",\"attrs\":");
    list(&node.attrs, json, &mut |(name, value), json| {
        json.push('[');
        write_text(name, json);
        json.push(',');
        write_text(value, json);
        json.push(']');
    });
    json.push_str(",\"children\":");
    list(&node.children, json, &mut |child, json| match child {
        Child::Node(node) => write_node(node, under_a_host, json),
        Child::Text(text) => write_text(text, json),
    });
    json.push('}');
}

fn list<T>(items: &[T], json: &mut String, write: &mut dyn FnMut(&T, &mut String)) {
    json.push('[');
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            json.push(',');
        }
        write(item, json);
    }
    json.push(']');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::{to_json, under_a_host};

    #[test]
    fn it_says_what_the_values_say() {
        let inner = Node::of("h1", "“Oʻz” \" \\ \n \u{1f} 🙂 </script>").attr("href", "a\"b\tc");
        let nodes = [Node::new("div").attr("id", "x").child(inner).text("").text("end"), Node::new("hr")];
        let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
        assert_eq!(read(&write_json(&nodes, false)), to_json(&nodes));
        assert_eq!(read(&write_json(&nodes, true)), to_json(&under_a_host(&nodes)));
        assert_ne!(to_json(&nodes), to_json(&under_a_host(&nodes)));
    }
}

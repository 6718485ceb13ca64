//! A node of the outline: what HTML text and what the page's own nodes are built from.

use serde_json::{json, Value};

/// An element with attributes and children. Tag and attribute names are constants of this crate; text and
/// attribute values are data and are escaped when written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Lower-case tag name.
    pub tag: &'static str,
    /// Attributes in order.
    pub attrs: Vec<(&'static str, String)>,
    /// Children in order.
    pub children: Vec<Child>,
}

/// A child: an element or text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Child {
    /// An element.
    Node(Node),
    /// Text, unescaped.
    Text(String),
}

impl Node {
    /// An element without attributes or children.
    pub fn new(tag: &'static str) -> Self {
        Self { tag, attrs: Vec::new(), children: Vec::new() }
    }

    /// An element that holds one text.
    pub fn of(tag: &'static str, text: &str) -> Self {
        Self::new(tag).text(text)
    }

    /// The same with one more attribute.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: &str) -> Self {
        self.attrs.push((name, value.to_owned()));
        self
    }

    /// The same with one more text.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.children.push(Child::Text(text.to_owned()));
        self
    }

    /// The same with one more element.
    #[must_use]
    pub fn child(mut self, node: Node) -> Self {
        self.children.push(Child::Node(node));
        self
    }

    /// The same with more elements.
    #[must_use]
    pub fn children(mut self, nodes: impl IntoIterator<Item = Node>) -> Self {
        self.children.extend(nodes.into_iter().map(Child::Node));
        self
    }
}

/// The same with every heading one level lower: inside somebody else's page the first level is the host's.
pub fn under_a_host(nodes: &[Node]) -> Vec<Node> {
    retagged(nodes, &lower)
}

/// The same with every heading one level higher: on a page of its own what is a part elsewhere is a section.
pub(super) fn on_its_own(nodes: &[Node]) -> Vec<Node> {
    retagged(nodes, &|tag| {
        HEADINGS.windows(2).find(|pair| pair.last() == Some(&tag)).map_or(tag, |pair| pair[0])
    })
}

fn retagged(nodes: &[Node], retag: &dyn Fn(&'static str) -> &'static str) -> Vec<Node> {
    let below = |child: &Child| match child {
        Child::Node(node) => {
            retagged(std::slice::from_ref(node), retag).into_iter().map(Child::Node).collect()
        }
        Child::Text(_) => vec![child.clone()],
    };
    let one = |node: &Node| Node {
        tag: retag(node.tag),
        attrs: node.attrs.clone(),
        children: node.children.iter().flat_map(below).collect(),
    };
    nodes.iter().map(one).collect()
}

/// The tag of a heading one level lower; any other as it is.
pub(super) fn lower(tag: &'static str) -> &'static str {
    HEADINGS.windows(2).find(|pair| pair.first() == Some(&tag)).map_or(tag, |pair| pair[1])
}

const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// Elements that stand on lines of their own, so that the page's source can be read.
const BLOCKS: [&str; 21] = [
    "header", "section", "div", "h1", "h2", "h3", "p", "ol", "ul", "li", "dl", "dt", "dd", "figure",
    "article", "details", "summary", "table", "caption", "thead", "tr",
];

/// The nodes as HTML text.
pub fn to_html(nodes: &[Node]) -> String {
    let mut html = String::new();
    for node in nodes {
        write_node(node, &mut html);
    }
    html
}

/// The nodes as JSON, `{ "tag": …, "attrs": [[name, value], …], "children": [node or text, …] }`, as the shell
/// builds them.
pub fn to_json(nodes: &[Node]) -> Value {
    nodes.iter().map(node_json).collect()
}

fn node_json(node: &Node) -> Value {
    let child = |child: &Child| match child {
        Child::Node(node) => node_json(node),
        Child::Text(text) => Value::from(text.as_str()),
    };
    let attrs: Vec<[&str; 2]> = node.attrs.iter().map(|(name, value)| [*name, value.as_str()]).collect();
    let children: Vec<Value> = node.children.iter().map(child).collect();
    json!({ "tag": node.tag, "attrs": attrs, "children": children })
}

fn write_node(node: &Node, html: &mut String) {
    html.push('<');
    html.push_str(node.tag);
    for (name, value) in &node.attrs {
        html.push(' ');
        html.push_str(name);
        html.push_str("=\"");
        escape(value, html);
        html.push('"');
    }
    html.push('>');
    for child in &node.children {
        match child {
            Child::Node(node) => write_node(node, html),
            Child::Text(text) => escape(text, html),
        }
    }
    html.push_str("</");
    html.push_str(node.tag);
    html.push('>');
    if BLOCKS.contains(&node.tag) {
        html.push('\n');
    }
}

fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_step_down_under_a_host_and_nothing_else_changes() {
        let page =
            Node::new("div").child(Node::of("h1", "T")).child(Node::new("li").child(Node::of("h4", "x")));
        let html = to_html(&under_a_host(std::slice::from_ref(&page)));
        assert_eq!(html, to_html(&[page]).replace("h4", "h5").replace("h1", "h2"));
    }

    #[test]
    fn headings_step_up_on_a_page_of_their_own() {
        let part = Node::new("section").child(Node::of("h3", "T")).child(Node::of("p", "x"));
        let html = to_html(&on_its_own(std::slice::from_ref(&part)));
        assert_eq!(html, to_html(&[part]).replace("h3", "h2"));
    }

    #[test]
    fn text_and_attribute_values_are_escaped() {
        let node =
            Node::new("a").attr("href", "https://e.org/?a=1&b=\"2\"").text("<script>alert(1)</script>");
        assert_eq!(
            to_html(&[node]),
            "<a href=\"https://e.org/?a=1&amp;b=&quot;2&quot;\">&lt;script&gt;alert(1)&lt;/script&gt;</a>"
        );
    }
}

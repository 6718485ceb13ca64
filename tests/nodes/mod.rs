//! Reading a tree of nodes, for the tests of what is said.

use us_uz_explainer::dossier::Dossier;
use us_uz_explainer::outline::{Child, Node};

/// Every node, in document order.
pub(crate) fn all(nodes: &[Node]) -> Vec<&Node> {
    fn walk<'n>(nodes: &'n [Node], found: &mut Vec<&'n Node>) {
        for node in nodes {
            found.push(node);
            for child in &node.children {
                if let Child::Node(node) = child {
                    walk(std::slice::from_ref(node), found);
                }
            }
        }
    }
    let mut found = Vec::new();
    walk(nodes, &mut found);
    found
}

/// The values of an attribute, in document order.
pub(crate) fn values<'n>(nodes: &'n [Node], name: &str) -> Vec<&'n str> {
    let attrs = all(nodes).into_iter().flat_map(|node| &node.attrs);
    attrs.filter(|(known, _)| *known == name).map(|(_, value)| value.as_str()).collect()
}

/// Asserts that the text version has an entry for every record, and no id twice.
pub(crate) fn assert_whole(document: &[Node], dossier: &Dossier) {
    let ids = values(document, "id");
    let wanted = dossier
        .events
        .iter()
        .map(|event| format!("event-{}", event.id))
        .chain(dossier.ties.iter().map(|tie| format!("tie-{}", tie.id)))
        .chain(dossier.sources.iter().map(|source| format!("source-{}", source.id)))
        .chain(dossier.story.iter().map(|step| format!("step-{}", step.id)));
    for id in wanted {
        assert!(ids.contains(&id.as_str()), "{id} has no entry");
    }
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), ids.len(), "an id stands twice");
}

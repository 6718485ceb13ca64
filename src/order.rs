//! Sorting for the whole crate. The standard library's sort is compiled anew for every type and every comparison, 4 KB of
//! wasm each; this compiles it once, for positions, and has a plain loop for what is nearly in order. Uses nothing of
//! this crate.

use std::cmp::Ordering;

/// Sorts by a comparison; equal items keep their order.
pub fn sort<T>(items: &mut Vec<T>, compare: &mut dyn FnMut(&T, &T) -> Ordering) {
    // What comes in date order often is in order already, and moving items costs more than looking.
    let mut stands = |pair: &[T]| matches!(pair, [a, b] if compare(a, b) != Ordering::Greater);
    if items.windows(2).all(&mut stands) {
        return;
    }
    let order = sorted_positions(items.len(), &mut |a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut left: Vec<Option<T>> = items.drain(..).map(Some).collect();
    for position in order {
        if let Some(item) = left.get_mut(position).and_then(Option::take) {
            items.push(item);
        }
    }
}

/// Sorts numbers of which few stand far from their place: each is moved left past those that are greater.
pub fn sort_nearly_sorted(numbers: &mut [usize]) {
    for end in 1..numbers.len() {
        let mut at = end;
        while at > 0 && numbers.get(at - 1) > numbers.get(at) {
            numbers.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// The positions 0 to `count` − 1 in the order the comparison of two positions gives; stable.
pub fn sorted_positions(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    positions.sort_by(|a, b| compare(*a, *b));
    positions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearly_sorted_and_not_at_all() {
        let mut numbers = [3, 1, 2, 2, 9, 0];
        sort_nearly_sorted(&mut numbers);
        assert_eq!(numbers, [0, 1, 2, 2, 3, 9]);
        sort_nearly_sorted(&mut []);
    }

    #[test]
    fn it_sorts_and_keeps_the_order_of_equals() {
        let mut items = vec![("b", 1), ("a", 2), ("b", 3), ("a", 4)];
        sort(&mut items, &mut |x, y| x.0.cmp(y.0));
        assert_eq!(items, [("a", 2), ("a", 4), ("b", 1), ("b", 3)]);
        sort(&mut Vec::<u8>::new(), &mut |_, _| Ordering::Equal);
    }
}

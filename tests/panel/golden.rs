//! The panel's pictures as reviewed text, drawn from made-up data.

use super::compare::compare;
use super::sample;
use us_uz_explainer::model::TestView;
use us_uz_explainer::paint::svg;

fn curves() -> TestView {
    let first = TestView::first(&sample::tested());
    TestView { half_life: Some(2.0), year: Some(2005), ..first }
}

#[test]
fn scores_at_both_widths_with_and_without_curves() {
    let (tested, strings) = (sample::tested(), sample::strings());
    let columns = TestView::first(&tested);
    for (name, view, width) in [
        ("scores-320", &columns, 320.0),
        ("scores-900", &columns, 900.0),
        ("scores-curves-320", &curves(), 320.0),
        ("scores-curves-900", &curves(), 900.0),
    ] {
        compare(name, &svg::scores(&tested, &strings, view, width).unwrap());
    }
}

#[test]
fn the_scatter_with_a_chosen_year() {
    let drawn = svg::scatter(&sample::tested(), &sample::strings(), &curves(), (480.0, 420.0));
    compare("scatter", &drawn.unwrap());
}

#[test]
fn moments_beside_each_other() {
    let sides = ["The North", "The South and its bodies"];
    let drawn = svg::moments(&sample::moments(), sides, &sample::strings(), 640.0);
    compare("moments", &drawn.unwrap());
}

//! A series as small multiples: a panel for each line, all on the same scales, so that nothing overlaps and no colour
//! has to be told from another. A year without a value is a gap.

use super::{NumberScale, TimeScale, TEXT_CSS_PX};
use crate::dossier::{Dossier, Series, SeriesLine};
use crate::text::{Day, Measure};

/// A panel is at least this wide, so that its years can be read, and as wide as the widest name.
const LEAST_PANEL: f64 = 140.0;
const GAP: f64 = 20.0;
const TITLE: f64 = 22.0;
const PLOT: f64 = 76.0;
const FOOT: f64 = 24.0;
/// Above the plot and below, so that a dot at the end of the scale is whole.
const DOT_ROOM: f64 = 4.0;

/// One line of the series.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesPanel {
    /// Its name, and where it begins (the middle of its height).
    pub name: (String, (f64, f64)),
    /// Left and right end of the plot.
    pub across: (f64, f64),
    /// The scale's round numbers with their words, right-aligned before the plot.
    pub ticks: Vec<(f64, String)>,
    /// Where zero lies.
    pub zero: f64,
    /// Whether each value is a stem from zero.
    pub stems: bool,
    /// Runs of neighbouring years; between them lie gaps.
    pub runs: Vec<Vec<(f64, f64)>>,
    /// First and last year, below the plot's ends.
    pub years: [(f64, String); 2],
    /// The middle of the years' height.
    pub foot: f64,
}

/// Where everything of a series stands.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesLayout {
    /// Width and height of the picture.
    pub size: (f64, f64),
    /// Its panels, row by row.
    pub panels: Vec<SeriesPanel>,
}

impl SeriesLayout {
    /// Lays a series out at a width.
    pub fn new(series: &Series, dossier: &Dossier, width_css_px: f64, measure: &dyn Measure) -> Self {
        let values = series.lines.iter().flat_map(|line| line.values.iter().map(|(_, value)| *value));
        let scale = NumberScale::around(values, 0.0, 1.0);
        let words = |value: f64| dossier.strings.decimal(value);
        let gutter = scale
            .ticks(4)
            .into_iter()
            .map(|tick| measure.width_css_px(&words(tick), TEXT_CSS_PX, false) + 8.0)
            .fold(0.0, f64::max);
        let name = |line: &SeriesLine| dossier.strings.get("series", &[&series.id, ".", &line.id].concat());
        let widest = series
            .lines
            .iter()
            .map(|line| measure.width_css_px(name(line).unwrap_or(""), TEXT_CSS_PX, true))
            .fold(LEAST_PANEL, f64::max);
        let count = series.lines.len().max(1);
        let fit = ((width_css_px + GAP) / (widest + GAP)).floor().max(1.0) as usize;
        // Rows as equal as they can be.
        let columns = count.div_ceil(count.div_ceil(fit.min(count)));
        let panel_width = (width_css_px + GAP) / columns as f64 - GAP;
        let row_height = TITLE + PLOT + FOOT;
        let (first, last) = dossier.manifest.domain;
        let panels = series.lines.iter().enumerate().map(|(n, line)| {
            let x = (n % columns) as f64 * (panel_width + GAP);
            let y = (n / columns) as f64 * row_height;
            let across = (x + gutter, x + panel_width);
            let time = TimeScale::new((first, last), across.0, across.1 - DOT_ROOM);
            let down = scale.between(y + TITLE + PLOT - DOT_ROOM, y + TITLE + DOT_ROOM);
            let mut runs: Vec<Vec<(f64, f64)>> = Vec::new();
            let mut before = None;
            for (year, value) in &line.values {
                let middle = Day::from_ymd(*year, 7, 1).map_or(across.0, |day| time.start_px(day));
                let point = (middle, down.px(*value));
                match runs.last_mut().filter(|_| before == Some(year - 1)) {
                    Some(run) => run.push(point),
                    None => runs.push(vec![point]),
                }
                before = Some(*year);
            }
            SeriesPanel {
                name: (name(line).unwrap_or("").to_owned(), (x, y + TITLE / 2.0)),
                across,
                ticks: scale.ticks(4).into_iter().map(|tick| (down.px(tick), words(tick))).collect(),
                zero: down.px(0.0),
                stems: series.stems,
                runs,
                years: [first, last].map(|day| (time.start_px(day), day.ymd().0.to_string())),
                foot: y + TITLE + PLOT + FOOT / 2.0 - 2.0,
            }
        });
        let rows = count.div_ceil(columns) as f64;
        SeriesLayout { size: (width_css_px, rows * row_height), panels: panels.collect() }
    }
}

//! What is drawn, and what was hit? Layers of plain shapes in CSS pixels, y down, and the areas that answer
//! a pointer. Every backend can draw these shapes: holes, dashes, halos and clipping are resolved before.

mod curves;
mod figure;
mod hatch;
mod map;
mod map_land;
mod mark_shape;
mod moments;
mod pick;
mod scatter;
mod scores;
mod series;
mod shape;
mod ties;
mod ties_bars;
mod ties_marks;
mod tooltip;
mod words;

pub use figure::figure_scene;
pub use map::map_scene;
pub use map_land::SHADE_ALPHA;
pub use moments::moments_scene;
pub use pick::{pick, Hit};
pub use scatter::scatter_scene;
pub use scores::scores_scene;
pub use series::series_scene;
pub use shape::{Colour, Ink, Scene, Shape, Stroke};
pub use ties::ties_scene;

//! When an appointment is and with whom, in the places a layout gives these words.

use super::{
    Line,
    canvas::{Canvas, Fonts, INK, style},
};

/// Where a text stands: the left end of its line, how large its letters are and how wide it may be, in points.
pub(super) struct Spot {
    pub(super) at: (f32, f32),
    pub(super) size: f32,
    pub(super) most: f32,
}

pub(super) fn write(page: &mut Canvas, fonts: &Fonts, line: &Line, [when, who]: [Spot; 2]) {
    let time = format!("{} – {}", line.time, line.end);
    page.write(fonts, when.at, &time, style(when.size, true, INK), when.most);
    page.write(fonts, who.at, &line.title, style(who.size, true, INK), who.most);
}

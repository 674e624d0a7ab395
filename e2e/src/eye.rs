//! What stands on the screen of a stage, told by its colours: what a person sees, whatever the program believes it drew.
//!
//! Looks at every few rows near the upper left corner alone, so that looking costs next to nothing and can be done
//! many times in the time a window takes to appear.

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt, ImageFormat};
use x11rb::rust_connection::RustConnection;

use crate::stage::Stage;
use crate::trouble::{Outcome, While};

/// Wide enough for the window's side, where its mark and its pages are, wherever the window manager puts the window.
const WIDTH: u16 = 400;
const HEIGHT: i16 = 320;
/// Less than what is looked for is high, so that none of it falls between two rows.
const STEP: usize = 4;
/// How many pixels of one colour make a spot: more than the icon in a window's frame has, which is none of the page's doing.
const SPOT: usize = 24;

/// Red, green and blue.
pub type Colour = [u8; 3];

/// An eye on the screen of one stage.
pub struct Eye {
    connection: RustConnection,
    root: u32,
}

/// One look: the rows it saw, by their distance from the top.
pub struct Look(Vec<(i16, Vec<u8>)>);

impl Eye {
    /// Opens it.
    pub fn open(stage: &Stage) -> Outcome<Self> {
        let (connection, screen) =
            RustConnection::connect(Some(stage.display())).during("looking at the screen")?;
        let root = connection.setup().roots[screen].root;
        Ok(Self { connection, root })
    }

    /// Looks once.
    pub fn look(&self) -> Outcome<Look> {
        let mut asked = Vec::new();
        for y in (0..HEIGHT).step_by(STEP) {
            // Asked for all together, answered one after the other: one journey and not forty.
            let row = self
                .connection
                .get_image(ImageFormat::Z_PIXMAP, self.root, 0, y, WIDTH, 1, !0);
            asked.push((y, row.during("looking at the screen")?));
        }
        let mut rows = Vec::with_capacity(asked.len());
        for (y, row) in asked {
            rows.push((y, row.reply().during("looking at the screen")?.data));
        }
        Ok(Look(rows))
    }
}

impl Look {
    /// How far from the top there is a spot of this colour, where there is one at all.
    pub fn row_of(&self, [red, green, blue]: Colour) -> Option<i16> {
        // Four bytes a pixel, the last one unused, as on every screen a stage makes.
        let has_spot = |row: &[u8]| {
            let pixels: Vec<bool> = row
                .chunks_exact(4)
                .map(|it| it[..3] == [blue, green, red])
                .collect();
            pixels.split(|it| !it).any(|run| run.len() >= SPOT)
        };
        self.0.iter().find(|(_, row)| has_spot(row)).map(|(y, _)| *y)
    }
}

#[cfg(test)]
mod tests {
    use super::{Look, SPOT};

    fn row(pixel: [u8; 4], times: usize) -> Vec<u8> {
        pixel.repeat(times)
    }

    #[test]
    fn a_spot_is_found_in_the_first_row_that_has_it() {
        let blue_green_red = [3, 2, 1, 0];
        let narrow = [row(blue_green_red, SPOT - 1), row([9, 9, 9, 0], 4)].concat();
        let wide = [row([9, 9, 9, 0], 4), row(blue_green_red, SPOT)].concat();
        let look = Look(vec![(0, narrow), (4, wide)]);
        assert_eq!(look.row_of([1, 2, 3]), Some(4), "the icon in a frame is no spot");
        assert_eq!(look.row_of([3, 2, 1]), None, "red is not blue");
    }
}

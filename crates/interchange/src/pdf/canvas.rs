//! A page as a list of what is on it, so that how many there are is known before the first is drawn.

use krilla::{
    color::rgb,
    geom::{PathBuilder, Point, Rect},
    paint::Fill,
    surface::Surface,
    text::{Font, TextDirection},
};

use super::Sheet;

static REGULAR: &[u8] = include_bytes!("../../fonts/Inter-Regular.otf");
static BOLD: &[u8] = include_bytes!("../../fonts/Inter-SemiBold.otf");

/// Points around every page: printers cannot reach its edge.
pub(super) const MARGIN: f32 = 36.0;
/// Where what stands below the title begins.
pub(super) const TOP: f32 = 84.0;

pub(super) const INK: [u8; 3] = [0x1b, 0x1f, 0x2a];
pub(super) const SOFT: [u8; 3] = [0x5b, 0x63, 0x75];
pub(super) const RULE: [u8; 3] = [0xd5, 0xd9, 0xe2];
pub(super) const SHADE: [u8; 3] = [0xf4, 0xf5, 0xf8];

/// How a text looks.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) colour: [u8; 3],
}

pub(super) const fn style(size: f32, bold: bool, colour: [u8; 3]) -> Style {
    Style { size, bold, colour }
}

/// The two weights, for drawing and for measuring.
pub(super) struct Fonts {
    drawn: [Font; 2],
    faces: [ttf_parser::Face<'static>; 2],
}

impl Fonts {
    pub(super) fn embedded() -> Option<Self> {
        let font = |bytes: &'static [u8]| Font::new(bytes.to_vec().into(), 0);
        let face = |bytes| ttf_parser::Face::parse(bytes, 0).ok();
        Some(Self {
            drawn: [font(REGULAR)?, font(BOLD)?],
            faces: [face(REGULAR)?, face(BOLD)?],
        })
    }

    fn face(&self, style: Style) -> &ttf_parser::Face<'static> {
        &self.faces[usize::from(style.bold)]
    }

    fn width(&self, text: &str, style: Style) -> f32 {
        let face = self.face(style);
        let units: u32 = text
            .chars()
            .filter_map(|c| face.glyph_hor_advance(face.glyph_index(c)?))
            .map(u32::from)
            .sum();
        #[expect(
            clippy::cast_precision_loss,
            reason = "a line of text is far below 2^24 units"
        )]
        let units = units as f32;
        units * style.size / f32::from(face.units_per_em())
    }

    /// The text with a sign in place of each the font does not have, no longer than `most` points.
    fn fitted(&self, text: &str, style: Style, most: f32) -> String {
        let face = self.face(style);
        let known = |c: char| face.glyph_index(c).map_or('?', |_| c);
        let mut fitted: String = text.chars().map(known).collect();
        if self.width(&fitted, style) <= most {
            return fitted;
        }
        while !fitted.is_empty() && self.width(&format!("{fitted}…"), style) > most {
            fitted.pop();
        }
        format!("{}…", fitted.trim_end())
    }

    /// The text in lines of whole words no longer than `most` points, `lines` of them at most: the last one takes what is
    /// left, and is cut where it is written.
    pub(super) fn broken(&self, text: &str, style: Style, most: f32, lines: usize) -> Vec<String> {
        let mut broken: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            let full = broken.len() >= lines;
            match broken.last_mut() {
                Some(line) if full || self.width(&format!("{line} {word}"), style) <= most => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => broken.push(word.to_owned()),
            }
        }
        broken
    }
}

enum Mark {
    Box {
        at: [f32; 4],
        colour: [u8; 3],
    },
    Text {
        x: f32,
        y: f32,
        style: Style,
        text: String,
    },
}

/// One page.
pub(super) struct Canvas {
    pub(super) width: f32,
    pub(super) height: f32,
    marks: Vec<Mark>,
}

impl Canvas {
    /// A4, upright.
    pub(super) fn upright() -> Self {
        Self {
            width: 595.0,
            height: 842.0,
            marks: Vec::new(),
        }
    }

    /// A4, lying.
    pub(super) fn lying() -> Self {
        Self {
            width: 842.0,
            height: 595.0,
            marks: Vec::new(),
        }
    }

    /// The last line that can be written upon, leaving room for the foot.
    pub(super) fn bottom(&self) -> f32 {
        self.height - MARGIN - 16.0
    }

    /// Points between the margins.
    pub(super) fn inside(&self) -> f32 {
        self.width - 2.0 * MARGIN
    }

    /// A filled box: left, top, width, height.
    pub(super) fn fill(&mut self, at: [f32; 4], colour: [u8; 3]) {
        self.marks.push(Mark::Box { at, colour });
    }

    /// A text whose baseline begins at `x`, `y`, cut at `most` points.
    pub(super) fn write(&mut self, fonts: &Fonts, at: (f32, f32), text: &str, style: Style, most: f32) {
        let text = fonts.fitted(text, style, most);
        let (x, y) = at;
        self.marks.push(Mark::Text { x, y, style, text });
    }

    /// Title, owner and number of the page.
    pub(super) fn furnish(&mut self, sheet: &Sheet, fonts: &Fonts, number: usize, total: usize) {
        let inside = self.inside();
        self.write(
            fonts,
            (MARGIN, MARGIN + 18.0),
            &sheet.title,
            style(19.0, true, INK),
            inside,
        );
        self.write(
            fonts,
            (MARGIN, MARGIN + 34.0),
            &sheet.owner,
            style(9.5, false, SOFT),
            inside,
        );
        if total > 1 {
            let foot = (self.width - MARGIN - 40.0, self.height - MARGIN);
            let text = format!("{number} / {total}");
            self.write(fonts, foot, &text, style(8.5, false, SOFT), 40.0);
        }
    }

    pub(super) fn draw(&self, surface: &mut Surface<'_>, fonts: &Fonts) {
        for mark in &self.marks {
            match mark {
                Mark::Box {
                    at: [x, y, w, h],
                    colour,
                } => {
                    let mut path = PathBuilder::new();
                    if let Some(rect) = Rect::from_xywh(*x, *y, *w, *h) {
                        path.push_rect(rect);
                    }
                    surface.set_fill(Some(ink(*colour)));
                    if let Some(path) = path.finish() {
                        surface.draw_path(&path);
                    }
                }
                Mark::Text { x, y, style, text } => {
                    surface.set_fill(Some(ink(style.colour)));
                    let font = fonts.drawn[usize::from(style.bold)].clone();
                    surface.draw_text(
                        Point::from_xy(*x, *y),
                        font,
                        style.size,
                        text,
                        false,
                        TextDirection::Auto,
                    );
                }
            }
        }
    }
}

fn ink([red, green, blue]: [u8; 3]) -> Fill {
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        ..Fill::default()
    }
}

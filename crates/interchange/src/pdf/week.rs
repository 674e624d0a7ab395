//! Seven dates side by side; the fullest decides how many pages there are.

use chrono::Datelike;

use super::{
    Line, Sheet,
    canvas::{Canvas, Fonts, INK, MARGIN, RULE, SHADE, SOFT, Style, TOP, style},
    weekday,
    words::{Spot, write},
};

/// A card without details, its gap below with it.
const CARD: f32 = 35.0;
const DETAIL: f32 = 10.5;
/// What is longer than two lines is cut: a place may have 300 letters.
const MOST_LINES: usize = 2;
const HEAD: f32 = 22.0;

pub(super) fn pages(sheet: &Sheet, lines: &[Line], fonts: &Fonts) -> Vec<Canvas> {
    let first = blank(sheet, fonts);
    let width = column_width(&first) - 16.0;
    let mut pages = vec![first];
    for (column, date) in sheet.from.iter_days().take(7).enumerate() {
        let (mut page, mut y) = (0, TOP + HEAD + 6.0);
        for line in lines.iter().filter(|line| line.date == date) {
            let card = Card::of(line, fonts, width);
            if pages.get(page).is_some_and(|it| y + card.height() > it.bottom()) {
                (page, y) = (page + 1, TOP + HEAD + 6.0);
            }
            if pages.len() <= page {
                pages.push(blank(sheet, fonts));
            }
            if let Some(page) = pages.get_mut(page) {
                card.write(page, fonts, (left(page, column), y));
            }
            y += card.height();
        }
    }
    pages
}

fn column_width(page: &Canvas) -> f32 {
    page.inside() / 7.0
}

#[expect(clippy::cast_precision_loss, reason = "seven columns")]
fn left(page: &Canvas, column: usize) -> f32 {
    MARGIN + column as f32 * column_width(page)
}

fn blank(sheet: &Sheet, fonts: &Fonts) -> Canvas {
    let mut page = Canvas::lying();
    let (width, height) = (column_width(&page), page.bottom() - TOP);
    for (column, date) in sheet.from.iter_days().take(7).enumerate() {
        let x = left(&page, column);
        if date.weekday().num_days_from_monday() > 4 {
            page.fill([x, TOP, width, height], SHADE);
        }
        page.fill([x, TOP, 0.6, height], RULE);
        let name = format!("{} {}", weekday(sheet, date), date.day());
        page.write(
            fonts,
            (x + 6.0, TOP + 14.0),
            &name,
            style(10.0, true, INK),
            width - 10.0,
        );
    }
    page.fill([MARGIN, TOP + HEAD, page.inside(), 0.6], RULE);
    page
}

/// An appointment in its column, as high as its words need.
struct Card<'a> {
    line: &'a Line,
    details: Vec<String>,
    width: f32,
}

impl<'a> Card<'a> {
    const SMALL: Style = style(8.0, false, SOFT);

    fn of(line: &'a Line, fonts: &Fonts, width: f32) -> Self {
        let broken = |part: &String| fonts.broken(part, Self::SMALL, width, MOST_LINES);
        Self {
            line,
            details: line.details.iter().flat_map(broken).collect(),
            width,
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "four lines at most")]
    fn height(&self) -> f32 {
        CARD + self.details.len() as f32 * DETAIL
    }

    fn write(&self, page: &mut Canvas, fonts: &Fonts, (x, y): (f32, f32)) {
        page.fill([x + 4.0, y, 2.5, self.height() - 7.0], self.line.colour);
        let spot = |below, size| Spot {
            at: (x + 10.0, y + below),
            size,
            most: self.width,
        };
        write(page, fonts, self.line, [spot(10.0, 8.5), spot(22.0, 9.5)]);
        let mut below = y + 22.0;
        for detail in &self.details {
            below += DETAIL;
            page.write(fonts, (x + 10.0, below), detail, Self::SMALL, self.width);
        }
    }
}

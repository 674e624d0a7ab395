//! Seven dates side by side; the fullest decides how many pages there are.

use chrono::Datelike;

use super::{
    Line, Sheet,
    canvas::{Canvas, Fonts, INK, MARGIN, RULE, SHADE, TOP, style},
    weekday,
    words::{Spot, write},
};

const CARD: f32 = 46.0;
const HEAD: f32 = 22.0;

pub(super) fn pages(sheet: &Sheet, lines: &[Line], fonts: &Fonts) -> Vec<Canvas> {
    let mut pages = vec![blank(sheet, fonts)];
    for (column, date) in sheet.from.iter_days().take(7).enumerate() {
        let (mut page, mut y) = (0, TOP + HEAD + 6.0);
        for line in lines.iter().filter(|line| line.date == date) {
            if pages.get(page).is_some_and(|it| y + CARD > it.bottom()) {
                (page, y) = (page + 1, TOP + HEAD + 6.0);
            }
            if pages.len() <= page {
                pages.push(blank(sheet, fonts));
            }
            if let Some(page) = pages.get_mut(page) {
                card(page, fonts, line, left(page, column), y);
            }
            y += CARD;
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

fn card(page: &mut Canvas, fonts: &Fonts, line: &Line, x: f32, y: f32) {
    let most = column_width(page) - 16.0;
    page.fill([x + 4.0, y, 2.5, CARD - 7.0], line.colour);
    let spot = |below, size| Spot {
        at: (x + 10.0, y + below),
        size,
        most,
    };
    write(
        page,
        fonts,
        line,
        [spot(10.0, 8.5), spot(22.0, 9.5), spot(33.0, 8.0)],
    );
}

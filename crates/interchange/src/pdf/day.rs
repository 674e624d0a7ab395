//! One date: a list that goes on upon as many pages as it needs.

use super::{
    Line, Sheet,
    canvas::{Canvas, Fonts, MARGIN, RULE, SOFT, TOP, style},
    words::{Spot, write},
};

const ROW: f32 = 40.0;

pub(super) fn pages(sheet: &Sheet, lines: &[Line], fonts: &Fonts) -> Vec<Canvas> {
    let mut pages = vec![Canvas::upright()];
    let mut y = TOP;
    for line in lines {
        let full = pages.last().is_some_and(|page| y + ROW > page.bottom());
        if full {
            pages.push(Canvas::upright());
            y = TOP;
        }
        if let Some(page) = pages.last_mut() {
            row(page, fonts, line, y);
        }
        y += ROW;
    }
    if let Some(page) = pages.first_mut().filter(|_| lines.is_empty()) {
        let most = page.inside();
        page.write(
            fonts,
            (MARGIN, TOP + 14.0),
            &sheet.nothing,
            style(11.0, false, SOFT),
            most,
        );
    }
    pages
}

fn row(page: &mut Canvas, fonts: &Fonts, line: &Line, y: f32) {
    let most = page.inside() - 100.0;
    page.fill([MARGIN, y - 6.0, page.inside(), 0.6], RULE);
    page.fill([MARGIN + 86.0, y, 3.0, ROW - 12.0], line.colour);
    write(
        page,
        fonts,
        line,
        [
            Spot {
                at: (MARGIN, y + 12.0),
                size: 11.0,
                most: 84.0,
            },
            Spot {
                at: (MARGIN + 98.0, y + 12.0),
                size: 11.5,
                most,
            },
        ],
    );
    let below = (MARGIN + 98.0, y + 26.0);
    page.write(
        fonts,
        below,
        &line.details.join(" · "),
        style(9.5, false, SOFT),
        most,
    );
}

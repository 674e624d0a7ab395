//! A month, week under week. A box that cannot hold its day says how many more there are.

use chrono::{Datelike, Days, NaiveDate};

use super::{
    Line, Sheet,
    canvas::{Canvas, Fonts, INK, MARGIN, RULE, SHADE, SOFT, TOP, style},
    weekday,
};

const HEAD: f32 = 18.0;
const ENTRY: f32 = 11.0;

pub(super) fn pages(sheet: &Sheet, lines: &[Line], fonts: &Fonts) -> Vec<Canvas> {
    let mut page = Canvas::lying();
    let weeks = weeks(sheet);
    #[expect(clippy::cast_precision_loss, reason = "at most six weeks")]
    let height = (page.bottom() - TOP - HEAD) / weeks.len().max(1) as f32;
    let width = page.inside() / 7.0;
    let mut y = TOP + HEAD;
    for (index, week) in weeks.iter().enumerate() {
        let mut x = MARGIN;
        for date in week {
            if index == 0 {
                let most = width - 8.0;
                let name = weekday(sheet, *date);
                page.write(fonts, (x + 5.0, TOP + 10.0), name, style(9.0, true, SOFT), most);
            }
            day(&mut page, fonts, sheet, lines, *date, [x, y, width, height]);
            x += width;
        }
        y += height;
    }
    vec![page]
}

/// The weeks that hold the month, from the sheet's first weekday on: that of the coach.
fn weeks(sheet: &Sheet) -> Vec<Vec<NaiveDate>> {
    let first = sheet.from.week(sheet.first_weekday).first_day();
    let starts = std::iter::successors(Some(first), |date| date.checked_add_days(Days::new(7)));
    starts
        .take_while(|start| *start <= sheet.to)
        .map(|start| start.iter_days().take(7).collect())
        .collect()
}

fn day(
    page: &mut Canvas,
    fonts: &Fonts,
    sheet: &Sheet,
    lines: &[Line],
    date: NaiveDate,
    [x, y, width, height]: [f32; 4],
) {
    if date.weekday().num_days_from_monday() > 4 {
        page.fill([x, y, width, height], SHADE);
    }
    page.fill([x, y, width, 0.6], RULE);
    page.fill([x, y, 0.6, height], RULE);
    if date < sheet.from || date > sheet.to {
        return;
    }
    let most = width - 12.0;
    page.write(
        fonts,
        (x + 5.0, y + 12.0),
        &date.day().to_string(),
        style(9.5, true, INK),
        most,
    );
    let lines: Vec<&Line> = lines.iter().filter(|line| line.date == date).collect();
    let room = fitting(height);
    let shown = if lines.len() <= room {
        room
    } else {
        room.saturating_sub(1)
    };
    let mut at = y + 24.0;
    for line in lines.iter().take(shown) {
        page.fill([x + 5.0, at - 6.5, 2.0, 8.0], line.colour);
        let text = format!("{} {}", line.time, line.title);
        page.write(fonts, (x + 10.0, at), &text, style(7.8, false, INK), most);
        at += ENTRY;
    }
    if lines.len() > shown {
        let text = format!("+ {} {}", lines.len() - shown, sheet.more);
        page.write(fonts, (x + 10.0, at), &text, style(7.8, true, SOFT), most);
    }
}

/// How many entries a box of this height holds.
fn fitting(height: f32) -> usize {
    let mut room = 0;
    let mut y = 24.0;
    while y < height - 2.0 {
        room += 1;
        y += ENTRY;
    }
    room
}

//! The agenda on paper (PDF): a day as a list, a week as seven columns, a month as a grid. A4, text that can be selected,
//! with its font inside.
//!
//! Cancelled appointments are left out: paper says what is to come. Nothing else is: a day that is too full for its place
//! goes on upon the next page, in a month its box says how many more there are.

mod canvas;
mod day;
mod month;
mod week;
mod words;

use chrono::{Datelike, NaiveDate, Weekday};
use krilla::{Document, metadata::Metadata, page::PageSettings};
use slots::Zone;

use crate::{Meeting, Progress, Stopped, progress::look};
use canvas::{Canvas, Fonts};

/// How the sheet is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// One date, a list.
    Day,
    /// Seven dates side by side.
    Week,
    /// A month, week under week.
    Month,
}

/// What the sheet is to say, in the coach's language.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// How it is divided.
    pub layout: Layout,
    /// Its first date: of a week the coach's first weekday, of a month the first.
    pub from: NaiveDate,
    /// Its last date.
    pub to: NaiveDate,
    /// On which weekday the coach's weeks begin.
    pub first_weekday: Weekday,
    /// What stands above it.
    pub title: String,
    /// Whose agenda it is.
    pub owner: String,
    /// The names of the weekdays, Monday first.
    pub weekdays: [String; 7],
    /// "No appointment".
    pub nothing: String,
    /// "more", after a number.
    pub more: String,
    /// The language's code, for whoever reads the file aloud.
    pub language: &'static str,
}

/// Why no PDF was made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfProblem {
    /// It was no longer wanted.
    #[error(transparent)]
    Stopped(#[from] Stopped),
    /// The page or its font was not accepted.
    #[error("the page could not be made: {0}")]
    Broken(String),
}

/// An appointment in its place on paper.
pub(crate) struct Line {
    date: NaiveDate,
    time: String,
    end: String,
    title: String,
    /// What it is, where that is no title already, and where one meets.
    details: Vec<String>,
    colour: [u8; 3],
}

/// The sheet, as the bytes of a PDF file.
pub fn pdf(
    sheet: &Sheet,
    meetings: &[Meeting],
    zone: &Zone,
    progress: &dyn Progress,
) -> Result<Vec<u8>, PdfProblem> {
    look(progress, 0, meetings.len())?;
    let fonts = Fonts::embedded().ok_or_else(|| PdfProblem::Broken("the font is unreadable".into()))?;
    let lines: Vec<Line> = meetings
        .iter()
        .filter(|it| it.is_on_paper())
        .map(|it| line(it, zone))
        .collect();
    let pages = match sheet.layout {
        Layout::Day => day::pages(sheet, &lines, &fonts),
        Layout::Week => week::pages(sheet, &lines, &fonts),
        Layout::Month => month::pages(sheet, &lines, &fonts),
    };
    let mut document = Document::new();
    document.set_metadata(
        Metadata::new()
            .title(sheet.title.clone())
            .language(sheet.language.to_owned())
            .creator("Virtus Planning".to_owned()),
    );
    let total = pages.len();
    for (index, mut page) in pages.into_iter().enumerate() {
        look(progress, 0, total)?;
        page.furnish(sheet, &fonts, index + 1, total);
        draw(&mut document, &page, &fonts)?;
    }
    document
        .finish()
        .map_err(|error| PdfProblem::Broken(format!("{error:?}")))
}

fn draw(document: &mut Document, page: &Canvas, fonts: &Fonts) -> Result<(), PdfProblem> {
    let size = PageSettings::from_wh(page.width, page.height)
        .ok_or_else(|| PdfProblem::Broken("the page has no size".into()))?;
    let mut drawn = document.start_page_with(size);
    let mut surface = drawn.surface();
    page.draw(&mut surface, fonts);
    surface.finish();
    drawn.finish();
    Ok(())
}

fn line(it: &Meeting, zone: &Zone) -> Line {
    let (start, end) = (zone.local(it.start), zone.local(it.end));
    let title = it.person.as_ref().unwrap_or(&it.type_name);
    let what = it.person.is_some().then_some(&it.type_name);
    let details = what.into_iter().chain(Some(&it.place));
    Line {
        date: start.date(),
        time: start.format("%H:%M").to_string(),
        end: end.format("%H:%M").to_string(),
        title: title.clone(),
        details: details.filter(|part| !part.is_empty()).cloned().collect(),
        colour: it.colour,
    }
}

/// The weekday's name.
fn weekday(sheet: &Sheet, date: NaiveDate) -> &str {
    let at = usize::try_from(date.weekday().num_days_from_monday()).unwrap_or(0);
    sheet.weekdays.get(at).map_or("", String::as_str)
}

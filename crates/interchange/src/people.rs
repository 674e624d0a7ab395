//! Lists of people from other programs: CSV in whatever encoding and with whatever separator, and vCard.
//!
//! Everything is bounded before it is read. What a column holds is guessed from its title, in French or English, or from
//! what is in it; whoever calls lets the coach say otherwise. Nothing is judged here: rows come out as they were typed.

mod cards;
mod encoding;
mod meaning;
mod sheet;

pub use meaning::Meaning;

/// The largest file that is read, in bytes: twenty thousand people with a page of notes each are less.
pub const MOST_BYTES: usize = 8 * 1024 * 1024;
/// The most rows.
pub const MOST_ROWS: usize = 20_000;
/// The most columns: Outlook writes 92.
pub const MOST_COLUMNS: usize = 200;

/// What kind of file it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeopleFormat {
    /// A table, cells parted by that character.
    Csv(char),
    /// Business cards.
    VCard,
}

/// A file of people, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeopleFile {
    /// What it was.
    pub format: PeopleFormat,
    /// How its letters were written, as <https://encoding.spec.whatwg.org> names it.
    pub encoding: &'static str,
    /// One for each cell of a row.
    pub columns: Vec<Column>,
    /// Those that say anything.
    pub rows: Vec<PeopleRow>,
}

/// A column of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What stands above it; empty in a file without titles.
    pub title: String,
    /// What it seems to hold.
    pub meaning: Option<Meaning>,
}

/// One person, as the file has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeopleRow {
    /// Where: the line of a table, the number of a card; from 1.
    pub line: u32,
    /// As many as there are columns.
    pub cells: Vec<String>,
}

/// Why a file was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PeopleProblem {
    /// More bytes, rows or columns than are read.
    #[error("the file is larger than {MOST_BYTES} bytes, {MOST_ROWS} rows or {MOST_COLUMNS} columns")]
    TooLarge,
    /// Neither a table nor cards, or nobody in it.
    #[error("the file holds no list of people")]
    NoPeople,
}

/// Reads a file of people.
pub fn people(bytes: &[u8]) -> Result<PeopleFile, PeopleProblem> {
    if bytes.len() > MOST_BYTES {
        return Err(PeopleProblem::TooLarge);
    }
    let (text, encoding) = encoding::decoded(bytes).ok_or(PeopleProblem::NoPeople)?;
    let read = if cards::are_in(&text) {
        cards::read(&text)?
    } else {
        sheet::read(&text)?
    };
    if read.rows.is_empty() {
        return Err(PeopleProblem::NoPeople);
    }
    Ok(PeopleFile { encoding, ..read })
}

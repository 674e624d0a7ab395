//! A list of clients from another program: opened, and looked at before anybody is taken in.

use std::{fs::File, io::Read, path::Path};

use interchange::{MOST_BYTES, Meaning, PeopleFile, PeopleFormat, PeopleProblem, people};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{Error, ErrorCode, FieldProblem, Result};

/// So many cells of a column are shown beside its title.
const SAMPLES: usize = 3;

/// What a column is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ColumnMeaning {
    /// The whole name.
    Name,
    /// The first name alone.
    FirstName,
    /// The family name alone.
    LastName,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// An IANA time zone.
    Zone,
    /// Anything else worth keeping.
    Notes,
}

impl From<Meaning> for ColumnMeaning {
    fn from(meaning: Meaning) -> Self {
        match meaning {
            Meaning::Name => Self::Name,
            Meaning::FirstName => Self::FirstName,
            Meaning::LastName => Self::LastName,
            Meaning::Email => Self::Email,
            Meaning::Phone => Self::Phone,
            Meaning::Zone => Self::Zone,
            Meaning::Notes => Self::Notes,
        }
    }
}

/// A file of clients that was read, and not taken in yet.
#[derive(Debug, Clone)]
pub struct ClientFile {
    name: String,
    pub(crate) file: PeopleFile,
}

/// A file of clients as the interface sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ClientFileView {
    /// What it is called, without its folder.
    pub name: String,
    /// Cards rather than a table: nothing is to be said about columns.
    pub cards: bool,
    /// How its letters were written: "UTF-8", "windows-1252".
    pub encoding: String,
    /// What parts the cells of a table.
    pub separator: Option<char>,
    /// People in it.
    pub rows: u32,
    /// Its columns.
    pub columns: Vec<FileColumn>,
}

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FileColumn {
    /// What stands above it; empty in a file without titles.
    pub title: String,
    /// The first things in it.
    pub samples: Vec<String>,
    /// What it seems to hold.
    pub meaning: Option<ColumnMeaning>,
}

impl ClientFile {
    /// Reads the file at `path`.
    pub fn open(path: &Path) -> Result<Self> {
        let not_read = |error: std::io::Error| Error::of(ErrorCode::FileNotRead, error.to_string());
        let file = File::open(path).map_err(not_read)?;
        let mut bytes = Vec::new();
        let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
        file.take(most).read_to_end(&mut bytes).map_err(not_read)?;
        let name = path.file_name().map(|it| it.to_string_lossy().into_owned());
        Self::read(name.unwrap_or_default(), &bytes)
    }

    /// Reads what is in a file of that name.
    pub fn read(name: String, bytes: &[u8]) -> Result<Self> {
        let file = people(bytes).map_err(|problem| {
            let code = match problem {
                PeopleProblem::TooLarge => ErrorCode::FileTooLarge,
                PeopleProblem::NoPeople => ErrorCode::NotAClientFile,
            };
            Error::of(code, problem.to_string())
        })?;
        Ok(Self { name, file })
    }

    /// The file as the interface sees it.
    pub fn view(&self) -> ClientFileView {
        let PeopleFile { format, rows, .. } = &self.file;
        let column = |(at, column): (usize, &interchange::Column)| FileColumn {
            title: column.title.clone(),
            samples: self.samples(at),
            meaning: column.meaning.map(ColumnMeaning::from),
        };
        ClientFileView {
            name: self.name.clone(),
            cards: *format == PeopleFormat::VCard,
            encoding: self.file.encoding.to_owned(),
            separator: match format {
                PeopleFormat::Csv(separator) => Some(*separator),
                PeopleFormat::VCard => None,
            },
            rows: u32::try_from(rows.len()).unwrap_or(u32::MAX),
            columns: self.file.columns.iter().enumerate().map(column).collect(),
        }
    }

    fn samples(&self, at: usize) -> Vec<String> {
        let cells = self.file.rows.iter().filter_map(|row| row.cells.get(at));
        let short = |cell: &String| cell.chars().take(40).collect();
        cells
            .filter(|it| !it.is_empty())
            .take(SAMPLES)
            .map(short)
            .collect()
    }

    /// What each column is taken for; each once, but for notes, and a name among them.
    pub(crate) fn accepts(&self, columns: &[Option<ColumnMeaning>]) -> Result<()> {
        if columns.len() != self.file.columns.len() {
            return Err(Error::field("columns", FieldProblem::Unknown));
        }
        let twice = columns.iter().enumerate().find(|(at, meaning)| {
            meaning.is_some_and(|it| it != ColumnMeaning::Notes) && columns[..*at].contains(meaning)
        });
        if let Some((at, _)) = twice {
            return Err(Error::field(&format!("columns.{at}"), FieldProblem::Duplicate));
        }
        let named = [
            ColumnMeaning::Name,
            ColumnMeaning::FirstName,
            ColumnMeaning::LastName,
        ]
        .iter()
        .any(|it| columns.contains(&Some(*it)));
        if named {
            Ok(())
        } else {
            Err(Error::field("columns", FieldProblem::Required))
        }
    }
}

//! Clients from another program's file: looked at first, then taken in, each once.
//!
//! The same judgement is made for the preview and for the import, so that what was shown is what is done. A row is known
//! when a client, or a row above it, has the same address, number or name; two people of one name with an address each
//! are two people.

use std::collections::HashMap;

use agenda::{ClientCard, ClientForm, ClientId, Contact, Country, Likeness, Register, SameBy};
use chrono::{DateTime, Utc};
use interchange::{PeopleFile, PeopleRow};
use serde::Serialize;
use specta::Type;

use crate::{ClientFile, CoachDesk, ColumnMeaning, Error, ErrorCode, Field, Result};

/// So many rows that will be added are shown.
const MOST_SHOWN: usize = 20;
/// So many rows that will not be are told, each with its reason.
const MOST_LEFT_OUT: usize = 500;

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RowOutcome {
    /// A client is added.
    Added,
    /// There is a client who is that person.
    Known {
        /// Which.
        id: ClientId,
        /// Their name.
        name: String,
        /// What they have in common.
        same: Vec<SameBy>,
    },
    /// A row above it is that person.
    Repeated {
        /// Which.
        line: u32,
        /// What they have in common.
        same: Vec<SameBy>,
    },
    /// Something in it cannot be kept.
    Refused {
        /// What, and why.
        fields: Vec<Field>,
    },
}

/// One row, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct JudgedRow {
    /// The line of a table, the number of a card.
    pub line: u32,
    /// As it stands in the file.
    pub name: String,
    /// As it stands in the file.
    pub email: String,
    /// As it is written in the coach's country, or in the file when it is refused.
    pub phone: String,
    /// What becomes of it.
    pub outcome: RowOutcome,
}

/// What becomes of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportReport {
    /// Clients added.
    pub added: u32,
    /// Rows of people who were clients already, or stood above.
    pub known: u32,
    /// Rows that could not be kept.
    pub refused: u32,
    /// The first that are added.
    pub first: Vec<JudgedRow>,
    /// Those that are not, 500 at most, in the order of the file.
    pub left_out: Vec<JudgedRow>,
}

/// The texts of one row, by what they mean.
#[derive(Default)]
struct Texts {
    name: String,
    email: String,
    phone: String,
    zone: String,
    notes: String,
}

impl Texts {
    fn of(row: &PeopleRow, file: &PeopleFile, columns: &[Option<ColumnMeaning>]) -> Self {
        let cell = |wanted| {
            let mut cells = columns.iter().zip(&row.cells);
            let found = cells.find(|(meaning, _)| **meaning == Some(wanted));
            found.map(|(_, cell)| cell.trim().to_owned()).unwrap_or_default()
        };
        let whole = cell(ColumnMeaning::Name);
        let (first, last) = (cell(ColumnMeaning::FirstName), cell(ColumnMeaning::LastName));
        let name = if whole.is_empty() {
            format!("{first} {last}")
        } else {
            whole
        };
        Self {
            name: name.trim().to_owned(),
            email: cell(ColumnMeaning::Email),
            phone: cell(ColumnMeaning::Phone),
            zone: cell(ColumnMeaning::Zone),
            notes: notes(row, file, columns),
        }
    }

    fn card(&self, home: Option<Country>) -> std::result::Result<ClientCard, Vec<Field>> {
        let form = ClientForm {
            name: &self.name,
            email: &self.email,
            phone: &self.phone,
            zone: &self.zone,
            notes: &self.notes,
        };
        ClientCard::parse(form, home)
    }

    fn judged(self, line: u32, phone: Option<String>, outcome: RowOutcome) -> JudgedRow {
        JudgedRow {
            line,
            name: self.name,
            email: self.email,
            phone: phone.unwrap_or(self.phone),
            outcome,
        }
    }
}

/// Columns of notes one below the other; of several each says which it was.
fn notes(row: &PeopleRow, file: &PeopleFile, columns: &[Option<ColumnMeaning>]) -> String {
    let several = columns
        .iter()
        .filter(|it| **it == Some(ColumnMeaning::Notes))
        .count()
        > 1;
    let cells = columns.iter().zip(&row.cells).zip(&file.columns);
    let texts = cells.filter_map(|((meaning, cell), column)| {
        let cell = cell.trim();
        if *meaning != Some(ColumnMeaning::Notes) || cell.is_empty() {
            return None;
        }
        let titled = several && !column.title.is_empty();
        Some(if titled {
            format!("{} : {cell}", column.title)
        } else {
            cell.to_owned()
        })
    });
    texts.collect::<Vec<_>>().join("\n\n")
}

/// Who is to be added, and what is told.
struct Judgement {
    new: Vec<(ClientId, ClientCard)>,
    report: ImportReport,
}

/// A row as it was read, and the client it would make.
struct Read {
    line: u32,
    texts: Texts,
    card: std::result::Result<ClientCard, Vec<Field>>,
}

fn read(file: &PeopleFile, columns: &[Option<ColumnMeaning>], home: Option<Country>) -> Vec<Read> {
    let rows = file.rows.iter().map(|row| {
        let texts = Texts::of(row, file, columns);
        Read {
            line: row.line,
            card: texts.card(home),
            texts,
        }
    });
    rows.collect()
}

/// Judges row after row; each that is taken is known to those below it.
struct Judge {
    register: Register,
    lines: HashMap<ClientId, u32>,
    home: Option<Country>,
    now: DateTime<Utc>,
}

impl Judge {
    /// What becomes of a row, and the client it makes.
    fn row(&mut self, Read { line, texts, card }: Read) -> (JudgedRow, Option<(ClientId, ClientCard)>) {
        let card = match card {
            Ok(card) => card,
            Err(fields) => return (texts.judged(line, None, RowOutcome::Refused { fields }), None),
        };
        let phone = card.phone.as_ref().map(|it| it.written(self.home));
        let contact = Contact::of(ClientId::new(self.now), &card);
        if let Some((found, same)) = self.register.find(&contact) {
            let outcome = match self.lines.get(&found.id) {
                Some(line) => RowOutcome::Repeated { line: *line, same },
                None => RowOutcome::Known {
                    id: found.id,
                    name: found.name.clone(),
                    same,
                },
            };
            return (texts.judged(line, phone, outcome), None);
        }
        let id = contact.id;
        self.lines.insert(id, line);
        self.register.add(contact);
        (texts.judged(line, phone, RowOutcome::Added), Some((id, card)))
    }
}

fn judgement(mut judge: Judge, rows: Vec<Read>) -> Judgement {
    let (mut new, mut report) = (Vec::new(), ImportReport::default());
    for row in rows {
        let (judged, client) = judge.row(row);
        report.count(judged);
        new.extend(client);
    }
    Judgement { new, report }
}

impl ImportReport {
    fn count(&mut self, row: JudgedRow) {
        let (number, list, most) = match row.outcome {
            RowOutcome::Added => (&mut self.added, &mut self.first, MOST_SHOWN),
            RowOutcome::Refused { .. } => (&mut self.refused, &mut self.left_out, MOST_LEFT_OUT),
            _ => (&mut self.known, &mut self.left_out, MOST_LEFT_OUT),
        };
        *number += 1;
        if list.len() < most {
            list.push(row);
        }
    }
}

impl CoachDesk {
    /// What would become of a file, its columns taken for `columns`. Nothing is changed.
    pub async fn preview_client_import(
        &self,
        file: &ClientFile,
        columns: &[Option<ColumnMeaning>],
        now: DateTime<Utc>,
    ) -> Result<ImportReport> {
        Ok(self.judge_import(file, columns, now).await?.report)
    }

    /// Adds the clients of a file who are not known yet, all or none. The same file a second time adds nobody.
    pub async fn import_clients(
        &self,
        file: &ClientFile,
        columns: &[Option<ColumnMeaning>],
        now: DateTime<Utc>,
    ) -> Result<ImportReport> {
        let Judgement { new, report } = self.judge_import(file, columns, now).await?;
        self.rows.add_clients(&new, now).await?;
        Ok(report)
    }

    async fn judge_import(
        &self,
        file: &ClientFile,
        columns: &[Option<ColumnMeaning>],
        now: DateTime<Utc>,
    ) -> Result<Judgement> {
        file.accepts(columns)?;
        let home = self.home().await?;
        let (file, columns) = (file.file.clone(), columns.to_vec());
        let rows = busily(move || read(&file, &columns, home)).await?;
        let cards = rows.iter().filter_map(|it| it.card.as_ref().ok());
        let known = self
            .rows
            .like(&cards.map(Likeness::from).collect::<Vec<_>>())
            .await?;
        let judge = Judge {
            register: Register::new(known),
            lines: HashMap::new(),
            home,
            now,
        };
        busily(move || judgement(judge, rows)).await
    }
}

/// Twenty thousand rows keep a processor busy for a while.
async fn busily<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|broken| Error::of(ErrorCode::Internal, broken.to_string()))
}

//! From what a row holds to what the agenda means, and back.

use std::str::FromStr;

use agenda::{FieldProblem, Line};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Serialize, de::DeserializeOwned};

use crate::{Error, Result};

pub(crate) fn instant(seconds: i64) -> Result<DateTime<Utc>> {
    DateTime::from_timestamp(seconds, 0).ok_or_else(|| Error::Unreadable(format!("instant {seconds}")))
}

pub(crate) fn id<T: FromStr>(text: &str) -> Result<T> {
    text.parse()
        .map_err(|_| Error::Unreadable(format!("identifier {text:?}")))
}

pub(crate) fn date(text: &str) -> Result<NaiveDate> {
    text.parse()
        .map_err(|_| Error::Unreadable(format!("date {text:?}")))
}

pub(crate) fn number<T: TryFrom<i64>>(number: i64) -> Result<T> {
    T::try_from(number).map_err(|_| Error::Unreadable(format!("number {number}")))
}

/// A value its own parser takes.
pub(crate) fn parsed<T>(parsed: std::result::Result<T, (FieldProblem, Option<u32>)>) -> Result<T> {
    parsed.map_err(|(problem, _)| Error::Unreadable(format!("{problem:?}")))
}

pub(crate) fn line<const MIN: u32, const MAX: u32>(text: &str) -> Result<Line<MIN, MAX>> {
    parsed(Line::parse(text))
}

/// `Ok` when a statement changed the row it named.
pub(crate) fn one(rows: u64) -> Result<()> {
    if rows == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Values for a statement that takes any number of them, as the JSON that `json_each` reads.
pub(crate) fn list<T: Serialize>(values: impl IntoIterator<Item = T>) -> Result<String> {
    let values: Vec<T> = values.into_iter().collect();
    serde_json::to_string(&values).map_err(|error| Error::Unreadable(error.to_string()))
}

/// The rows of a statement that answers with all of them at once: a JSON array of arrays, each in the order of `T`'s fields.
///
/// sqlx hands one row after the other from SQLite's thread to the one that asks, and wakes it for each: of a thousand rows that
/// took longer than to find them. For reads of many rows only: the macros cannot check the types within (`docs/decisions/0021`).
pub(crate) fn rows<T: DeserializeOwned>(json: &str) -> Result<Vec<T>> {
    serde_json::from_str(json).map_err(|error| Error::Unreadable(error.to_string()))
}

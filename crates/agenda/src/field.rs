//! What is wrong with an input, field by field, so that each message stands where it can be mended.

use serde::{Deserialize, Serialize};
use specta::Type;

/// Why a field was refused. The interface has a sentence for each, in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FieldProblem {
    /// Nothing was given.
    Required,
    /// More characters than `limit`.
    TooLong,
    /// Fewer characters than `limit`.
    TooShort,
    /// No e-mail address.
    NotAnEmail,
    /// No telephone number.
    NotAPhone,
    /// Not `#rrggbb`.
    NotAColour,
    /// Not a time zone this computer knows.
    NotAZone,
    /// A number or a date outside what is possible; `limit` is the nearest possible number, if there is one.
    OutOfRange,
    /// A line break or another control character in a one-line text.
    ControlCharacters,
    /// Not shaped like an API key.
    NotAKey,
    /// Meets another range or exception.
    Overlaps,
    /// Names something that does not exist (any more).
    Unknown,
    /// Stands in the list already.
    Duplicate,
    /// A date that no calendar has.
    NotADate,
    /// No address of the web.
    NotAnAddress,
    /// An address that is not https.
    NotSecure,
}

/// One refused field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Field {
    /// The path of the input as the interface names it: `email`, `weekly.mon.1`.
    pub field: String,
    /// Why.
    pub problem: FieldProblem,
    /// The limit that was passed, where there is one.
    pub limit: Option<u32>,
}

/// A problem with its limit, before it is known at which field.
pub(crate) type Problem = (FieldProblem, Option<u32>);

/// Collects every refused field, so that a form is told all at once.
#[derive(Debug, Default)]
pub struct Fields(Vec<Field>);

impl Fields {
    /// Nothing refused yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes a refused field.
    pub fn refuse(&mut self, field: impl Into<String>, problem: FieldProblem, limit: Option<u32>) {
        self.0.push(Field {
            field: field.into(),
            problem,
            limit,
        });
    }

    /// The parsed value, or `None` after noting why not.
    pub fn take<T>(&mut self, field: &str, parsed: Result<T, (FieldProblem, Option<u32>)>) -> Option<T> {
        parsed
            .map_err(|(problem, limit)| self.refuse(field, problem, limit))
            .ok()
    }

    /// Notes a number outside `range`; gives it back either way.
    pub fn within(&mut self, field: &str, number: u32, range: std::ops::RangeInclusive<u32>) -> u32 {
        if number < *range.start() {
            self.refuse(field, FieldProblem::OutOfRange, Some(*range.start()));
        } else if number > *range.end() {
            self.refuse(field, FieldProblem::OutOfRange, Some(*range.end()));
        }
        number
    }

    /// `value` if every field was taken, otherwise all that were refused.
    pub fn finish<T>(self, value: Option<T>) -> Result<T, Vec<Field>> {
        match value {
            Some(value) if self.0.is_empty() => Ok(value),
            _ => Err(self.0),
        }
    }
}

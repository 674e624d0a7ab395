//! Exceptions: dates that are closed, or have hours of their own.

use chrono::NaiveDate;
use slots::TimeRange;

use crate::{ExceptionId, Field, FieldProblem, Fields, Line};

/// What a date that has an exception is like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opening {
    /// Closed all day.
    Closed,
    /// Open during these ranges instead of the weekly ones.
    Hours(Vec<TimeRange>),
}

impl Opening {
    /// The ranges, none when closed.
    pub fn ranges(&self) -> &[TimeRange] {
        match self {
            Self::Closed => &[],
            Self::Hours(ranges) => ranges,
        }
    }
}

/// What an exception says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExceptionCard {
    /// First date.
    pub from: NaiveDate,
    /// Last date, not before the first.
    pub to: NaiveDate,
    /// Why: "Congés".
    pub label: Line<0, 120>,
    /// What these dates are like.
    pub opening: Opening,
}

impl ExceptionCard {
    /// Parses a form. An exception lasts at most 366 days: a longer one is a typing error in the year.
    pub fn parse(
        from: NaiveDate,
        to: NaiveDate,
        label: &str,
        ranges: &[(u16, u16)],
    ) -> Result<Self, Vec<Field>> {
        let mut fields = Fields::new();
        let label = fields.take("label", Line::parse(label));
        let days = (to - from).num_days();
        if !(0..=366).contains(&days) {
            fields.refuse("to", FieldProblem::OutOfRange, None);
        }
        let ranges = parse_ranges(&mut fields, "ranges", ranges);
        let opening = if ranges.is_empty() {
            Opening::Closed
        } else {
            Opening::Hours(ranges)
        };
        fields.finish(label.map(|label| Self {
            from,
            to,
            label,
            opening,
        }))
    }

    /// Whether both speak of a same date.
    pub fn meets(&self, other: &Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }
}

/// Parses the ranges of one day; refuses at `path.index` what is none and what overlaps an earlier one.
pub(crate) fn parse_ranges(fields: &mut Fields, path: &str, ranges: &[(u16, u16)]) -> Vec<TimeRange> {
    let mut taken: Vec<TimeRange> = Vec::with_capacity(ranges.len());
    for (index, &(start, end)) in ranges.iter().enumerate() {
        let Ok(range) = TimeRange::from_minutes(start, end) else {
            fields.refuse(format!("{path}.{index}"), FieldProblem::OutOfRange, None);
            continue;
        };
        if taken
            .iter()
            .any(|t| t.start_minute() < end && start < t.end_minute())
        {
            fields.refuse(format!("{path}.{index}"), FieldProblem::Overlaps, None);
        }
        taken.push(range);
    }
    taken
}

/// An exception in the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// Which.
    pub id: ExceptionId,
    /// What it says.
    pub card: ExceptionCard,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_last_date_is_not_before_the_first() {
        let refused = ExceptionCard::parse(date("2027-08-10"), date("2027-08-09"), "", &[]).unwrap_err();
        assert_eq!(refused[0].field, "to");
    }

    #[test]
    fn overlapping_and_impossible_hours_are_told_by_number() {
        let ranges = [(540, 720), (700, 800), (900, 900)];
        let refused = ExceptionCard::parse(date("2027-08-09"), date("2027-08-09"), "", &ranges).unwrap_err();
        let told: Vec<_> = refused.iter().map(|f| (f.field.as_str(), f.problem)).collect();
        assert_eq!(
            told,
            [
                ("ranges.1", FieldProblem::Overlaps),
                ("ranges.2", FieldProblem::OutOfRange)
            ]
        );
    }

    #[test]
    fn no_ranges_means_closed() {
        let card = ExceptionCard::parse(date("2027-08-09"), date("2027-08-20"), "Congés", &[]).unwrap();
        assert_eq!(card.opening, Opening::Closed);
    }
}

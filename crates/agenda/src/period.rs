//! A stretch of dates that is looked at as a whole, and the one it is compared with.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};
use slots::{Span, Zone};

use crate::{Field, FieldProblem, Fields};

/// The longest period, in days: ten years.
pub const LONGEST_PERIOD_DAYS: u32 = 3_660;

/// Years in which periods may lie: outside them a year is a typing error.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=2200;

/// Dates of the coach, first and last included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    from: NaiveDate,
    to: NaiveDate,
}

impl Period {
    /// Parses two dates, `YYYY-MM-DD`. Refuses an end before the start, and what is longer than
    /// [`LONGEST_PERIOD_DAYS`].
    pub fn parse(from: &str, to: &str) -> Result<Self, Vec<Field>> {
        let mut fields = Fields::new();
        let from = fields.take("from", date(from));
        let to = fields.take("to", date(to));
        let period = from.zip(to).map(|(from, to)| Self { from, to });
        if let Some(Self { from, to }) = period
            && !(0..i64::from(LONGEST_PERIOD_DAYS)).contains(&(to - from).num_days())
        {
            fields.refuse("to", FieldProblem::OutOfRange, None);
        }
        fields.finish(period)
    }

    /// First date.
    pub fn from(self) -> NaiveDate {
        self.from
    }

    /// Last date, inclusive.
    pub fn to(self) -> NaiveDate {
        self.to
    }

    /// The period just before: as many whole months if this one is made of whole months, otherwise as many days.
    #[must_use]
    pub fn before(self) -> Self {
        let to = self.from.pred_opt().unwrap_or(self.from);
        let from = match self.whole_months() {
            Some(months) => self.from.checked_sub_months(Months::new(months)),
            None => self.from.checked_sub_days(Days::new(self.days())),
        };
        Self {
            from: from.unwrap_or(to),
            to,
        }
    }

    /// Its instants in `zone`; a local day ends at the next local midnight.
    pub fn window(self, zone: &Zone) -> Option<Span> {
        Span::new(zone.start_of_day(self.from), self.end(zone))
    }

    /// The first instant after it.
    pub fn end(self, zone: &Zone) -> DateTime<Utc> {
        zone.start_of_day(self.to.succ_opt().unwrap_or(self.to))
    }

    /// The first dates of the months it touches.
    pub fn months(self) -> impl Iterator<Item = NaiveDate> {
        let first = self.from.with_day(1).unwrap_or(self.from);
        (0..)
            .map_while(move |months| first.checked_add_months(Months::new(months)))
            .take_while(move |month| *month <= self.to)
    }

    fn days(self) -> u64 {
        (self.to - self.from).num_days().unsigned_abs() + 1
    }

    fn whole_months(self) -> Option<u32> {
        let after = self.to.succ_opt()?;
        let whole = self.from.day() == 1 && after.day() == 1;
        let months = (after.year() - self.from.year()) * 12 + after.month().cast_signed()
            - self.from.month().cast_signed();
        whole.then(|| u32::try_from(months).ok()).flatten()
    }
}

fn date(text: &str) -> Result<NaiveDate, (FieldProblem, Option<u32>)> {
    if text.trim().is_empty() {
        return Err((FieldProblem::Required, None));
    }
    let date: NaiveDate = text.trim().parse().map_err(|_| (FieldProblem::NotADate, None))?;
    if YEARS.contains(&date.year()) {
        Ok(date)
    } else {
        Err((FieldProblem::OutOfRange, None))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn before(from: &str, to: &str) -> String {
        let before = Period::parse(from, to).unwrap().before();
        format!("{} {}", before.from, before.to)
    }

    #[test]
    fn months_are_compared_with_months_and_days_with_days() {
        for (from, to, expected) in [
            ("2027-03-01", "2027-03-31", "2027-02-01 2027-02-28"),
            ("2027-01-01", "2027-12-31", "2026-01-01 2026-12-31"),
            ("2027-01-01", "2027-03-31", "2026-10-01 2026-12-31"),
            ("2027-03-01", "2027-03-30", "2027-01-30 2027-02-28"),
            ("2027-03-02", "2027-03-02", "2027-03-01 2027-03-01"),
        ] {
            assert_eq!(before(from, to), expected, "{from} to {to}");
        }
    }

    #[test]
    fn each_bad_date_is_told_at_its_field() {
        let told = |from, to| {
            let refused = Period::parse(from, to).unwrap_err();
            refused
                .into_iter()
                .map(|it| (it.field, it.problem))
                .collect::<Vec<_>>()
        };
        let problem = |field: &str, problem| (field.to_owned(), problem);
        assert_eq!(
            told("", "2027-02-30"),
            [
                problem("from", FieldProblem::Required),
                problem("to", FieldProblem::NotADate)
            ]
        );
        assert_eq!(
            told("2027-03-02", "2027-03-01"),
            [problem("to", FieldProblem::OutOfRange)]
        );
        assert_eq!(
            told("0027-03-02", "2027-03-01"),
            [problem("from", FieldProblem::OutOfRange)]
        );
    }

    #[test]
    fn a_period_touches_each_of_its_months() {
        let months: Vec<_> = Period::parse("2026-12-31", "2027-02-01")
            .unwrap()
            .months()
            .collect();
        assert_eq!(months.len(), 3);
        assert_eq!(months[0].to_string(), "2026-12-01");
    }
}

//! Dates that do not follow the week: closed, or with hours of their own.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::hours::{self, TimeRange};

/// The ranges of each exceptional date; a date without ranges is closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exceptions {
    dates: Vec<(NaiveDate, Vec<TimeRange>)>,
}

impl Exceptions {
    /// One entry a date. Entries for the same date add up: their ranges are joined, and a closed entry adds
    /// nothing to the hours of another.
    pub fn new<R>(dates: impl IntoIterator<Item = (NaiveDate, R)>) -> Self
    where
        R: IntoIterator<Item = TimeRange>,
    {
        let mut all: BTreeMap<NaiveDate, Vec<TimeRange>> = BTreeMap::new();
        for (date, ranges) in dates {
            all.entry(date).or_default().extend(ranges);
        }
        Self {
            dates: all
                .into_iter()
                .map(|(date, ranges)| (date, hours::merge(ranges)))
                .collect(),
        }
    }

    /// One entry a span of dates, first and last included; a reversed span holds no date. Where spans
    /// meet on a date they add up, as in [`Exceptions::new`].
    pub fn from_spans<R>(spans: impl IntoIterator<Item = (NaiveDate, NaiveDate, R)>) -> Self
    where
        R: IntoIterator<Item = TimeRange>,
    {
        let each_date = |(from, to, ranges): (NaiveDate, NaiveDate, R)| {
            let ranges: Vec<TimeRange> = ranges.into_iter().collect();
            from.iter_days()
                .take_while(move |date| *date <= to)
                .map(move |date| (date, ranges.clone()))
        };
        Self::new(spans.into_iter().flat_map(each_date))
    }

    /// The hours of an exceptional date, empty when closed; `None` when the date follows the week.
    pub fn ranges(&self, date: NaiveDate) -> Option<&[TimeRange]> {
        let at = self.dates.binary_search_by_key(&date, |(date, _)| *date).ok()?;
        Some(&self.dates[at].1)
    }

    /// The exceptional dates, in order, with their hours.
    pub fn iter(&self) -> impl Iterator<Item = (NaiveDate, &[TimeRange])> {
        self.dates.iter().map(|(date, ranges)| (*date, ranges.as_slice()))
    }

    /// The exceptional dates from `date` on, in order.
    pub(crate) fn since(&self, date: NaiveDate) -> &[(NaiveDate, Vec<TimeRange>)] {
        &self.dates[self.dates.partition_point(|(other, _)| *other < date)..]
    }

    /// Whether every date follows the week.
    pub fn is_empty(&self) -> bool {
        self.dates.is_empty()
    }
}

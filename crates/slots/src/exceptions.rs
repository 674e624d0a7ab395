//! Dates that do not follow the week: closed, or with hours of their own.
//!
//! Kept as spans of dates, so that a leave of ten years weighs no more than one of a day.

use chrono::NaiveDate;

use crate::hours::{self, TimeRange};
use crate::zone::Day;

/// The ranges of each exceptional date; a date without ranges is closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exceptions {
    spells: Vec<Spell>,
}

/// Dates, first and last included, that share their hours. Spells come in order and share no date.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Spell {
    first: Day,
    last: Day,
    ranges: Vec<TimeRange>,
}

impl Exceptions {
    /// One entry a date. Entries for the same date add up: their ranges are joined, and a closed entry adds
    /// nothing to the hours of another.
    pub fn new<R>(dates: impl IntoIterator<Item = (NaiveDate, R)>) -> Self
    where
        R: IntoIterator<Item = TimeRange>,
    {
        Self::from_spans(dates.into_iter().map(|(date, ranges)| (date, date, ranges)))
    }

    /// One entry a span of dates, first and last included; a reversed span holds no date. Where spans
    /// meet on a date they add up, as in [`Exceptions::new`].
    pub fn from_spans<R>(spans: impl IntoIterator<Item = (NaiveDate, NaiveDate, R)>) -> Self
    where
        R: IntoIterator<Item = TimeRange>,
    {
        let spell = |(first, last, ranges): (NaiveDate, NaiveDate, R)| Spell {
            first: Day::of(first),
            last: Day::of(last),
            ranges: ranges.into_iter().collect(),
        };
        let spells = spans
            .into_iter()
            .map(spell)
            .filter(|spell| spell.first <= spell.last)
            .collect();
        Self {
            spells: disjoint(spells),
        }
    }

    /// The hours of an exceptional date, empty when closed; `None` when the date follows the week.
    pub fn ranges(&self, date: NaiveDate) -> Option<&[TimeRange]> {
        let day = Day::of(date);
        let spell = self
            .spells
            .get(self.spells.partition_point(|spell| spell.last < day))?;
        (spell.first <= day).then_some(&spell.ranges)
    }

    /// The exceptional dates, in order, with their hours.
    pub fn iter(&self) -> impl Iterator<Item = (NaiveDate, &[TimeRange])> {
        self.spells.iter().flat_map(|spell| {
            (spell.first.0..=spell.last.0).map(|day| (Day(day).date(), spell.ranges.as_slice()))
        })
    }

    /// Whether every date follows the week.
    pub fn is_empty(&self) -> bool {
        self.spells.is_empty()
    }

    /// Walks on from `day`.
    pub(crate) fn since(&self, day: Day) -> Since<'_> {
        Since(&self.spells[self.spells.partition_point(|spell| spell.last < day)..])
    }
}

/// Cuts spells where another begins or ends, and joins the hours of those that share dates.
fn disjoint(mut spells: Vec<Spell>) -> Vec<Spell> {
    spells.sort_unstable_by_key(|spell| spell.first);
    let mut cuts: Vec<Day> = spells
        .iter()
        .flat_map(|spell| [spell.first, spell.last.next()])
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut ahead = spells.into_iter().peekable();
    let mut current: Vec<Spell> = Vec::new();
    let mut out = Vec::new();
    for pair in cuts.windows(2) {
        let (first, last) = (pair[0], pair[1].plus(-1));
        current.retain(|spell| spell.last >= first);
        current.extend(std::iter::from_fn(|| ahead.next_if(|spell| spell.first == first)));
        if !current.is_empty() {
            let ranges = current
                .iter()
                .flat_map(|spell| spell.ranges.iter().copied())
                .collect();
            out.push(Spell {
                first,
                last,
                ranges: hours::merge(ranges),
            });
        }
    }
    out
}

/// The spells from some day on, for a walk over days in order.
pub(crate) struct Since<'a>(&'a [Spell]);

impl<'a> Since<'a> {
    /// The hours of `day` if it is exceptional. Days must be asked for in order.
    pub(crate) fn ranges(&mut self, day: Day) -> Option<&'a [TimeRange]> {
        while let [past, rest @ ..] = self.0
            && past.last < day
        {
            self.0 = rest;
        }
        self.0
            .first()
            .filter(|spell| spell.first <= day)
            .map(|spell| spell.ranges.as_slice())
    }
}

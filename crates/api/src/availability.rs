//! Weekly hours and exceptions.

pub(crate) mod holidays;
pub(crate) mod slots_on_offer;

use agenda::{ExceptionCard, ExceptionId, FieldProblem, parse_week};
use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use slots::TimeRange;
use specta::Type;

use crate::{CoachDesk, Error, Result};

/// Days back for which exceptions are still listed: the calendar shows them in the past too.
const EXCEPTIONS_KEPT: Days = Days::new(400);

/// An opening range of one day, in minutes after midnight, 0 to 1440.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DayRange {
    /// First minute.
    pub start_min: u16,
    /// First minute after it.
    pub end_min: u16,
}

impl From<TimeRange> for DayRange {
    fn from(range: TimeRange) -> Self {
        Self {
            start_min: range.start_minute(),
            end_min: range.end_minute(),
        }
    }
}

/// The ranges of each weekday.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[expect(missing_docs, reason = "the names say it")]
pub struct WeeklyHours {
    pub mon: Vec<DayRange>,
    pub tue: Vec<DayRange>,
    pub wed: Vec<DayRange>,
    pub thu: Vec<DayRange>,
    pub fri: Vec<DayRange>,
    pub sat: Vec<DayRange>,
    pub sun: Vec<DayRange>,
}

impl WeeklyHours {
    fn parse(&self) -> Result<slots::WeeklyHours> {
        let days = [
            &self.mon, &self.tue, &self.wed, &self.thu, &self.fri, &self.sat, &self.sun,
        ]
        .map(|day| pairs(day));
        parse_week(days.each_ref().map(Vec::as_slice)).map_err(|mut refused| {
            for it in &mut refused {
                it.field.insert_str(0, "weekly.");
            }
            Error::fields(refused)
        })
    }
}

impl From<&slots::WeeklyHours> for WeeklyHours {
    fn from(weekly: &slots::WeeklyHours) -> Self {
        use chrono::Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
        let day = |weekday| {
            weekly
                .ranges(weekday)
                .iter()
                .copied()
                .map(DayRange::from)
                .collect()
        };
        Self {
            mon: day(Mon),
            tue: day(Tue),
            wed: day(Wed),
            thu: day(Thu),
            fri: day(Fri),
            sat: day(Sat),
            sun: day(Sun),
        }
    }
}

fn pairs(ranges: &[DayRange]) -> Vec<(u16, u16)> {
    ranges
        .iter()
        .map(|range| (range.start_min, range.end_min))
        .collect()
}

/// Dates that are closed, or have hours of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Exception {
    /// Which.
    pub id: ExceptionId,
    /// First date.
    pub from: NaiveDate,
    /// Last date, inclusive.
    pub to: NaiveDate,
    /// Why.
    pub label: String,
    /// Hours of their own; none when closed.
    pub ranges: Vec<DayRange>,
}

/// What a form says about an exception.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ExceptionInput {
    /// First date, `YYYY-MM-DD`.
    pub from: String,
    /// Last date, inclusive, `YYYY-MM-DD`.
    pub to: String,
    /// Why, at most 120 characters.
    pub label: String,
    /// Hours of their own; none when closed.
    pub ranges: Vec<DayRange>,
}

impl ExceptionInput {
    fn card(&self) -> Result<ExceptionCard> {
        let date = |field, text: &str| {
            text.parse()
                .map_err(|_| Error::field(field, FieldProblem::NotADate))
        };
        let (from, to) = (date("from", &self.from)?, date("to", &self.to)?);
        Ok(ExceptionCard::parse(from, to, &self.label, &pairs(&self.ranges))?)
    }
}

impl From<agenda::Exception> for Exception {
    fn from(it: agenda::Exception) -> Self {
        let ranges = it
            .card
            .opening
            .ranges()
            .iter()
            .copied()
            .map(DayRange::from)
            .collect();
        Self {
            id: it.id,
            from: it.card.from,
            to: it.card.to,
            label: it.card.label.to_string(),
            ranges,
        }
    }
}

/// When a coach can be booked, before any appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Availability {
    /// The usual week.
    pub weekly: WeeklyHours,
    /// What differs from it, by date, from about a year ago on.
    pub exceptions: Vec<Exception>,
}

impl CoachDesk {
    /// Weekly hours and exceptions.
    pub async fn availability(&self, now: DateTime<Utc>) -> Result<Availability> {
        let weekly = WeeklyHours::from(&self.rows.weekly_hours().await?);
        let since = now
            .date_naive()
            .checked_sub_days(EXCEPTIONS_KEPT)
            .unwrap_or_default();
        let exceptions = self
            .rows
            .exceptions(since)
            .await?
            .into_iter()
            .map(Exception::from)
            .collect();
        Ok(Availability { weekly, exceptions })
    }

    /// Replaces the whole week.
    pub async fn replace_weekly_hours(
        &self,
        weekly: &WeeklyHours,
        now: DateTime<Utc>,
    ) -> Result<Availability> {
        self.rows.replace_weekly_hours(&weekly.parse()?).await?;
        self.availability(now).await
    }

    /// Adds an exception. Two may not speak of the same date.
    pub async fn create_exception(&self, input: &ExceptionInput, now: DateTime<Utc>) -> Result<Exception> {
        let it = agenda::Exception {
            id: ExceptionId::new(now),
            card: input.card()?,
        };
        self.refuse_a_second_word(&it).await?;
        self.rows.add_exception(&it).await?;
        Ok(it.into())
    }

    /// Replaces what an exception says.
    pub async fn update_exception(&self, id: ExceptionId, input: &ExceptionInput) -> Result<Exception> {
        let it = agenda::Exception {
            id,
            card: input.card()?,
        };
        self.refuse_a_second_word(&it).await?;
        self.rows.update_exception(&it).await?;
        Ok(it.into())
    }

    /// Removes an exception: its dates have the weekly hours again.
    pub async fn delete_exception(&self, id: ExceptionId) -> Result<()> {
        Ok(self.rows.delete_exception(id).await?)
    }

    async fn refuse_a_second_word(&self, it: &agenda::Exception) -> Result<()> {
        let others = self.rows.exceptions(it.card.from).await?;
        if others
            .iter()
            .any(|other| other.id != it.id && other.card.meets(&it.card))
        {
            return Err(Error::field("from", FieldProblem::Overlaps));
        }
        Ok(())
    }
}

//! How a series repeats, as a coach says it: every week, every two weeks or every month, a number of times or until a
//! date.
//!
//! Dates are expanded by `slots::Recurrence`, in wall time. The rule is kept as RFC 5545 text: it tells how a series was
//! made. What was moved since is told by each appointment's own time, and the rule stays as it was.

use std::num::NonZeroU16;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, WeekdaySet};
use serde::{Deserialize, Serialize};
use slots::{Ends, MonthDay, Nth, Pattern, Recurrence};
use specta::Type;

use crate::{Field, FieldProblem, Fields, UnknownWord};

/// The most appointments that are made together: two years of weeks.
pub const MAX_OCCURRENCES: u16 = 104;

/// How often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RepeatEvery {
    /// On the weekday of the first.
    Week,
    /// On the weekday of the first, every other week.
    TwoWeeks,
    /// On the day of the month of the first. Months that lack it are passed over; the last day of a month stays the last.
    MonthOnDate,
    /// On the same weekday of the month as the first: "the second Tuesday". A fifth is taken as the last.
    MonthOnWeekday,
}

/// Until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RepeatUntil {
    /// So many appointments, 1 to 104.
    Times {
        /// The first one included.
        count: u16,
    },
    /// With this date, in the coach's zone, at the latest.
    Date {
        /// Not before the first appointment.
        date: NaiveDate,
    },
}

/// A rule by which appointments are made together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Repetition {
    /// How often.
    pub every: RepeatEvery,
    /// Until when.
    pub until: RepeatUntil,
}

impl Repetition {
    /// The starts on the wall clock, the first included, at its time of day.
    ///
    /// Refuses a rule that makes none or more than [`MAX_OCCURRENCES`], at `repetition.count` or `repetition.date`.
    pub fn starts(&self, first: NaiveDateTime) -> Result<Vec<NaiveDateTime>, Vec<Field>> {
        let most = usize::from(MAX_OCCURRENCES);
        let starts: Vec<NaiveDateTime> = self
            .recurrence(first.date())
            .map(|rule| rule.starts(first).take(most + 1).collect())
            .unwrap_or_default();
        if (1..=most).contains(&starts.len()) {
            return Ok(starts);
        }
        let mut fields = Fields::new();
        match self.until {
            RepeatUntil::Times { count } => {
                fields.within(
                    "repetition.count",
                    u32::from(count),
                    1..=u32::from(MAX_OCCURRENCES),
                );
            }
            RepeatUntil::Date { date } => {
                let limit = (date >= first.date()).then_some(u32::from(MAX_OCCURRENCES));
                fields.refuse("repetition.date", FieldProblem::OutOfRange, limit);
            }
        }
        fields.finish(None)
    }

    fn recurrence(&self, first: NaiveDate) -> Option<Recurrence> {
        let every = match self.every {
            RepeatEvery::TwoWeeks => NonZeroU16::MIN.saturating_add(1),
            _ => NonZeroU16::MIN,
        };
        let ends = match self.until {
            RepeatUntil::Times { count } => Ends::After(NonZeroU16::new(count)?),
            RepeatUntil::Date { date } => Ends::On(date),
        };
        Some(Recurrence::new(self.pattern(first)?, every, ends))
    }

    fn pattern(&self, first: NaiveDate) -> Option<Pattern> {
        match self.every {
            RepeatEvery::Week | RepeatEvery::TwoWeeks => Some(Pattern::Weekly(WeekdaySet::EMPTY)),
            RepeatEvery::MonthOnDate if is_last_of_month(first) => Some(Pattern::MonthlyOnLastDay),
            RepeatEvery::MonthOnDate => {
                let day = u8::try_from(first.day()).ok()?;
                Some(Pattern::MonthlyOn(MonthDay::new(day).ok()?))
            }
            RepeatEvery::MonthOnWeekday => Some(Pattern::MonthlyOnThe(nth(first), first.weekday())),
        }
    }

    /// The rule as RFC 5545 writes it, for a series that begins on `first`.
    pub fn rule(&self, first: NaiveDate) -> String {
        let often = match self.every {
            RepeatEvery::Week => "FREQ=WEEKLY".to_owned(),
            RepeatEvery::TwoWeeks => "FREQ=WEEKLY;INTERVAL=2".to_owned(),
            RepeatEvery::MonthOnDate if is_last_of_month(first) => "FREQ=MONTHLY;BYMONTHDAY=-1".to_owned(),
            RepeatEvery::MonthOnDate => format!("FREQ=MONTHLY;BYMONTHDAY={}", first.day()),
            RepeatEvery::MonthOnWeekday => format!("FREQ=MONTHLY;BYDAY={}", nth_text(first)),
        };
        match self.until {
            RepeatUntil::Times { count } => format!("{often};COUNT={count}"),
            RepeatUntil::Date { date } => format!("{often};UNTIL={}", date.format("%Y%m%d")),
        }
    }

    /// Reads what [`Repetition::rule`] wrote.
    pub fn from_rule(rule: &str) -> Result<Self, UnknownWord> {
        let unknown = || UnknownWord(rule.to_owned());
        let part = |name: &str| {
            rule.split(';')
                .find_map(|it| it.strip_prefix(name)?.strip_prefix('='))
        };
        let every = match (part("FREQ"), part("INTERVAL"), part("BYDAY")) {
            (Some("WEEKLY"), None, None) => RepeatEvery::Week,
            (Some("WEEKLY"), Some("2"), None) => RepeatEvery::TwoWeeks,
            (Some("MONTHLY"), None, None) => RepeatEvery::MonthOnDate,
            (Some("MONTHLY"), None, Some(_)) => RepeatEvery::MonthOnWeekday,
            _ => return Err(unknown()),
        };
        let count = part("COUNT").and_then(|it| it.parse().ok());
        let date = part("UNTIL").and_then(|it| NaiveDate::parse_from_str(it, "%Y%m%d").ok());
        let until = match (count, date) {
            (Some(count), None) => RepeatUntil::Times { count },
            (None, Some(date)) => RepeatUntil::Date { date },
            _ => return Err(unknown()),
        };
        Ok(Self { every, until })
    }
}

fn is_last_of_month(date: NaiveDate) -> bool {
    date.checked_add_days(Days::new(1))
        .is_none_or(|next| next.day() == 1)
}

fn nth(date: NaiveDate) -> Nth {
    match (date.day() - 1) / 7 {
        0 => Nth::First,
        1 => Nth::Second,
        2 => Nth::Third,
        3 => Nth::Fourth,
        _ => Nth::Last,
    }
}

/// "2TU", "-1FR".
fn nth_text(date: NaiveDate) -> String {
    let number = match nth(date) {
        Nth::First => 1,
        Nth::Second => 2,
        Nth::Third => 3,
        Nth::Fourth => 4,
        Nth::Fifth | Nth::Last => -1,
    };
    let weekday = date.weekday().to_string().to_uppercase();
    format!("{number}{}", weekday.get(..2).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn civil(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn dates(every: RepeatEvery, until: RepeatUntil, first: &str) -> Vec<String> {
        let starts = Repetition { every, until }.starts(civil(first)).unwrap();
        starts
            .iter()
            .map(|it| it.format("%m-%d %H:%M").to_string())
            .collect()
    }

    #[test]
    fn each_rule_falls_on_the_days_a_coach_means() {
        use RepeatEvery::{MonthOnDate, MonthOnWeekday, TwoWeeks, Week};
        let three = RepeatUntil::Times { count: 3 };
        for (every, first, expected) in [
            (
                Week,
                "2027-03-02 09:00",
                ["03-02 09:00", "03-09 09:00", "03-16 09:00"],
            ),
            (
                TwoWeeks,
                "2027-03-02 09:00",
                ["03-02 09:00", "03-16 09:00", "03-30 09:00"],
            ),
            (
                MonthOnDate,
                "2027-03-02 09:00",
                ["03-02 09:00", "04-02 09:00", "05-02 09:00"],
            ),
            (
                MonthOnDate,
                "2027-03-31 09:00",
                ["03-31 09:00", "04-30 09:00", "05-31 09:00"],
            ),
            (
                MonthOnWeekday,
                "2027-03-09 09:00",
                ["03-09 09:00", "04-13 09:00", "05-11 09:00"],
            ),
            (
                MonthOnWeekday,
                "2027-03-30 09:00",
                ["03-30 09:00", "04-27 09:00", "05-25 09:00"],
            ),
        ] {
            assert_eq!(dates(every, three, first), expected, "{every:?} from {first}");
        }
    }

    #[test]
    fn the_last_date_is_included() {
        let until = RepeatUntil::Date {
            date: date("2027-03-16"),
        };
        assert_eq!(
            dates(RepeatEvery::Week, until, "2027-03-02 09:00"),
            ["03-02 09:00", "03-09 09:00", "03-16 09:00"]
        );
    }

    #[test]
    fn a_rule_that_makes_none_or_too_many_is_refused_at_its_field() {
        for (until, field, limit) in [
            (RepeatUntil::Times { count: 0 }, "repetition.count", Some(1)),
            (RepeatUntil::Times { count: 105 }, "repetition.count", Some(104)),
            (
                RepeatUntil::Date {
                    date: date("2027-03-01"),
                },
                "repetition.date",
                None,
            ),
            (
                RepeatUntil::Date {
                    date: date("2030-03-01"),
                },
                "repetition.date",
                Some(104),
            ),
        ] {
            let rule = Repetition {
                every: RepeatEvery::Week,
                until,
            };
            let refused = rule.starts(civil("2027-03-02 09:00")).unwrap_err();
            assert_eq!(
                (refused[0].field.as_str(), refused[0].limit),
                (field, limit),
                "{until:?}"
            );
        }
    }

    #[test]
    fn a_rule_is_read_as_it_was_written() {
        let first = date("2027-03-30");
        for (every, text) in [
            (RepeatEvery::Week, "FREQ=WEEKLY;COUNT=10"),
            (RepeatEvery::TwoWeeks, "FREQ=WEEKLY;INTERVAL=2;COUNT=10"),
            (RepeatEvery::MonthOnDate, "FREQ=MONTHLY;BYMONTHDAY=30;COUNT=10"),
            (RepeatEvery::MonthOnWeekday, "FREQ=MONTHLY;BYDAY=-1TU;COUNT=10"),
        ] {
            let rule = Repetition {
                every,
                until: RepeatUntil::Times { count: 10 },
            };
            assert_eq!(rule.rule(first), text);
            assert_eq!(Repetition::from_rule(text), Ok(rule));
        }
        let until = Repetition {
            every: RepeatEvery::Week,
            until: RepeatUntil::Date { date: first },
        };
        assert_eq!(Repetition::from_rule(&until.rule(first)), Ok(until));
        assert!(Repetition::from_rule("FREQ=DAILY;COUNT=3").is_err());
    }
}

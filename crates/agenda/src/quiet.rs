//! Quiet hours: the part of each day in which nothing pops up.

use chrono::{DateTime, Days, NaiveTime, Timelike, Utc};
use slots::Zone;

use crate::{FieldProblem, Fields};

/// Minutes of a day.
const DAY_MIN: u32 = 1440;

/// A part of each day, in the coach's civil time; it may reach over midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuietHours {
    from: NaiveTime,
    to: NaiveTime,
}

impl QuietHours {
    /// From and to, in minutes after midnight, 0 to 1439 each. `None` when one is no time of day, or both are the same:
    /// hours that never end, or never begin, are a slip.
    pub fn new(from_min: u32, to_min: u32) -> Option<Self> {
        let time = |min: u32| NaiveTime::from_num_seconds_from_midnight_opt(min * 60, 0);
        (from_min < DAY_MIN && to_min < DAY_MIN && from_min != to_min)
            .then(|| time(from_min).zip(time(to_min)))
            .flatten()
            .map(|(from, to)| Self { from, to })
    }

    /// As [`QuietHours::new`], for a form whose fields are `field.fromMin` and `field.toMin`.
    pub fn parse(fields: &mut Fields, field: &str, from_min: u32, to_min: u32) -> Option<Self> {
        fields.within(&format!("{field}.fromMin"), from_min, 0..=DAY_MIN - 1);
        fields.within(&format!("{field}.toMin"), to_min, 0..=DAY_MIN - 1);
        if from_min == to_min {
            fields.refuse(format!("{field}.toMin"), FieldProblem::Duplicate, None);
        }
        Self::new(from_min, to_min)
    }

    /// First quiet minute after midnight.
    pub fn from_min(self) -> u32 {
        self.from.num_seconds_from_midnight() / 60
    }

    /// First minute after midnight that is not quiet any more.
    pub fn to_min(self) -> u32 {
        self.to.num_seconds_from_midnight() / 60
    }

    /// When the quiet ends that `at` falls into; `None` when it falls into none.
    pub fn end_of(self, zone: &Zone, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let local = zone.local(at);
        let (date, time) = (local.date(), local.time());
        let over_midnight = self.to < self.from;
        let end_date = match (time >= self.from, time < self.to) {
            (true, true) => date,
            (false, true) if over_midnight => date,
            (true, false) if over_midnight => date.checked_add_days(Days::new(1))?,
            _ => return None,
        };
        // An end that a change of the clocks makes happen twice is the later one, as for opening hours.
        Some(zone.closing(end_date.and_time(self.to)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appointment::tests::at;

    fn paris() -> Zone {
        Zone::parse("Europe/Paris").unwrap()
    }

    #[test]
    fn a_night_reaches_over_midnight() {
        let night = QuietHours::new(22 * 60, 7 * 60).unwrap();
        let end = |text| night.end_of(&paris(), at(text));
        assert_eq!(end("2027-03-02T20:59:59Z"), None, "21:59 in Paris");
        assert_eq!(end("2027-03-02T21:00:00Z"), Some(at("2027-03-03T06:00:00Z")));
        assert_eq!(end("2027-03-03T05:59:00Z"), Some(at("2027-03-03T06:00:00Z")));
        assert_eq!(end("2027-03-03T06:00:00Z"), None);
    }

    #[test]
    fn a_lunch_break_is_quiet_on_its_own_day() {
        let noon = QuietHours::new(12 * 60, 14 * 60).unwrap();
        let end = |text| noon.end_of(&paris(), at(text));
        assert_eq!(end("2027-03-02T11:30:00Z"), Some(at("2027-03-02T13:00:00Z")));
        assert_eq!(end("2027-03-02T13:00:00Z"), None);
    }

    #[test]
    fn the_night_the_clocks_change_ends_by_the_new_time() {
        let night = QuietHours::new(22 * 60, 7 * 60).unwrap();
        let end = |text| night.end_of(&paris(), at(text));
        // 28 March 2027: 02:00 becomes 03:00. 31 October 2027: 03:00 becomes 02:00.
        assert_eq!(end("2027-03-27T22:00:00Z"), Some(at("2027-03-28T05:00:00Z")));
        assert_eq!(end("2027-10-30T22:00:00Z"), Some(at("2027-10-31T06:00:00Z")));
        let short = QuietHours::new(60, 150).unwrap();
        for inside in ["2027-10-31T00:10:00Z", "2027-10-31T01:10:00Z"] {
            let end = short.end_of(&paris(), at(inside));
            assert_eq!(
                end,
                Some(at("2027-10-31T01:30:00Z")),
                "half past two happens twice: {inside}"
            );
        }
    }

    #[test]
    fn hours_that_end_when_they_begin_are_refused_at_their_end() {
        let mut fields = Fields::new();
        assert_eq!(QuietHours::parse(&mut fields, "quietHours", 60, 60), None);
        let refused = fields.finish(Some(())).unwrap_err();
        assert_eq!(refused[0].field, "quietHours.toMin");
        let mut fields = Fields::new();
        QuietHours::parse(&mut fields, "quietHours", 1440, 60);
        let refused = fields.finish(Some(())).unwrap_err();
        assert_eq!(
            (refused[0].field.as_str(), refused[0].limit),
            ("quietHours.fromMin", Some(1439))
        );
    }
}

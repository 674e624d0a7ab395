//! RRULE, expanded in wall time: "Tuesdays at nine" stays at nine. Zones come afterwards.
//!
//! calcard knows the rules; what it is given here is one event without a zone, so that its own, frozen zones have no say.

use calcard::{
    common::{PartialDateTime, timezone::Tz},
    icalendar::{
        ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry,
        ICalendarFrequency as Frequency, ICalendarProperty as Property, ICalendarRecurrenceRule,
        ICalendarValue as Value,
    },
};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use crate::calendar::{date_time, of_civil};

/// Why a rule has no times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RuleProblem {
    /// It says something that is not known here.
    NotUnderstood,
    /// It has more times than asked for.
    TooMany,
}

/// The times of a rule from `start` to `last`, both included where the rule has them; its own end must be in the same
/// clock. `start` itself is among them only if the rule says so.
pub(super) fn times(
    rule: &ICalendarRecurrenceRule,
    start: NaiveDateTime,
    last: NaiveDateTime,
    most: usize,
) -> Result<Vec<NaiveDateTime>, RuleProblem> {
    let gregorian = rule.rscale.is_none() && rule.skip.is_none();
    // Nobody meets every minute; counting such rules would take for ever.
    if !gregorian || matches!(rule.freq, Frequency::Minutely | Frequency::Secondly) {
        return Err(RuleProblem::NotUnderstood);
    }
    let end = match &rule.until {
        Some(until) => last.min(end_of(until).ok_or(RuleProblem::NotUnderstood)?),
        None => last,
    };
    if end < start {
        return Ok(Vec::new());
    }
    let rule = ICalendarRecurrenceRule {
        until: Some(of_civil(end)),
        ..rule.clone()
    };
    let expanded = alone(rule, start).expand_dates(Tz::Floating, most.saturating_add(1));
    if !expanded.errors.is_empty() {
        return Err(RuleProblem::NotUnderstood);
    }
    if expanded.events.len() > most {
        return Err(RuleProblem::TooMany);
    }
    Ok(expanded.events.iter().map(|it| it.start.naive_local()).collect())
}

/// The last reading that an end allows: a mere date allows all of itself.
fn end_of(until: &PartialDateTime) -> Option<NaiveDateTime> {
    let date = NaiveDate::from_ymd_opt(i32::from(until.year?), until.month?.into(), until.day?.into())?;
    let Some(hour) = until.hour else {
        return date.and_hms_opt(23, 59, 59);
    };
    let small = |part: Option<u8>| u32::from(part.unwrap_or_default());
    let time = NaiveTime::from_hms_opt(hour.into(), small(until.minute), small(until.second).min(59))?;
    Some(date.and_time(time))
}

fn alone(rule: ICalendarRecurrenceRule, start: NaiveDateTime) -> ICalendar {
    let mut event = ICalendarComponent::new(ICalendarComponentType::VEvent);
    event.add_property(Property::Dtstart, date_time(of_civil(start)));
    let rule = Value::RecurrenceRule(Box::new(rule));
    event
        .entries
        .push(ICalendarEntry::new(Property::Rrule).with_value(rule));
    ICalendar {
        components: vec![event],
    }
}

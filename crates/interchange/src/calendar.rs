//! iCalendar (RFC 5545): appointments for other calendars.
//!
//! No METHOD: that would make it a message, which a calendar server must refuse to store (RFC 4791, 4.1). DTSTAMP is
//! then when the appointment last changed (RFC 5545, 3.8.7.2), so that an agenda that did not change gives the same
//! file.

use calcard::{
    common::PartialDateTime,
    icalendar::{
        ICalendar, ICalendarAction, ICalendarComponent, ICalendarComponentType, ICalendarDuration,
        ICalendarEntry, ICalendarParameter, ICalendarProperty as Property, ICalendarStatus,
        ICalendarTransparency, ICalendarValue as Value,
    },
};
use chrono::{DateTime, Datelike, NaiveDateTime, Timelike, Utc};
use slots::Zone;

use crate::{
    Meeting, Progress, Stopped,
    progress::look,
    zone_rules::{self, add},
};

/// The product's name in the files it writes (RFC 5545, 3.7.3).
const PRODUCT: &str = "-//Virtus Planning//Virtus Planning//FR";

/// A calendar of these appointments, its times in `zone`. `alarms_min` are minutes before the start.
pub fn calendar(
    meetings: &[Meeting],
    zone: &Zone,
    alarms_min: &[u32],
    progress: &dyn Progress,
) -> Result<String, Stopped> {
    let mut file = ICalendar::default();
    file.components
        .push(ICalendarComponent::new(ICalendarComponentType::VCalendar));
    let mut inside = Vec::new();
    inside.extend(zone_rules::add_zone(&mut file, zone, meetings));
    for (done, meeting) in meetings.iter().enumerate() {
        look(progress, done, meetings.len())?;
        inside.push(add_event(&mut file, meeting, zone, alarms_min));
    }
    if let Some(root) = file.components.first_mut() {
        root.add_property(Property::Version, text("2.0"));
        root.add_property(Property::Prodid, text(PRODUCT));
        root.add_property(Property::Calscale, text("GREGORIAN"));
        root.component_ids = inside;
    }
    look(progress, 0, meetings.len())?;
    Ok(file.to_string())
}

fn add_event(file: &mut ICalendar, meeting: &Meeting, zone: &Zone, alarms_min: &[u32]) -> u32 {
    let mut event = ICalendarComponent::new(ICalendarComponentType::VEvent);
    event.add_uid(&meeting.uid());
    event.add_dtstamp(utc(meeting.changed));
    event.add_sequence(i64::from(meeting.sequence));
    event.add_property(Property::Created, date_time(utc(meeting.created)));
    event.add_property(Property::LastModified, date_time(utc(meeting.changed)));
    event.entries.push(local(Property::Dtstart, meeting.start, zone));
    event.entries.push(local(Property::Dtend, meeting.end, zone));
    event.add_property(Property::Summary, text(&one_line(&meeting.summary)));
    if !meeting.place.is_empty() {
        event.add_property(Property::Location, text(&one_line(&meeting.place)));
    }
    let (status, takes_time) = if meeting.is_cancelled() {
        (ICalendarStatus::Cancelled, ICalendarTransparency::Transparent)
    } else {
        (ICalendarStatus::Confirmed, ICalendarTransparency::Opaque)
    };
    event.add_property(Property::Status, Value::Status(status));
    event.add_property(Property::Transp, Value::Transparency(takes_time));
    if !meeting.is_cancelled() {
        let alarms = alarms_min.iter().map(|before| alarm(*before, &meeting.summary));
        event.component_ids = alarms.map(|alarm| add(file, alarm)).collect();
    }
    add(file, event)
}

fn alarm(before_min: u32, summary: &str) -> ICalendarComponent {
    let mut alarm = ICalendarComponent::new(ICalendarComponentType::VAlarm);
    alarm.add_property(Property::Action, Value::Action(ICalendarAction::Display));
    alarm.add_property(Property::Description, text(&one_line(summary)));
    let before = ICalendarDuration::from_seconds(-60 * i64::from(before_min));
    alarm.add_property(Property::Trigger, Value::Duration(before));
    alarm
}

/// A time in the zone's own clock. Where the clock reads a time twice, iCalendar means the first: the second is said in
/// UTC.
fn local(name: Property, at: DateTime<Utc>, zone: &Zone) -> ICalendarEntry {
    let civil = zone.local(at);
    let entry = ICalendarEntry::new(name);
    if zone.name() == "UTC" || zone.opening(civil) != at {
        return entry.with_value(date_time(utc(at)));
    }
    entry
        .with_param(ICalendarParameter::tzid(zone.name().to_owned()))
        .with_value(date_time(of_civil(civil)))
}

pub(crate) fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// Names and titles are one line; whatever else is in them must not look like another property.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_control()).collect::<Vec<_>>().join(" ")
}

pub(crate) fn date_time(at: PartialDateTime) -> Value {
    Value::PartialDateTime(Box::new(at))
}

fn utc(at: DateTime<Utc>) -> PartialDateTime {
    PartialDateTime {
        tz_hour: Some(0),
        tz_minute: Some(0),
        ..of_civil(at.naive_utc())
    }
}

pub(crate) fn of_civil(civil: NaiveDateTime) -> PartialDateTime {
    let small = |number: u32| u8::try_from(number).ok();
    PartialDateTime {
        year: u16::try_from(civil.year()).ok(),
        month: small(civil.month()),
        day: small(civil.day()),
        hour: small(civil.hour()),
        minute: small(civil.minute()),
        second: small(civil.second()),
        ..PartialDateTime::default()
    }
}

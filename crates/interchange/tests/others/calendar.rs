//! Our iCalendar files, read by icalendar and vobject.

use interchange::calendar;
use slots::Zone;

use crate::{
    python,
    sample::{meeting, meetings},
};

fn file() -> String {
    calendar(&meetings(), &Zone::parse("Europe/Paris").unwrap(), &[60, 10], &()).unwrap()
}

/// One line an event, from the reader given; instants in UTC.
const ICALENDAR: &str = r#"
import sys, datetime, icalendar
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
for event in calendar.walk("VEVENT"):
    assert not event.errors, event.errors
    utc = lambda it: it.dt.astimezone(datetime.timezone.utc).isoformat()
    alarms = sorted(str(alarm["TRIGGER"].dt) for alarm in event.walk("VALARM"))
    print(utc(event["DTSTART"]), utc(event["DTEND"]), event["SEQUENCE"], event["STATUS"], repr(str(event["SUMMARY"])),
          event["UID"].endswith("@virtus-planning"), *alarms, sep="|")
"#;

const VOBJECT: &str = r#"
import sys, datetime, vobject
calendar = vobject.readOne(open(sys.argv[1], newline="").read())
for event in calendar.vevent_list:
    utc = lambda it: it.value.astimezone(datetime.timezone.utc).isoformat()
    alarms = sorted(str(alarm.trigger.value) for alarm in event.contents.get("valarm", []))
    print(utc(event.dtstart), utc(event.dtend), event.sequence.value, event.status.value, repr(event.summary.value),
          event.uid.value.endswith("@virtus-planning"), *alarms, sep="|")
"#;

fn expected() -> String {
    let alarms = "-1 day, 23:00:00|-1 day, 23:50:00";
    let long = "Très long ".repeat(30);
    [
        format!("2027-03-02T09:00:00+00:00|2027-03-02T10:00:00+00:00|3|CONFIRMED|'Séance – Léa Dupuis'|True|{alarms}"),
        format!(
            "2027-07-06T09:00:00+00:00|2027-07-06T10:00:00+00:00|3|CONFIRMED|\
             'Bilan ; virgule, \"guillemets\" \\\\ et : deux-points – Élodie Ng’uyễn'|True|{alarms}"
        ),
        format!("2027-10-31T01:15:00+00:00|2027-10-31T02:15:00+00:00|3|CONFIRMED|'{long}'|True|{alarms}"),
        "2027-11-02T09:00:00+00:00|2027-11-02T10:00:00+00:00|4|CANCELLED|'Séance – 😀 Zoé X-EVIL:1'|True\n".to_owned(),
    ]
    .join("\n")
}

#[test]
fn python_icalendar_reads_every_appointment_at_its_instant() {
    assert_eq!(python::run(ICALENDAR, file().as_bytes()), expected());
}

#[test]
fn vobject_reads_every_appointment_at_its_instant() {
    assert_eq!(python::run(VOBJECT, file().as_bytes()), expected());
}

#[test]
fn the_clock_of_the_zone_is_told_in_the_file() {
    let told = python::run(
        r#"
import sys, icalendar
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
for zone in calendar.walk("VTIMEZONE"):
    for part in zone.subcomponents:
        print(zone["TZID"], part.name, part["DTSTART"].dt, part["TZOFFSETFROM"].to_ical(), part["TZOFFSETTO"].to_ical(),
              part["TZNAME"])
"#,
        file().as_bytes(),
    );
    let lines: Vec<_> = told.lines().take(3).collect();
    assert_eq!(
        lines,
        [
            "Europe/Paris STANDARD 2026-10-25 03:00:00 +0200 +0100 CET",
            "Europe/Paris DAYLIGHT 2027-03-28 02:00:00 +0100 +0200 CEST",
            "Europe/Paris STANDARD 2027-10-31 03:00:00 +0200 +0100 CET",
        ]
    );
}

#[test]
fn no_line_is_longer_than_75_bytes_and_every_line_ends_as_the_standard_says() {
    let file = file();
    assert!(file.ends_with("END:VCALENDAR\r\n"));
    for line in file.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{line}");
        assert!(!line.contains(['\r', '\n']), "{line:?}");
    }
}

#[test]
fn an_agenda_that_did_not_change_gives_the_same_file() {
    let all = meetings();
    let zone = Zone::parse("America/Vancouver").unwrap();
    let write = || calendar(&all, &zone, &[10], &()).unwrap();
    assert_eq!(write(), write());
}

#[test]
fn an_empty_agenda_and_one_in_utc_are_calendars_too() {
    let utc = Zone::parse("UTC").unwrap();
    for meetings in [vec![], vec![meeting("2027-03-02T09:00:00Z", "Séance")]] {
        let file = calendar(&meetings, &utc, &[], &()).unwrap();
        assert_eq!(file.matches("BEGIN:VEVENT").count(), meetings.len());
        python::run(ICALENDAR, file.as_bytes());
    }
}

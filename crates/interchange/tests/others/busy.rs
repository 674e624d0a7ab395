//! Busy times as we read them, against `recurring-ical-events`, which shares no code with us.

use chrono::{DateTime, Utc};
use interchange::busy_times;
use slots::{Span, Spans, Zone};

use crate::python;

/// One line an occurrence of 2027, in UTC; whole days in Paris.
const RECURRING: &str = r#"
import sys, datetime, icalendar, recurring_ical_events
from dateutil import tz
paris = tz.gettz("Europe/Paris")
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
for event in recurring_ical_events.of(calendar).between((2026, 12, 25), (2028, 1, 8)):
    def utc(it):
        if not isinstance(it, datetime.datetime):
            it = datetime.datetime(it.year, it.month, it.day)
        if it.tzinfo is None:
            it = it.replace(tzinfo=paris)
        return it.astimezone(datetime.timezone.utc).isoformat()
    if event.get("TRANSP") == "TRANSPARENT" or event.get("STATUS") == "CANCELLED":
        continue
    print(utc(event["DTSTART"].dt), utc(event["DTEND"].dt))
"#;

const RULES: [&str; 32] = [
    "FREQ=DAILY;COUNT=10",
    "FREQ=DAILY;INTERVAL=10;COUNT=5",
    "FREQ=DAILY;UNTIL=20270412T150000Z",
    "FREQ=DAILY;BYDAY=MO,WE,FR;COUNT=12",
    "FREQ=DAILY;BYMONTH=3,4;COUNT=40",
    "FREQ=WEEKLY;COUNT=10",
    "FREQ=WEEKLY;UNTIL=20271101T150000Z",
    "FREQ=WEEKLY;INTERVAL=2;WKST=SU;COUNT=20",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO;COUNT=12",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU;COUNT=12",
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=MONTHLY;COUNT=8",
    "FREQ=MONTHLY;BYDAY=1TU;COUNT=10",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;BYDAY=2TU,4TU;COUNT=9",
    "FREQ=MONTHLY;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;BYMONTHDAY=2,15;COUNT=10",
    "FREQ=MONTHLY;INTERVAL=3;BYDAY=TU",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,3;COUNT=9",
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    "FREQ=YEARLY",
    "FREQ=YEARLY;BYMONTH=6,7;COUNT=4",
    "FREQ=YEARLY;BYDAY=5MO",
    "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
    "FREQ=YEARLY;BYYEARDAY=100,200",
    "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYDAY=SU;BYHOUR=8,9;BYMINUTE=30",
    "FREQ=HOURLY;INTERVAL=5;COUNT=30",
    "FREQ=DAILY;BYHOUR=9,14;BYMINUTE=0,30;COUNT=17",
];

const STARTS: [&str; 4] = [
    "DTSTART;TZID=Europe/Paris:20270302T090000\r\nDTEND;TZID=Europe/Paris:20270302T093000",
    "DTSTART;TZID=America/New_York:20250107T190000\r\nDTEND;TZID=America/New_York:20250107T194500",
    "DTSTART:20270302T080000Z\r\nDTEND:20270302T081500Z",
    "DTSTART:20270302T230000\r\nDTEND:20270302T234500",
];

fn ours(file: &str) -> Spans {
    let zone = Zone::parse("Europe/Paris").unwrap();
    let found = busy_times(file.as_bytes(), &zone, year(), &()).unwrap();
    assert_eq!(found.not_understood, 0, "{file}");
    found.timed.union(&found.all_day)
}

fn theirs(file: &str) -> Spans {
    let told = python::run(RECURRING, file.as_bytes());
    let span = |line: &str| {
        let (start, end) = line.split_once(' ').unwrap();
        Span::new(at(start), at(end)).unwrap()
    };
    Spans::new(told.lines().map(span)).cut(year())
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn year() -> Span {
    Span::new(at("2027-01-01T00:00:00Z"), at("2028-01-01T00:00:00Z")).unwrap()
}

fn calendar(events: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//EN\r\n{events}END:VCALENDAR\r\n")
}

fn event(uid: usize, properties: &str) -> String {
    format!("BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20270101T000000Z\r\n{properties}\r\nEND:VEVENT\r\n")
}

#[test]
fn every_rule_blocks_the_same_times_from_every_kind_of_start() {
    let mut differing = Vec::new();
    for start in STARTS {
        for (uid, rule) in RULES.iter().enumerate() {
            // A rule's own end must be in UTC where the start is, and only there.
            let floating = !start.contains("TZID") && !start.contains("Z\r\n");
            let rule = if floating {
                rule.replace("00Z", "00")
            } else {
                (*rule).to_owned()
            };
            let file = calendar(&event(uid, &format!("{start}\r\nRRULE:{rule}")));
            let (ours, theirs) = (ours(&file), theirs(&file));
            if ours != theirs {
                let (more, less) = (ours.subtract(&theirs), theirs.subtract(&ours));
                differing.push(format!(
                    "{start} {rule}\n  ours alone {more:?}\n  theirs alone {less:?}"
                ));
            }
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn whole_days_exclusions_additions_and_exceptions_block_the_same_times() {
    let whole =
        |rule: &str| format!("DTSTART;VALUE=DATE:20270308\r\nDTEND;VALUE=DATE:20270310\r\nRRULE:{rule}");
    let weekly = "DTSTART;TZID=Europe/Paris:20270302T090000\r\nDTEND;TZID=Europe/Paris:20270302T100000\r\nRRULE:FREQ=WEEKLY;COUNT=12";
    let files = [
        calendar(&event(1, &whole("FREQ=WEEKLY;COUNT=30"))),
        calendar(&event(1, &whole("FREQ=MONTHLY;UNTIL=20271231"))),
        calendar(&event(
            1,
            &format!("{weekly}\r\nEXDATE;TZID=Europe/Paris:20270309T090000,20270330T090000"),
        )),
        calendar(&event(
            1,
            &format!("{weekly}\r\nRDATE;TZID=Europe/Paris:20270703T120000,20270704T120000"),
        )),
        calendar(
            &(event(1, weekly)
                + &event(
                    1,
                    "RECURRENCE-ID;TZID=Europe/Paris:20270330T090000\r\nSEQUENCE:1\r\n\
                     DTSTART;TZID=Europe/Paris:20270401T180000\r\nDTEND;TZID=Europe/Paris:20270401T193000",
                )
                + &event(
                    1,
                    "RECURRENCE-ID;TZID=Europe/Paris:20270413T090000\r\nSEQUENCE:1\r\n\
                     DTSTART;TZID=Europe/Paris:20270413T090000\r\nDTEND;TZID=Europe/Paris:20270413T100000\r\nSTATUS:CANCELLED",
                )),
        ),
    ];
    for file in files {
        assert_eq!(ours(&file), theirs(&file), "{file}");
        assert!(!ours(&file).is_empty());
    }
}

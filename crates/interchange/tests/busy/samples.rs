//! Files as those programs write them.

use crate::{read, read_in, told};

const GOOGLE: &str = "BEGIN:VCALENDAR\r
PRODID:-//Google Inc//Google Calendar 70.9054//EN\r
VERSION:2.0\r
CALSCALE:GREGORIAN\r
METHOD:PUBLISH\r
X-WR-CALNAME:Camille@example.org\r
X-WR-TIMEZONE:Europe/Paris\r
BEGIN:VTIMEZONE\r
TZID:Europe/Paris\r
X-LIC-LOCATION:Europe/Paris\r
BEGIN:DAYLIGHT\r
TZOFFSETFROM:+0100\r
TZOFFSETTO:+0200\r
TZNAME:CEST\r
DTSTART:19700329T020000\r
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r
END:DAYLIGHT\r
BEGIN:STANDARD\r
TZOFFSETFROM:+0200\r
TZOFFSETTO:+0100\r
TZNAME:CET\r
DTSTART:19701025T030000\r
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r
END:STANDARD\r
END:VTIMEZONE\r
BEGIN:VEVENT\r
DTSTART;TZID=Europe/Paris:20270316T090000\r
DTEND;TZID=Europe/Paris:20270316T100000\r
RRULE:FREQ=WEEKLY;UNTIL=20270413T065959Z;BYDAY=TU\r
EXDATE;TZID=Europe/Paris:20270323T090000\r
DTSTAMP:20270101T000000Z\r
UID:2h0r@google.com\r
SEQUENCE:1\r
STATUS:CONFIRMED\r
SUMMARY:Yoga ☯ \\, une longue description qui se plie au milieu d’un caract\r
 ère\r
TRANSP:OPAQUE\r
BEGIN:VALARM\r
ACTION:DISPLAY\r
TRIGGER:-P0DT0H30M0S\r
DURATION:PT5M\r
END:VALARM\r
END:VEVENT\r
BEGIN:VEVENT\r
DTSTART;TZID=Europe/Paris:20270331T150000\r
DTEND;TZID=Europe/Paris:20270331T160000\r
DTSTAMP:20270101T000000Z\r
UID:2h0r@google.com\r
RECURRENCE-ID;TZID=Europe/Paris:20270330T090000\r
SEQUENCE:2\r
STATUS:CONFIRMED\r
SUMMARY:Yoga\\, exceptionnellement mercredi\r
TRANSP:OPAQUE\r
END:VEVENT\r
BEGIN:VEVENT\r
DTSTART:20270505T080000Z\r
DTEND:20270505T090000Z\r
UID:declined@google.com\r
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED;CN=camille\r
 @example.org;X-NUM-GUESTS=0:mailto:camille@example.org\r
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=b:mailto:b@example.org\r
STATUS:CONFIRMED\r
TRANSP:OPAQUE\r
END:VEVENT\r
BEGIN:VEVENT\r
DTSTART:20270506T080000Z\r
DTEND:20270506T090000Z\r
UID:other-declined@google.com\r
ATTENDEE;PARTSTAT=DECLINED;CN=b:mailto:b@example.org\r
STATUS:CONFIRMED\r
TRANSP:OPAQUE\r
END:VEVENT\r
BEGIN:VEVENT\r
DTSTART;VALUE=DATE:20270512\r
DTEND;VALUE=DATE:20270515\r
UID:leave@google.com\r
STATUS:CONFIRMED\r
TRANSP:OPAQUE\r
END:VEVENT\r
BEGIN:VEVENT\r
DTSTART;VALUE=DATE:20270601\r
DTEND;VALUE=DATE:20270602\r
UID:birthday@google.com\r
STATUS:CONFIRMED\r
TRANSP:TRANSPARENT\r
END:VEVENT\r
END:VCALENDAR\r
";

#[test]
fn google_weekly_event_stays_at_nine_across_summer_time_with_one_week_off_and_one_moved() {
    let found = read(GOOGLE);
    assert_eq!(
        told(&found.timed),
        [
            "03-16 08:00/03-16 09:00",
            // 23 March is excluded; 30 March is moved to the 31st; the rule ends a second before 13 April at nine.
            "03-31 13:00/03-31 14:00",
            "04-06 07:00/04-06 08:00",
            // Declined by somebody else: the owner goes.
            "05-06 08:00/05-06 09:00",
        ]
    );
    assert_eq!(found.name.as_deref(), Some("Camille@example.org"));
    assert_eq!(found.events, 6);
}

#[test]
fn google_leave_of_three_days_is_busy_from_midnight_to_midnight_and_a_birthday_is_not() {
    assert_eq!(told(&read(GOOGLE).all_day), ["05-11 22:00/05-14 22:00"]);
}

const OUTLOOK: &str = "BEGIN:VCALENDAR\r
METHOD:PUBLISH\r
PRODID:Microsoft Exchange Server 2010\r
VERSION:2.0\r
X-WR-CALNAME:Calendrier\r
BEGIN:VTIMEZONE\r
TZID:Romance Standard Time\r
BEGIN:STANDARD\r
DTSTART:16010101T030000\r
TZOFFSETFROM:+0200\r
TZOFFSETTO:+0100\r
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r
END:STANDARD\r
BEGIN:DAYLIGHT\r
DTSTART:16010101T020000\r
TZOFFSETFROM:+0100\r
TZOFFSETTO:+0200\r
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\r
END:DAYLIGHT\r
END:VTIMEZONE\r
BEGIN:VEVENT\r
UID:040000008200E00074C5B7101A82E008000000001\r
SUMMARY:Occupé\r
DTSTART;TZID=Romance Standard Time:20270105T100000\r
DTEND;TZID=Romance Standard Time:20270105T113000\r
RRULE:FREQ=MONTHLY;COUNT=4;INTERVAL=1;BYDAY=1TU\r
CLASS:PUBLIC\r
PRIORITY:5\r
TRANSP:OPAQUE\r
STATUS:CONFIRMED\r
SEQUENCE:0\r
X-MICROSOFT-CDO-BUSYSTATUS:BUSY\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:tentative\r
DTSTART;TZID=Romance Standard Time:20270108T100000\r
DTEND;TZID=Romance Standard Time:20270108T110000\r
TRANSP:OPAQUE\r
STATUS:TENTATIVE\r
X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:elsewhere\r
DTSTART;TZID=Romance Standard Time:20270109T100000\r
DTEND;TZID=Romance Standard Time:20270109T110000\r
TRANSP:OPAQUE\r
X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:free\r
DTSTART;VALUE=DATE:20270110\r
DTEND;VALUE=DATE:20270111\r
X-MICROSOFT-CDO-BUSYSTATUS:FREE\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:cancelled\r
DTSTART;TZID=Romance Standard Time:20270111T100000\r
DTEND;TZID=Romance Standard Time:20270111T110000\r
STATUS:CANCELLED\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:display-name\r
DTSTART;TZID=\"(UTC+01:00) Brussels, Copenhagen, Madrid, Paris\":20270712T100000\r
DTEND;TZID=\"(UTC+01:00) Brussels, Copenhagen, Madrid, Paris\":20270712T110000\r
END:VEVENT\r
END:VCALENDAR\r
";

#[test]
fn outlook_times_in_zones_of_windows_are_read_and_its_own_word_for_free_counts() {
    let found = read_in("America/New_York", OUTLOOK).unwrap();
    assert_eq!(
        told(&found.timed),
        [
            "01-05 09:00/01-05 10:30",
            "01-08 09:00/01-08 10:00",
            "02-02 09:00/02-02 10:30",
            "03-02 09:00/03-02 10:30",
            "04-06 08:00/04-06 09:30",
            "07-12 08:00/07-12 09:00",
        ]
    );
    assert!(found.all_day.is_empty());
    assert!(found.unknown_zones.is_empty(), "{:?}", found.unknown_zones);
}

const NEXTCLOUD: &str = "BEGIN:VCALENDAR
VERSION:2.0
CALSCALE:GREGORIAN
PRODID:-//SabreDAV//SabreDAV//EN
X-WR-CALNAME:Personnel
X-APPLE-CALENDAR-COLOR:#0082c9
REFRESH-INTERVAL;VALUE=DURATION:PT4H
X-PUBLISHED-TTL:PT4H
BEGIN:VTODO
UID:todo
DTSTART:20270301T080000Z
DUE:20270301T100000Z
END:VTODO
BEGIN:VTIMEZONE
TZID:/freeassociation.sourceforge.net/Europe/Berlin
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:b
DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20270705T180000
DURATION:PT1H30M
RRULE:FREQ=DAILY;COUNT=3
RDATE;TZID=Europe/Berlin:20270710T120000
RDATE;VALUE=PERIOD:20270711T080000Z/PT15M,20270711T100000Z/20270711T101500Z
EXDATE:20270706T160000Z
END:VEVENT
END:VCALENDAR
";

#[test]
fn nextcloud_durations_additions_and_exclusions_are_read_with_bare_line_ends_and_prefixed_zones() {
    let found = read(NEXTCLOUD);
    assert_eq!(
        told(&found.timed),
        [
            "07-05 16:00/07-05 17:30",
            "07-07 16:00/07-07 17:30",
            "07-10 10:00/07-10 11:30",
            "07-11 08:00/07-11 08:15",
            "07-11 10:00/07-11 10:15",
        ]
    );
    assert_eq!(found.events, 1, "what is to be done is no time taken");
}

#[test]
fn public_holidays_that_say_they_are_free_block_nothing_and_those_that_do_not_block_their_day() {
    let holiday = |line: &str| {
        format!(
            "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:h\nSUMMARY:Fête du Travail\nDTSTART;VALUE=DATE:20270501\n{line}END:VEVENT\nEND:VCALENDAR\n"
        )
    };
    assert!(read(&holiday("TRANSP:TRANSPARENT\n")).all_day.is_empty());
    assert_eq!(told(&read(&holiday("")).all_day), ["04-30 22:00/05-01 22:00"]);
}

#[test]
fn free_busy_calendars_are_read_too() {
    let file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VFREEBUSY\r\nUID:f\r\n\
        FREEBUSY;FBTYPE=BUSY:20270301T080000Z/20270301T090000Z,20270301T100000Z/PT30M\r\n\
        FREEBUSY;FBTYPE=FREE:20270302T080000Z/PT1H\r\n\
        FREEBUSY:20270303T080000Z/PT1H\r\nEND:VFREEBUSY\r\nEND:VCALENDAR\r\n";
    assert_eq!(
        told(&read(file).timed),
        [
            "03-01 08:00/03-01 09:00",
            "03-01 10:00/03-01 10:30",
            "03-03 08:00/03-03 09:00"
        ]
    );
}

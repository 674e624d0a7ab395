//! Any bytes as a calendar: reading must end, and what it says must lie inside the window, in order. A whole calendar
//! around the same bytes reaches further in. Start it with the real ones in `seeds`:
//! `cargo +nightly fuzz run busy CORPUS seeds -- -dict=ical.dict`.
#![no_main]

use interchange::busy_times;
use libfuzzer_sys::fuzz_target;
use slots::{Span, Spans, Zone};

fn holds(spans: &Spans, window: Span) {
    let all = spans.as_slice();
    assert!(all.iter().all(|span| window.covers(span)));
    assert!(all.is_sorted_by(|a, b| a.end() < b.start()));
}

fuzz_target!(|bytes: &[u8]| {
    let window = Span::new(
        "2027-01-01T00:00:00Z".parse().unwrap(),
        "2027-07-01T00:00:00Z".parse().unwrap(),
    )
    .unwrap();
    let here = Zone::parse("Europe/Paris").unwrap();
    let inside = [
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270301T080000\nDURATION:PT1H\n".as_slice(),
        bytes,
        b"\nEND:VEVENT\nEND:VCALENDAR\n",
    ]
    .concat();
    for file in [bytes, &inside] {
        if let Ok(found) = busy_times(file, &here, window, &()) {
            holds(&found.timed, window);
            holds(&found.all_day, window);
        }
    }
});

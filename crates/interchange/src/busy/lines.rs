//! The lines of a calendar that say when, whom it belongs to, and nothing else. Descriptions, guests and attachments are
//! most of a calendar: they are dropped before anything is parsed.

use super::Unreadable;

/// More than any real calendar of [`super::LARGEST_CALENDAR`] keeps.
const MOST_LINES: usize = 400_000;

/// Components inside components; real ones are three deep.
const DEEPEST: usize = 16;

/// Components with times that are nobody's business here.
const SKIPPED: [&[u8]; 5] = [b"VALARM", b"VTODO", b"VJOURNAL", b"VAVAILABILITY", b"PARTICIPANT"];

const KEPT: [&[u8]; 22] = [
    b"DTSTART",
    b"DTEND",
    b"DURATION",
    b"RRULE",
    b"RDATE",
    b"EXDATE",
    b"EXRULE",
    b"RECURRENCE-ID",
    b"UID",
    b"SEQUENCE",
    b"STATUS",
    b"TRANSP",
    b"METHOD",
    b"FREEBUSY",
    b"TZID",
    b"TZOFFSETFROM",
    b"TZOFFSETTO",
    b"X-LIC-LOCATION",
    b"X-MICROSOFT-CDO-BUSYSTATUS",
    b"X-WR-CALNAME",
    b"NAME",
    b"ATTENDEE",
];

/// The kept lines, whole, one after the other. Refuses what is no calendar, and one whose end is missing.
pub(super) fn sifted(file: &[u8]) -> Result<String, Unreadable> {
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let mut sieve = Sieve::default();
    let mut line: Vec<u8> = Vec::new();
    for piece in file.split(|byte| *byte == b'\n') {
        let piece = piece.strip_suffix(b"\r").unwrap_or(piece);
        if let Some(more) = piece.strip_prefix(b" ").or_else(|| piece.strip_prefix(b"\t")) {
            line.extend_from_slice(more);
            continue;
        }
        sieve.take(&line)?;
        line.clear();
        line.extend_from_slice(piece);
    }
    sieve.take(&line)?;
    sieve.done()
}

#[derive(Default)]
struct Sieve {
    kept: String,
    lines: usize,
    /// The components that are open, the innermost last.
    open: Vec<Vec<u8>>,
    /// How many of them are inside a skipped one, itself included.
    skipping: usize,
}

impl Sieve {
    fn take(&mut self, line: &[u8]) -> Result<(), Unreadable> {
        let line = line.trim_ascii();
        if line.is_empty() {
            return Ok(());
        }
        let end = line.iter().position(|byte| matches!(byte, b':' | b';'));
        let (name, rest) = line.split_at(end.unwrap_or(line.len()));
        let value = rest.get(1..).unwrap_or_default().trim_ascii();
        if name.eq_ignore_ascii_case(b"BEGIN") {
            return self.begin(value);
        }
        if self.open.is_empty() {
            return Err(Unreadable::NotACalendar);
        }
        if name.eq_ignore_ascii_case(b"END") {
            return self.end(value);
        }
        if self.skipping == 0 && is_kept(name, line) {
            self.keep(line)?;
        }
        Ok(())
    }

    fn begin(&mut self, component: &[u8]) -> Result<(), Unreadable> {
        if self.open.is_empty() && !component.eq_ignore_ascii_case(b"VCALENDAR") {
            return Err(Unreadable::NotACalendar);
        }
        if self.open.len() >= DEEPEST {
            return Err(Unreadable::TooMuch);
        }
        self.open.push(component.to_ascii_uppercase());
        let skipped = SKIPPED.iter().any(|it| component.eq_ignore_ascii_case(it));
        if self.skipping > 0 || skipped {
            self.skipping += 1;
            return Ok(());
        }
        self.keep(&[b"BEGIN:", component].concat())
    }

    fn end(&mut self, component: &[u8]) -> Result<(), Unreadable> {
        let open = self.open.pop();
        if open.is_none_or(|open| !open.eq_ignore_ascii_case(component)) {
            return Err(Unreadable::CutShort);
        }
        if self.skipping > 0 {
            self.skipping -= 1;
            return Ok(());
        }
        self.keep(&[b"END:", component].concat())
    }

    fn keep(&mut self, line: &[u8]) -> Result<(), Unreadable> {
        self.lines += 1;
        if self.lines > MOST_LINES {
            return Err(Unreadable::TooMuch);
        }
        self.kept.push_str(&String::from_utf8_lossy(line));
        self.kept.push_str("\r\n");
        Ok(())
    }

    fn done(self) -> Result<String, Unreadable> {
        match (self.kept.is_empty(), self.open.is_empty()) {
            (true, _) => Err(Unreadable::NotACalendar),
            (false, true) => Ok(self.kept),
            (false, false) => Err(Unreadable::CutShort),
        }
    }
}

/// Of those invited, only who declined matters: it may be the owner.
fn is_kept(name: &[u8], line: &[u8]) -> bool {
    let named = KEPT.iter().any(|it| name.eq_ignore_ascii_case(it));
    named && (!name.eq_ignore_ascii_case(b"ATTENDEE") || declined(line))
}

fn declined(line: &[u8]) -> bool {
    const WORD: &[u8] = b"PARTSTAT=DECLINED";
    line.windows(WORD.len()).any(|it| it.eq_ignore_ascii_case(WORD))
}

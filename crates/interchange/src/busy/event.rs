//! One VEVENT: when it takes place, how often, and whether it takes the owner's time.

use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarMethod,
    ICalendarParameterName, ICalendarParameterValue, ICalendarParticipationStatus, ICalendarPeriod,
    ICalendarProperty as Property, ICalendarRecurrenceRule, ICalendarStatus, ICalendarTransparency,
    ICalendarValue as Value,
};

use super::{
    clock::{Clocks, text},
    length::Length,
    moment::{Moment, moment, moments},
};

/// What a calendar says of itself.
#[derive(Debug, Default)]
pub(super) struct About {
    /// What it is called.
    pub(super) name: Option<String>,
    /// All in it is called off.
    cancelled: bool,
}

impl About {
    pub(super) fn of(calendar: &ICalendar) -> Self {
        let Some(root) = calendar.components.first() else {
            return Self::default();
        };
        let name =
            text(root, &Property::Other("X-WR-CALNAME".to_owned())).or_else(|| text(root, &Property::Name));
        let cancel = |entry: &ICalendarEntry| {
            entry.name == Property::Method && entry.values == [Value::Method(ICalendarMethod::Cancel)]
        };
        Self {
            name: name.map(one_line).filter(|name| !name.is_empty()),
            cancelled: root.entries.iter().any(cancel),
        }
    }

    /// Whether that address is the owner's: Google calls a calendar after its owner's address.
    fn is_owner(&self, address: &str) -> bool {
        let address = address.get("mailto:".len()..).filter(|_| {
            address
                .get(.."mailto:".len())
                .is_some_and(|scheme| scheme.eq_ignore_ascii_case("mailto:"))
        });
        let owner = self.name.as_deref().filter(|name| name.contains('@'));
        address.zip(owner).is_some_and(|(a, b)| a.eq_ignore_ascii_case(b))
    }
}

fn one_line(text: &str) -> String {
    let plain = text.chars().filter(|c| !c.is_control()).take(120);
    plain.collect::<String>().trim().to_owned()
}

/// The events of a calendar.
pub(super) fn events(calendar: &ICalendar) -> impl Iterator<Item = &ICalendarComponent> {
    calendar
        .components
        .iter()
        .filter(|it| it.component_type == ICalendarComponentType::VEvent)
}

/// Which repetition of another event an event takes the place of.
#[derive(Debug)]
pub(super) struct InsteadOf {
    pub(super) at: Moment,
    /// And of all that come after it.
    pub(super) and_later: bool,
}

/// An event, or what takes the place of one of its repetitions.
#[derive(Debug)]
pub(super) struct Event {
    pub(super) uid: Option<String>,
    pub(super) sequence: i64,
    pub(super) start: Moment,
    pub(super) length: Length,
    pub(super) rules: Vec<ICalendarRecurrenceRule>,
    pub(super) more: Vec<(Moment, Option<Length>)>,
    pub(super) except: Vec<Moment>,
    pub(super) instead_of: Option<InsteadOf>,
    /// Whether it takes time.
    pub(super) blocks: bool,
    /// Something about its repetitions is not known here.
    pub(super) is_odd: bool,
}

impl Event {
    /// Reads an event. None when it does not say when it is, or ends before it starts.
    pub(super) fn read(component: &ICalendarComponent, about: &About, clocks: &mut Clocks) -> Option<Self> {
        let mut read = Parts::default();
        for entry in &component.entries {
            read.take(entry, about, clocks);
        }
        // What takes the place of a repetition and says nothing else, is when that was.
        let start = match (&read.start, &read.instead_of) {
            (Some(start), _) => start.clone(),
            (None, Some(instead)) => instead.at.clone(),
            (None, None) => return None,
        };
        let length = match (&read.end, read.duration) {
            (Some(end), _) => Length::between(&start, end)?,
            (None, Some(duration)) => duration?,
            (None, None) if start.is_date => Length::ONE_DAY,
            (None, None) => Length::NONE,
        };
        Some(Self {
            uid: read.uid,
            sequence: read.sequence,
            start,
            length,
            rules: read.rules,
            more: read.more,
            except: read.except,
            instead_of: read.instead_of,
            blocks: !read.is_free && !about.cancelled,
            is_odd: read.is_odd,
        })
    }
}

#[derive(Default)]
struct Parts {
    uid: Option<String>,
    sequence: i64,
    start: Option<Moment>,
    end: Option<Moment>,
    #[expect(clippy::option_option, reason = "a negative duration is not the same as none")]
    duration: Option<Option<Length>>,
    rules: Vec<ICalendarRecurrenceRule>,
    more: Vec<(Moment, Option<Length>)>,
    except: Vec<Moment>,
    instead_of: Option<InsteadOf>,
    is_free: bool,
    is_odd: bool,
}

impl Parts {
    fn take(&mut self, entry: &ICalendarEntry, about: &About, clocks: &mut Clocks) {
        match (&entry.name, entry.values.first()) {
            (Property::Uid, Some(value)) => self.uid = value.as_text().map(str::to_owned),
            (Property::Sequence, Some(Value::Integer(sequence))) => self.sequence = *sequence,
            (Property::Dtstart, _) => self.start = moments(entry, clocks).pop(),
            (Property::Dtend, _) => self.end = moments(entry, clocks).pop(),
            (Property::Duration, Some(Value::Duration(duration))) => {
                self.duration = Some(Length::of(duration));
            }
            (Property::RecurrenceId, _) => self.instead_of = instead_of(entry, clocks),
            _ => self.take_repetition(entry, about, clocks),
        }
    }

    fn take_repetition(&mut self, entry: &ICalendarEntry, about: &About, clocks: &mut Clocks) {
        match &entry.name {
            Property::Rrule => {
                for value in &entry.values {
                    match value {
                        Value::RecurrenceRule(rule) => self.rules.push((**rule).clone()),
                        _ => self.is_odd = true,
                    }
                }
            }
            // Long deprecated: an event that is blocked too often is the smaller harm.
            Property::Exrule => self.is_odd = true,
            Property::Exdate => self.except.extend(moments(entry, clocks)),
            Property::Rdate => self.more.extend(added(entry, clocks)),
            _ => self.is_free |= frees(entry, about),
        }
    }
}

fn instead_of(entry: &ICalendarEntry, clocks: &mut Clocks) -> Option<InsteadOf> {
    let mut range = entry.parameters(&ICalendarParameterName::Range);
    let and_later = range.next().is_some();
    let at = moments(entry, clocks).pop()?;
    Some(InsteadOf { at, and_later })
}

fn added(entry: &ICalendarEntry, clocks: &mut Clocks) -> Vec<(Moment, Option<Length>)> {
    let zone = entry.tz_id();
    let mut all: Vec<_> = moments(entry, clocks).into_iter().map(|at| (at, None)).collect();
    for value in &entry.values {
        let Value::Period(period) = value else { continue };
        let found = match period {
            ICalendarPeriod::Range { start, end } => moment(start, zone, clocks)
                .zip(moment(end, zone, clocks))
                .and_then(|(start, end)| Length::between(&start, &end).map(|length| (start, length))),
            ICalendarPeriod::Duration { start, duration } => {
                moment(start, zone, clocks).zip(Length::of(duration))
            }
        };
        all.extend(found.map(|(start, length)| (start, Some(length))));
    }
    all
}

/// Whether a property says that the event takes no time of the owner's.
fn frees(entry: &ICalendarEntry, about: &About) -> bool {
    match (&entry.name, entry.values.first()) {
        (Property::Transp, Some(Value::Transparency(it))) => *it == ICalendarTransparency::Transparent,
        (Property::Status, Some(Value::Status(it))) => *it == ICalendarStatus::Cancelled,
        (Property::Attendee, Some(who)) => {
            let answer = ICalendarParameterValue::Partstat(ICalendarParticipationStatus::Declined);
            let mut answers = entry.parameters(&ICalendarParameterName::Partstat);
            answers.any(|it| *it == answer) && who.as_text().is_some_and(|who| about.is_owner(who))
        }
        (Property::Other(name), Some(value)) if name.eq_ignore_ascii_case("X-MICROSOFT-CDO-BUSYSTATUS") => {
            let free = ["FREE", "WORKINGELSEWHERE"];
            value
                .as_text()
                .is_some_and(|it| free.iter().any(|free| it.trim().eq_ignore_ascii_case(free)))
        }
        _ => false,
    }
}

//! The appointments that are already there, each with its own buffers.

use crate::minutes::Buffer;
use crate::span::{DAY, Span, Tick};
use crate::spans::Spans;

/// An appointment that takes its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Booked {
    /// From its start to its end, without buffers.
    pub span: Span,
    /// Kept free before its start.
    pub before: Buffer,
    /// Kept free after its end.
    pub after: Buffer,
}

impl Booked {
    /// The appointment with its buffers.
    pub fn kept(&self) -> Span {
        self.span.widened(self.before.ticks(), self.after.ticks())
    }

    fn reach(&self) -> Tick {
        self.kept().end.saturating_sub(self.span.start)
    }
}

/// All appointments to keep clear of, in order of start.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bookings {
    booked: Vec<Booked>,
    kept: Spans,
    /// From the start of an appointment to the end of what it keeps, at the most.
    reach: Tick,
}

impl Bookings {
    /// Any order; they may overlap one another.
    pub fn new(mut booked: Vec<Booked>) -> Self {
        if !booked.is_sorted_by_key(|one| one.span) {
            booked.sort_unstable_by_key(|one| one.span);
        }
        let mut kept: Vec<Span> = booked.iter().map(Booked::kept).collect();
        if !kept.is_sorted() {
            kept.sort_unstable();
        }
        let reach = booked.iter().map(Booked::reach).max().unwrap_or(0);
        Self {
            kept: Spans::merged(kept),
            booked,
            reach,
        }
    }

    /// The appointments, in order of start.
    pub fn as_slice(&self) -> &[Booked] {
        &self.booked
    }

    /// The time they take, buffers included.
    pub fn kept(&self) -> &Spans {
        &self.kept
    }

    /// The appointments that start from `from` up to, and without, `to`.
    pub(crate) fn starting(&self, from: Tick, to: Tick) -> &[Booked] {
        let rest = &self.booked[self.booked.partition_point(|one| one.span.start < from)..];
        &rest[..rest.partition_point(|one| one.span.start < to)]
    }

    /// Those that meet `span`, or keep time inside it.
    pub(crate) fn around(&self, span: Span) -> Self {
        self.booked
            .iter()
            .copied()
            .filter(|one| one.kept().overlaps(&span))
            .collect()
    }

    /// Adds an appointment.
    pub fn insert(&mut self, one: Booked) {
        let at = self.booked.partition_point(|other| other.span <= one.span);
        self.booked.insert(at, one);
        self.reach = self.reach.max(one.reach());
        self.kept = self.kept.union(&Spans::merged([one.kept()]));
    }

    /// All but one appointment, which is being moved, say; of several that are equal, one.
    #[must_use]
    pub fn without(&self, one: Booked) -> Self {
        let mut booked = self.booked.clone();
        if let Some(at) = booked.iter().position(|other| *other == one) {
            booked.remove(at);
        }
        Self::new(booked)
    }

    /// The first appointment that `span` would meet, buffers of the appointment included.
    pub fn meeting(&self, span: Span) -> Option<&Booked> {
        if self.kept.overlapping(span).is_empty() {
            return None;
        }
        let near = self.starting(
            span.start.saturating_sub(self.reach),
            span.end.saturating_add(DAY),
        );
        near.iter().find(|one| one.kept().overlaps(&span))
    }
}

impl FromIterator<Booked> for Bookings {
    fn from_iter<I: IntoIterator<Item = Booked>>(booked: I) -> Self {
        Self::new(booked.into_iter().collect())
    }
}

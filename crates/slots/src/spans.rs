//! Sets of instants: sorted, disjoint spans, by construction.
//!
//! This is the one currency of the engine. Each operation is a single pass over both sides; none recurses,
//! none compares every pair.

use chrono::{DateTime, Utc};

use crate::span::{Span, floor};

/// Spans in order, no two of which overlap or touch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spans(Vec<Span>);

impl Spans {
    /// Merges what overlaps or touches. Any order will do.
    pub fn new(spans: impl IntoIterator<Item = Span>) -> Self {
        let mut all: Vec<Span> = spans.into_iter().collect();
        if !all.is_sorted() {
            all.sort_unstable();
        }
        Self::merged(all)
    }

    /// `sorted` must come in order of start.
    pub(crate) fn merged(sorted: impl IntoIterator<Item = Span>) -> Self {
        let mut out = Self::default();
        for span in sorted {
            out.push(span);
        }
        out
    }

    /// Adds a span that starts no earlier than the last one does.
    pub(crate) fn push(&mut self, span: Span) {
        match self.0.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => self.0.push(span),
        }
    }

    /// The spans in order.
    pub fn as_slice(&self) -> &[Span] {
        &self.0
    }

    /// The spans in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Span> {
        self.0.iter()
    }

    /// Whether there is no instant in the set.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many separate spans there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The spans that overlap `window`, whole.
    pub fn overlapping(&self, window: Span) -> &[Span] {
        let from = self.0.partition_point(|span| span.end <= window.start);
        let rest = &self.0[from..];
        &rest[..rest.partition_point(|span| span.start < window.end)]
    }

    /// Whether the instant lies in the set.
    pub fn contains(&self, at: DateTime<Utc>) -> bool {
        let from = self.0.partition_point(|span| span.end <= floor(at));
        self.0.get(from).is_some_and(|span| span.contains(at))
    }

    /// The span that covers all of `span`.
    pub fn covering(&self, span: Span) -> Option<Span> {
        self.overlapping(span)
            .first()
            .copied()
            .filter(|found| found.covers(&span))
    }

    /// What lies in either set.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        union(&self.0, &other.0)
    }

    /// What lies in this set and not in `other`.
    #[must_use]
    pub fn subtract(&self, other: &Self) -> Self {
        let mut free = Vec::with_capacity(self.len() + other.len());
        let mut taken = other.0.as_slice();
        for span in &self.0 {
            taken = &taken[taken.iter().take_while(|t| t.end <= span.start).count()..];
            let mut start = span.start;
            for hole in taken.iter().take_while(|t| t.start < span.end) {
                free.extend(Span::of(start, hole.start));
                start = hole.end;
            }
            free.extend(Span::of(start, span.end));
        }
        Self(free)
    }

    /// What lies inside `window`.
    #[must_use]
    pub fn cut(&self, window: Span) -> Self {
        let inside = |span: &Span| Span::of(span.start.max(window.start), span.end.min(window.end));
        Self(self.overlapping(window).iter().filter_map(inside).collect())
    }
}

/// Merges two slices of spans, each sorted and disjoint.
pub(crate) fn union(a: &[Span], b: &[Span]) -> Spans {
    let mut out = Spans(Vec::with_capacity(a.len() + b.len()));
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    loop {
        let from_a = match (a.peek(), b.peek()) {
            (Some(x), Some(y)) => x.start <= y.start,
            (x, _) => x.is_some(),
        };
        let Some(next) = (if from_a { a.next() } else { b.next() }) else {
            return out;
        };
        out.push(*next);
    }
}

impl FromIterator<Span> for Spans {
    fn from_iter<I: IntoIterator<Item = Span>>(spans: I) -> Self {
        Self::new(spans)
    }
}

impl<'a> IntoIterator for &'a Spans {
    type Item = &'a Span;
    type IntoIter = std::slice::Iter<'a, Span>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

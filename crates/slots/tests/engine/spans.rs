//! Sets of spans.

use chrono::{DateTime, TimeDelta, Utc};
use slots::{Span, Spans};

fn at(n: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(n).unwrap()
}

fn set(spans: &[(i64, i64)]) -> Spans {
    spans
        .iter()
        .filter_map(|(start, end)| Span::new(at(*start), at(*end)))
        .collect()
}

#[test]
fn what_touches_is_one() {
    assert_eq!(set(&[(5, 9), (1, 3), (3, 5)]), set(&[(1, 9)]));
    assert_eq!(set(&[(1, 3), (4, 5)]).len(), 2);
    assert_eq!(set(&[(1, 9), (2, 3), (8, 10)]), set(&[(1, 10)]));
    assert!(set(&[(3, 3), (5, 4)]).is_empty());
}

#[test]
fn a_difference_keeps_what_is_not_taken() {
    type Set = &'static [(i64, i64)];
    let rows: [(Set, Set, Set); 6] = [
        (&[(0, 10)], &[(3, 5)], &[(0, 3), (5, 10)]),
        (&[(0, 10)], &[(0, 10)], &[]),
        (&[(0, 10)], &[(10, 20)], &[(0, 10)]),
        (&[(0, 10), (20, 30)], &[(5, 25)], &[(0, 5), (25, 30)]),
        (
            &[(0, 10), (20, 30)],
            &[(1, 2), (3, 4), (22, 23)],
            &[(0, 1), (2, 3), (4, 10), (20, 22), (23, 30)],
        ),
        (&[], &[(1, 2)], &[]),
    ];
    for (from, taken, left) in rows {
        assert_eq!(
            set(from).subtract(&set(taken)),
            set(left),
            "{from:?} less {taken:?}"
        );
    }
}

#[test]
fn a_cut_keeps_what_lies_inside() {
    let all = set(&[(0, 10), (20, 30), (40, 50)]);
    let cut = |start, end| all.cut(Span::new(at(start), at(end)).unwrap());
    assert_eq!(cut(5, 45), set(&[(5, 10), (20, 30), (40, 45)]));
    assert!(cut(10, 20).is_empty());
}

#[test]
fn spans_that_touch_do_not_overlap() {
    let (a, b) = (Span::new(at(0), at(5)).unwrap(), Span::new(at(5), at(9)).unwrap());
    assert!(!a.overlaps(&b) && !b.overlaps(&a));
    assert!(a.contains(at(0)) && !a.contains(at(5)));
    assert!(a.covers(&a) && !a.covers(&b));
}

#[test]
fn finer_bounds_widen_a_span() {
    let nano = TimeDelta::nanoseconds(1);
    let span = Span::new(at(1) + nano, at(2) + nano).unwrap();
    assert_eq!((span.start(), span.end()), (at(1), at(3)));
    assert_eq!(
        format!("{span:?}"),
        "[1970-01-01T00:00:00.000001Z, 1970-01-01T00:00:00.000003Z)"
    );
}

#[test]
fn a_covering_span_is_found() {
    let all = set(&[(0, 10), (20, 30)]);
    let span = |start, end| Span::new(at(start), at(end)).unwrap();
    assert_eq!(all.covering(span(21, 30)), Some(span(20, 30)));
    assert_eq!(all.covering(span(9, 11)), None);
    assert!(all.contains(at(9)) && !all.contains(at(10)) && all.contains(at(20)) && !all.contains(at(30)));
    assert_eq!(all.overlapping(span(9, 21)).len(), 2);
    assert!(all.overlapping(span(10, 20)).is_empty());
}

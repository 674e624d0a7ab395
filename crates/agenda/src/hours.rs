//! Weekly hours as a form gives them.

use chrono::Weekday;
use slots::{TimeRange, WeeklyHours};

use crate::{Field, Fields, exception::parse_ranges};

/// The weekdays in ISO order, with their names in the paths of refused fields.
pub const WEEK: [(Weekday, &str); 7] = [
    (Weekday::Mon, "mon"),
    (Weekday::Tue, "tue"),
    (Weekday::Wed, "wed"),
    (Weekday::Thu, "thu"),
    (Weekday::Fri, "fri"),
    (Weekday::Sat, "sat"),
    (Weekday::Sun, "sun"),
];

/// Parses a week: for each day from Monday its ranges, in minutes after midnight. Refuses `mon.1` and the like.
pub fn parse_week(days: [&[(u16, u16)]; 7]) -> Result<WeeklyHours, Vec<Field>> {
    let mut fields = Fields::new();
    let mut ranges: Vec<(Weekday, TimeRange)> = Vec::new();
    for ((weekday, name), day) in WEEK.into_iter().zip(days) {
        ranges.extend(
            parse_ranges(&mut fields, name, day)
                .into_iter()
                .map(|range| (weekday, range)),
        );
    }
    fields.finish(Some(())).map(|()| WeeklyHours::new(ranges))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FieldProblem;

    #[test]
    fn a_bad_range_is_told_by_day_and_number() {
        let good: &[(u16, u16)] = &[(540, 720), (840, 1080)];
        let refused = parse_week([
            good,
            &[(0, 1440), (600, 700)],
            &[],
            &[],
            &[],
            &[],
            &[(1380, 1500)],
        ])
        .unwrap_err();
        let told: Vec<_> = refused.iter().map(|f| (f.field.as_str(), f.problem)).collect();
        assert_eq!(
            told,
            [
                ("tue.1", FieldProblem::Overlaps),
                ("sun.0", FieldProblem::OutOfRange)
            ]
        );
    }
}

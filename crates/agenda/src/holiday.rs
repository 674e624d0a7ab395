//! The public holidays of France, to be offered as days to close.
//!
//! The eleven of article L3133-1 of the Code du travail, and the two more of Alsace-Moselle (L3134-13). Movable ones
//! follow Easter. Bridges, school holidays and the overseas territories' own days are left out: a coach marks those
//! by hand.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{Field, FieldProblem, Fields};

/// The years that can be asked for: the Gregorian Easter holds far beyond, a date chosen by hand does not.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// Which one it is. The interface has their names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Holiday {
    NewYear,
    GoodFriday,
    EasterMonday,
    LabourDay,
    Victory1945,
    Ascension,
    WhitMonday,
    NationalDay,
    Assumption,
    AllSaints,
    Armistice1918,
    Christmas,
    SaintStephen,
}

impl Holiday {
    /// Kept in Alsace and Moselle only.
    pub const fn is_regional(self) -> bool {
        matches!(self, Self::GoodFriday | Self::SaintStephen)
    }
}

/// A holiday and its date. Two can fall on one date: the Ascension on 1 May 2008.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicHoliday {
    /// When.
    pub date: NaiveDate,
    /// Which.
    pub holiday: Holiday,
}

/// The thirteen of a year, in order of date; refuses a `year` outside 1900 to 2200.
pub fn french_holidays(year: i32) -> Result<Vec<PublicHoliday>, Vec<Field>> {
    let mut fields = Fields::new();
    if !YEARS.contains(&year) {
        fields.refuse("year", FieldProblem::OutOfRange, None);
    }
    let mut all: Vec<_> = fixed(year).into_iter().chain(movable(year)).collect();
    all.sort_by_key(|it| it.date);
    fields.finish(Some(all))
}

fn fixed(year: i32) -> Vec<PublicHoliday> {
    use Holiday::{
        AllSaints, Armistice1918, Assumption, Christmas, LabourDay, NationalDay, NewYear, SaintStephen,
        Victory1945,
    };
    [
        (1, 1, NewYear),
        (5, 1, LabourDay),
        (5, 8, Victory1945),
        (7, 14, NationalDay),
        (8, 15, Assumption),
        (11, 1, AllSaints),
        (11, 11, Armistice1918),
        (12, 25, Christmas),
        (12, 26, SaintStephen),
    ]
    .into_iter()
    .filter_map(|(month, day, holiday)| {
        NaiveDate::from_ymd_opt(year, month, day).map(|date| PublicHoliday { date, holiday })
    })
    .collect()
}

fn movable(year: i32) -> Vec<PublicHoliday> {
    use Holiday::{Ascension, EasterMonday, GoodFriday, WhitMonday};
    let Some(easter) = easter(year) else {
        return Vec::new();
    };
    let after = |days, holiday| PublicHoliday {
        date: easter + Days::new(days),
        holiday,
    };
    vec![
        PublicHoliday {
            date: easter - Days::new(2),
            holiday: GoodFriday,
        },
        after(1, EasterMonday),
        after(39, Ascension),
        after(50, WhitMonday),
    ]
}

/// Easter Sunday, by the anonymous Gregorian computus (Meeus, *Astronomical Algorithms*, chapter 8).
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year % 19;
    let (century, of_century) = (year / 100, year % 100);
    let correction = (8 * century + 13) / 25;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(days / 31).ok()?,
        u32::try_from(days % 31 + 1).ok()?,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(year: i32, holiday: Holiday) -> String {
        let all = french_holidays(year).unwrap();
        all.iter()
            .find(|it| it.holiday == holiday)
            .unwrap()
            .date
            .to_string()
    }

    #[test]
    fn easter_falls_where_the_almanacs_say() {
        for (year, monday, ascension, whit) in [
            (1900, "1900-04-16", "1900-05-24", "1900-06-04"),
            // The earliest this century but one, and the latest possible.
            (2008, "2008-03-24", "2008-05-01", "2008-05-12"),
            (2038, "2038-04-26", "2038-06-03", "2038-06-14"),
            // Where the two exceptions of the older rule apply.
            (1954, "1954-04-19", "1954-05-27", "1954-06-07"),
            (1981, "1981-04-20", "1981-05-28", "1981-06-08"),
            (2024, "2024-04-01", "2024-05-09", "2024-05-20"),
            (2025, "2025-04-21", "2025-05-29", "2025-06-09"),
            (2026, "2026-04-06", "2026-05-14", "2026-05-25"),
            (2027, "2027-03-29", "2027-05-06", "2027-05-17"),
            (2100, "2100-03-29", "2100-05-06", "2100-05-17"),
            (2200, "2200-04-07", "2200-05-15", "2200-05-26"),
        ] {
            assert_eq!(on(year, Holiday::EasterMonday), monday, "Easter Monday of {year}");
            assert_eq!(on(year, Holiday::Ascension), ascension, "Ascension of {year}");
            assert_eq!(on(year, Holiday::WhitMonday), whit, "Whit Monday of {year}");
        }
    }

    #[test]
    fn a_year_has_eleven_and_two_in_order() {
        let all = french_holidays(2026).unwrap();
        let dates: Vec<_> = all.iter().map(|it| it.date.format("%m-%d").to_string()).collect();
        assert_eq!(
            dates,
            [
                "01-01", "04-03", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01",
                "11-11", "12-25", "12-26"
            ]
        );
        let regional: Vec<_> = all.iter().filter(|it| it.holiday.is_regional()).collect();
        assert_eq!(regional.len(), 2, "Good Friday and 26 December: {regional:?}");
    }

    #[test]
    fn easter_is_a_sunday_in_its_five_weeks_every_year() {
        for year in YEARS {
            let easter = easter(year).unwrap();
            let day = easter.format("%m-%d").to_string();
            assert_eq!(easter.format("%u").to_string(), "7", "{easter} is no Sunday");
            assert!(
                ("03-22"..="04-25").contains(&day.as_str()),
                "{easter} is out of season"
            );
        }
    }

    #[test]
    fn a_year_without_sense_is_refused_at_its_field() {
        for year in [i32::MIN, 1899, 2201, i32::MAX] {
            let refused = french_holidays(year).unwrap_err();
            assert_eq!(refused[0].field, "year");
        }
    }
}

//! Whether hours are counted to 12 or to 24: the window, the notices and the mails tell a time in one way.

use chrono::{NaiveTime, Timelike};

use crate::Language;

/// Regions whose people count hours to 12 (Unicode CLDR 48, supplemental data, `timeData`: preferred `h`).
const TO_12: &str = "\
    AE AG AL AR AS AU BB BD BH BM BN BO BS BT CA CL CO CR CU CY DJ DM DO DZ EC EG EH ER ET FJ FM GD \
    GH GM GR GT GU GY HK HN IN IQ JM JO KH KI KN KP KR KW KY LB LC LR LS LY MH MO MP MR MW MX MY NA \
    NI NZ OM PA PE PG PH PK PR PS PW PY QA SA SB SD SG SL SO SS SV SY SZ TC TD TN TO TT TW UM US UY \
    VC VE VG VI VU WS YE ZM";

/// How many hours a clock counts before it begins anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockFace {
    /// "5:10 pm".
    To12,
    /// "17:10".
    To24,
}

impl ClockFace {
    /// The custom of a system locale such as `en_US.UTF-8` or `en-GB` for somebody who reads `language`. French counts to 24
    /// wherever it is read; English without a region is that of the United States.
    pub fn of_locale(locale: &str, language: Language) -> Self {
        let name = locale.split(['.', '@']).next().unwrap_or_default();
        let mut parts = name.split(['-', '_']);
        let english = parts.next().is_some_and(|it| it.eq_ignore_ascii_case("en"));
        let region = parts.find(|it| it.len() == 2 && it.chars().all(|letter| letter.is_ascii_alphabetic()));
        let counts_to_12 = |region: &str| TO_12.split(' ').any(|it| it.eq_ignore_ascii_case(region));
        match language {
            Language::En if region.map_or(english, counts_to_12) => Self::To12,
            Language::En | Language::Fr => Self::To24,
        }
    }

    /// A time of day as this face shows it, to the minute.
    pub fn read(self, time: NaiveTime) -> String {
        match self {
            Self::To24 => time.format("%H:%M").to_string(),
            Self::To12 => {
                let (afternoon, hour) = time.hour12();
                format!(
                    "{hour}:{:02} {}",
                    time.minute(),
                    if afternoon { "pm" } else { "am" }
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_counted_as_the_region_does() {
        let to_12 = |locale| ClockFace::of_locale(locale, Language::En) == ClockFace::To12;
        for locale in [
            "en-US",
            "en_US.UTF-8",
            "en",
            "en-au",
            "en_IN@euro",
            "es-MX",
            "zh-Hans-SG",
        ] {
            assert!(to_12(locale), "{locale}");
        }
        for locale in [
            "en-GB",
            "en_IE.UTF-8",
            "en-ZA",
            "fr-FR",
            "de",
            "C",
            "POSIX",
            "C.UTF-8",
            "",
        ] {
            assert!(!to_12(locale), "{locale}");
        }
        assert_eq!(ClockFace::of_locale("en-US", Language::Fr), ClockFace::To24);
    }

    #[test]
    fn a_time_is_read_from_either_face() {
        let read = |hour, minute| {
            let time = NaiveTime::from_hms_opt(hour, minute, 59).unwrap();
            (ClockFace::To12.read(time), ClockFace::To24.read(time))
        };
        let both = |to_12: &str, to_24: &str| (to_12.to_owned(), to_24.to_owned());
        assert_eq!(read(0, 5), both("12:05 am", "00:05"));
        assert_eq!(read(9, 0), both("9:00 am", "09:00"));
        assert_eq!(read(12, 0), both("12:00 pm", "12:00"));
        assert_eq!(read(17, 10), both("5:10 pm", "17:10"));
    }
}

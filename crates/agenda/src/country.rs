//! The country a coach calls from: what a telephone number without a country code is of.

use phonenumber::country;
use slots::Zone;

/// Country and zone, a line each: the first and the third column of `zone.tab` of the time zone database (public domain).
const ZONES: &str = include_str!("../data/zone-countries.tsv");

/// A country with telephones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Country(pub(crate) country::Id);

impl Country {
    /// The country a zone is named for. None for those that no country has, as `UTC`, and for old names.
    pub fn of_zone(zone: &Zone) -> Option<Self> {
        let code = ZONES.lines().find_map(|line| {
            let (code, name) = line.split_once('\t')?;
            (name == zone.name()).then_some(code)
        })?;
        code.parse().ok().map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_tells_the_country() {
        let of = |zone| Country::of_zone(&Zone::parse(zone).unwrap());
        assert_eq!(of("Europe/Paris"), Some(Country(country::Id::FR)));
        assert_eq!(of("America/Toronto"), Some(Country(country::Id::CA)));
        assert_eq!(of("Indian/Reunion"), Some(Country(country::Id::RE)));
        assert_eq!(of("UTC"), None);
    }
}

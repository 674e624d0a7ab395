//! Public holidays, as the year calendar offers them.

use chrono::NaiveDate;
use serde::Serialize;
use specta::Type;

use crate::{Error, Holiday, Result};

/// A public holiday of France.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PublicHoliday {
    /// When.
    pub date: NaiveDate,
    /// Which.
    pub holiday: Holiday,
    /// Kept in Alsace and Moselle only.
    pub regional: bool,
}

/// Those of a year, 1900 to 2200, in order of date.
pub fn public_holidays(year: i32) -> Result<Vec<PublicHoliday>> {
    let all = agenda::french_holidays(year).map_err(Error::fields)?;
    let view = |it: agenda::PublicHoliday| PublicHoliday {
        date: it.date,
        holiday: it.holiday,
        regional: it.holiday.is_regional(),
    };
    Ok(all.into_iter().map(view).collect())
}

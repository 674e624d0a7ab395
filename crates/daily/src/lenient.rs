//! Reading answers that may grow.
//!
//! Daily adds fields, leaves out those that hold a default, and types are not always what the schema
//! says. A field we can do without must never make a whole answer unreadable.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// Seconds since the epoch, as number or as digits; anything else is "not given".
pub(crate) fn seconds<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<DateTime<Utc>>, D::Error> {
    let value = Value::deserialize(deserializer)?;
    Ok(whole_number(&value).and_then(|second| DateTime::from_timestamp(second, 0)))
}

/// An ISO 8601 instant; anything else is "not given".
pub(crate) fn instant<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<DateTime<Utc>>, D::Error> {
    let value = Value::deserialize(deserializer)?;
    Ok(value.as_str().and_then(|text| text.parse().ok()))
}

/// A text that may be missing, `null`, or something else.
pub(crate) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let value = Value::deserialize(deserializer)?;
    Ok(value.as_str().filter(|text| !text.is_empty()).map(str::to_owned))
}

/// A flag; anything but `true` is no.
pub(crate) fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    Ok(Value::deserialize(deserializer)? == Value::Bool(true))
}

/// Whole seconds of a duration; anything else is none at all.
pub(crate) fn duration<'de, D: Deserializer<'de>>(deserializer: D) -> Result<std::time::Duration, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let seconds = whole_number(&value).and_then(|seconds| u64::try_from(seconds).ok());
    Ok(std::time::Duration::from_secs(seconds.unwrap_or(0)))
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a fraction of a second is dropped, `as` saturates"
)]
fn whole_number(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number
            .as_i64()
            .or_else(|| number.as_f64().map(|number| number as i64)),
        Value::String(digits) => digits.parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_empty_name_is_no_name() {
        for value in [json!(""), json!(null), json!(7), json!({})] {
            assert_eq!(text(&value).unwrap(), None, "{value}");
        }
        assert_eq!(text(&json!("Zoé")).unwrap().as_deref(), Some("Zoé"));
    }

    #[test]
    fn a_number_that_is_none_is_not_given() {
        for value in [
            json!("soon"),
            json!(null),
            json!(true),
            json!([1]),
            json!(1e300),
            json!(i64::MIN),
        ] {
            assert_eq!(seconds(&value).unwrap(), None, "{value}");
        }
        assert_eq!(duration(&json!(-5)).unwrap().as_secs(), 0);
        assert_eq!(duration(&json!(12.9)).unwrap().as_secs(), 12);
    }
}

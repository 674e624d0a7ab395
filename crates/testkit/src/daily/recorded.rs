//! What the stand-in was asked.

use super::Endpoint;
use serde_json::Value;

/// A request as it came in. The key is not among it, so a recording can be printed.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// The call it was understood as; `None` if the stand-in knows no such call.
    pub endpoint: Option<Endpoint>,
    /// `GET`, `POST`, `DELETE`.
    pub method: String,
    /// The path below the base, without the query: `/rooms/x`.
    pub path: String,
    /// The query, without its question mark.
    pub query: String,
    /// The body, `Null` if there was none or it was not JSON.
    pub body: Value,
    /// Whether the right key came with it.
    pub authorised: bool,
}

/// A request on its way through the stand-in.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub(super) method: String,
    pub(super) path: Vec<String>,
    pub(super) query: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
    pub(super) authorization: Option<String>,
}

impl Asked {
    /// The last value of a query parameter.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .rfind(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

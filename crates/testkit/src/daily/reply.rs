//! The answers Daily gives, and its refusals in their recorded shapes.
//!
//! Types of refusals and their statuses are those of Daily's REST documentation, "Errors"; the `info`
//! texts are of the kind seen in public bug reports. They are for people: a client must not read them.

use serde_json::{Map, Value, json};

/// Status, JSON body, and the pause asked for.
#[derive(Debug, Clone)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) body: Value,
    pub(super) retry_after: Option<String>,
}

/// The body of a success, or the reply that refuses.
pub(super) type Outcome = Result<Value, Reply>;

impl From<Outcome> for Reply {
    /// Success is 200 everywhere.
    fn from(outcome: Outcome) -> Self {
        outcome.map_or_else(
            |refusal| refusal,
            |body| Self {
                status: 200,
                body,
                retry_after: None,
            },
        )
    }
}

/// `{"error": kind}`, with `info` if there is any.
pub(super) fn refusal(status: u16, kind: &str, info: Option<String>) -> Reply {
    let mut body = Map::new();
    body.insert("error".into(), json!(kind));
    if let Some(info) = info {
        body.insert("info".into(), json!(info));
    }
    Reply {
        status,
        body: Value::Object(body),
        retry_after: None,
    }
}

/// 400 for anything wrong with a value, a missing one, or a name that is taken.
pub(super) fn invalid(info: impl Into<String>) -> Reply {
    refusal(400, "invalid-request-error", Some(info.into()))
}

/// 404 for a room that is not there.
pub(super) fn no_room(name: &str) -> Reply {
    refusal(404, "not-found", Some(format!("room {name} not found")))
}

/// What an account without a card hears about paid features. The status of the real answer is not
/// recorded anywhere public; 400 is a guess, and a client should go by the type.
pub(super) fn unpaid() -> Reply {
    let info = "This feature is only available to paid accounts. Please add a credit card to your account.";
    refusal(400, "invalid-plan-type", Some(info.into()))
}

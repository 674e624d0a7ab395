//! The interface's own words, by their keys.

use serde_json::Value;

use crate::trouble::{Outcome, Trouble, While};

/// All messages of one language.
pub struct Words(Value);

impl Words {
    /// Those of `fr` or `en`.
    pub fn read(language: &str) -> Outcome<Self> {
        let file = format!(
            "{}/../ui/src/text/messages/{language}.json",
            env!("CARGO_MANIFEST_DIR")
        );
        let text = std::fs::read_to_string(&file).during(&file)?;
        Ok(Self(serde_json::from_str(&text).during(&file)?))
    }

    /// The message of this key.
    pub fn get(&self, key: &str) -> Outcome<&str> {
        self.0[key]
            .as_str()
            .ok_or_else(|| Trouble(format!("the interface has no message `{key}`")))
    }
}

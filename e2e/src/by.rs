//! How a test names what it looks for: as a person would.

use serde_json::{Value, json};

/// A way to find an element.
#[derive(Debug, Clone)]
pub struct By(Value);

impl By {
    /// A selector, for what has no name of its own.
    pub fn css(selector: &str) -> Self {
        Self(json!({ "css": selector }))
    }

    /// A role and its whole accessible name.
    pub fn role(role: &str, name: &str) -> Self {
        Self(json!({ "role": role, "name": name, "partly": false }))
    }

    /// A role and a part of its accessible name.
    pub fn role_with(role: &str, part: &str) -> Self {
        Self(json!({ "role": role, "name": part, "partly": true }))
    }

    /// Any element of a role.
    pub fn any(role: &str) -> Self {
        Self(json!({ "role": role, "name": null }))
    }

    /// A button.
    pub fn button(name: &str) -> Self {
        Self::role("button", name)
    }

    /// A link.
    pub fn link(name: &str) -> Self {
        Self::role("link", name)
    }

    /// A field of a form, by its label (a trailing `*` does not count).
    pub fn field(label: &str) -> Self {
        Self(json!({ "field": label, "partly": false }))
    }

    /// The innermost element that holds a text.
    pub fn text(text: &str) -> Self {
        Self(json!({ "text": text }))
    }

    /// The same, but only inside another element.
    #[must_use]
    pub fn inside(mut self, place: &By) -> Self {
        self.0["inside"] = place.0.clone();
        self
    }

    /// As the helper script in the page takes it.
    pub(crate) fn spec(&self) -> &Value {
        &self.0
    }
}

impl std::fmt::Display for By {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

//! What can go wrong on the stage. One kind only: nothing in a test reacts to the difference, a person reads it,
//! so each carries a sentence that says what was wanted and what was there instead.

/// A sentence for the person who reads the failed test.
#[derive(thiserror::Error)]
#[error("{0}")]
pub struct Trouble(pub String);

/// The answer of everything on the stage.
pub type Outcome<T = ()> = Result<T, Trouble>;

// `fn main() -> Result` and test functions print errors with Debug: show the sentence, with its line breaks.
impl std::fmt::Debug for Trouble {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, formatter)
    }
}

impl Trouble {
    /// Trouble with a sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

/// Puts what was being done in front of a lower error.
pub trait While<T> {
    /// The same result, whose error says what was being done.
    fn during(self, doing: impl std::fmt::Display) -> Outcome<T>;
}

impl<T, E: std::fmt::Display> While<T> for Result<T, E> {
    fn during(self, doing: impl std::fmt::Display) -> Outcome<T> {
        self.map_err(|error| Trouble(format!("{doing}: {error}")))
    }
}

//! What any store of agendas must do, whatever database is behind it. Each check takes an opened, empty store.

// Checks are tests whose harness lives elsewhere: what is odd in them is odd in tests.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "checks panic, as tests do"
)]

pub mod appointments;
pub mod busy;
pub mod clients;
pub mod erasing;
pub mod isolation;
pub mod labels;
pub mod likeness;
pub mod merging;
pub mod prospects;
pub mod races;
pub mod reminders;
pub mod rooms;
pub mod series;

/// `expect` for results whose error need not be shown twice.
pub(crate) trait ExpectOrPanic<T> {
    fn expect_or_panic(self, why: &str) -> T;
}

impl<T> ExpectOrPanic<T> for store::Result<T> {
    fn expect_or_panic(self, why: &str) -> T {
        self.unwrap_or_else(|error| panic!("{why}: {error:?}"))
    }
}

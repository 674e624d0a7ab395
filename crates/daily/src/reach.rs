//! Whether Daily answers at all, as the calls themselves show. Nobody asks only to know it: a caller who wants to, while
//! it does not answer, makes the cheapest call ([`Daily::domain`](crate::Daily::domain)).

use tokio::sync::watch;

use crate::{Error, Trouble};

/// Shared by clients and by whoever shows it; clones are the same. Good until a call shows otherwise.
#[derive(Debug, Clone)]
pub struct Reach(watch::Sender<bool>);

impl Default for Reach {
    fn default() -> Self {
        Self(watch::Sender::new(true))
    }
}

impl Reach {
    /// Whether the last call was answered; `true` before the first.
    pub fn answers(&self) -> bool {
        *self.0.borrow()
    }

    /// Returns once [`Reach::answers`] is no longer `was`.
    pub async fn is_no_longer(&self, was: bool) {
        // The sender is ours: it cannot be gone.
        let _ = self.0.subscribe().wait_for(|answers| *answers != was).await;
    }

    /// Notes how a call went. A refusal is an answer, and so is a failure of Daily's own.
    pub(crate) fn note<T>(&self, result: &Result<T, Error>) {
        let silent = matches!(
            result,
            Err(Error::TryLater {
                trouble: Trouble::Offline | Trouble::Timeout | Trouble::Lost,
                ..
            })
        );
        self.0.send_if_modified(|answers| {
            let changed = *answers == silent;
            *answers = !silent;
            changed
        });
    }
}

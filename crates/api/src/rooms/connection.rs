//! Whether what needs the network can be had: everything but the video rooms works without.

use serde::Serialize;
use specta::Type;

use crate::{CoachDesk, Planner, Result, rooms::account::Access};

/// What is known of the way to Daily.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Connection {
    /// Whether Daily answered when it was last asked; `true` before that, and without a key, with which nothing is asked.
    pub daily_answers: bool,
}

impl Planner {
    /// What the last call to Daily showed. Asks nobody.
    pub fn connection(&self) -> Connection {
        Connection {
            daily_answers: self.account.reach().answers(),
        }
    }

    /// Returns once the connection is no longer as it `was`.
    pub async fn connection_other_than(&self, was: Connection) {
        self.account.reach().is_no_longer(was.daily_answers).await;
    }

    /// Asks Daily for something small, to see whether it answers. Without a key nobody is asked.
    pub async fn check_connection(&self) -> Result<Connection> {
        if let Access::Client(client, _) = self.account.access().await? {
            // Whatever the answer is: that there is one is what was asked.
            let _ = client.domain().await;
        }
        Ok(self.connection())
    }
}

impl CoachDesk {
    /// As [`Planner::connection`].
    pub fn connection(&self) -> Connection {
        self.planner.connection()
    }

    /// As [`Planner::check_connection`].
    pub async fn check_connection(&self) -> Result<Connection> {
        self.planner.check_connection().await
    }
}

//! Clients entered twice: shown to the coach, and made one when the coach says so.

use agenda::{ClientId, FieldProblem, SameBy, lookalikes};
use chrono::{DateTime, Utc};
use serde::Serialize;
use specta::Type;

use crate::{Client, CoachDesk, Error, Result};

/// The most pairs shown at once: the next ones come up when these are done.
const MOST_SHOWN: usize = 50;

/// Two clients who may be one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Duplicate {
    /// The one to be kept rather: not archived, then by name.
    pub first: Client,
    /// The other.
    pub other: Client,
    /// What they have in common.
    pub same: Vec<SameBy>,
}

impl CoachDesk {
    /// Clients who may be one person; the first 50 pairs.
    pub async fn client_duplicates(&self, now: DateTime<Utc>) -> Result<Vec<Duplicate>> {
        let pairs = lookalikes(
            &self.rows.contacts().await?,
            &self.rows.clients_told_apart().await?,
        );
        let mut duplicates = Vec::with_capacity(pairs.len().min(MOST_SHOWN));
        for pair in pairs.into_iter().take(MOST_SHOWN) {
            duplicates.push(Duplicate {
                first: self.client(pair.first, now).await?,
                other: self.client(pair.other, now).await?,
                same: pair.same,
            });
        }
        Ok(duplicates)
    }

    /// Remembers that these are two people, who are not shown as a pair again.
    pub async fn tell_clients_apart(&self, one: ClientId, other: ClientId) -> Result<()> {
        if one == other {
            return Err(Error::field("other", FieldProblem::Duplicate));
        }
        Ok(self.rows.tell_clients_apart(one, other).await?)
    }

    /// Makes `other` part of `kept`: appointments move, both notes stay, and what only the other had is taken over.
    /// There is no way back.
    pub async fn merge_clients(&self, kept: ClientId, other: ClientId, now: DateTime<Utc>) -> Result<Client> {
        if kept == other {
            return Err(Error::field("other", FieldProblem::Duplicate));
        }
        let (ours, theirs) = (
            self.rows.client(kept, now).await?,
            self.rows.client(other, now).await?,
        );
        let card = ours.card.merged_with(&theirs.card)?;
        self.rows.merge_clients(&ours, &theirs, &card, now).await?;
        self.client(kept, now).await
    }
}

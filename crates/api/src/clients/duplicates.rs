//! Clients entered twice: shown to the coach, and made one when the coach says so.

use std::collections::HashMap;

use agenda::{ClientId, FieldProblem, Lookalikes, SameBy, lookalikes};
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
    /// Clients who may be one person; 50 pairs at most.
    pub async fn client_duplicates(&self, now: DateTime<Utc>) -> Result<Vec<Duplicate>> {
        let apart = self.rows.clients_told_apart().await?;
        // Those told apart still look alike: there must be pairs enough without them.
        let most = u32::try_from(MOST_SHOWN + apart.len()).unwrap_or(u32::MAX);
        let mut pairs = lookalikes(&self.rows.alike(most).await?, &apart);
        pairs.truncate(MOST_SHOWN);
        let ids: Vec<ClientId> = pairs.iter().flat_map(|it| [it.first, it.other]).collect();
        let home = self.home().await?;
        let clients = self.rows.these_clients(&ids, now).await?;
        let clients: HashMap<ClientId, Client> = clients
            .into_iter()
            .map(|it| (it.id, Client::new(it, home)))
            .collect();
        let pair = |it: Lookalikes| {
            // One who was removed since is no duplicate any more.
            Some(Duplicate {
                first: clients.get(&it.first)?.clone(),
                other: clients.get(&it.other)?.clone(),
                same: it.same,
            })
        };
        Ok(pairs.into_iter().filter_map(pair).collect())
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

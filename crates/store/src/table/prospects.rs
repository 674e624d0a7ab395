//! Prospects: people who stand on appointments and have no profile. One is known again by the e-mail address.

use agenda::{AppointmentId, ClientCard, ClientId, Email};
use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::{CoachRows, Result, codec, table::clients};

/// Who becomes of a prospect.
#[derive(Debug, Clone)]
pub enum Profile<'a> {
    /// A client of that identifier, to be added.
    New(ClientId, &'a ClientCard),
    /// A client who is there already; one who was put away comes back.
    Known(ClientId),
}

impl CoachRows {
    /// Makes appointments of a prospect those of a client. [`Error::NotFound`](crate::Error::NotFound), and nothing
    /// done, when one of them is not of a prospect with that address.
    pub async fn give_profile(
        &self,
        email: &Email,
        profile: Profile<'_>,
        appointments: &[AppointmentId],
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (key, email) = (self.key(), email.as_str());
        let mut tx = self.write().await?;
        let client = match profile {
            Profile::New(id, card) => {
                clients::insert(&mut tx, &key, id, card, now).await?;
                id
            }
            Profile::Known(id) => {
                clients::set_archived(&mut tx, &key, id, None).await?;
                id
            }
        };
        let (client, at) = (client.to_string(), now.timestamp());
        for id in appointments {
            let id = id.to_string();
            let done = sqlx::query!(
                "UPDATE appointments SET client_id = ?, prospect_name = NULL, prospect_email = NULL, updated_at = ?
                 WHERE coach_id = ? AND id = ? AND prospect_email = ? COLLATE NOCASE",
                client,
                at,
                key,
                id,
                email
            )
            .execute(&mut *tx)
            .await?;
            codec::one(done.rows_affected())?;
        }
        Ok(tx.commit().await?)
    }
}

/// Makes every appointment of the prospect with that address the client's.
pub(crate) async fn give_all(
    tx: &mut SqliteConnection,
    coach: &str,
    email: &str,
    client: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let at = now.timestamp();
    sqlx::query!(
        "UPDATE appointments SET client_id = ?, prospect_name = NULL, prospect_email = NULL, updated_at = ?
         WHERE coach_id = ? AND prospect_email = ? COLLATE NOCASE",
        client,
        at,
        coach,
        email
    )
    .execute(tx)
    .await?;
    Ok(())
}

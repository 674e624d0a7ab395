//! Who looks alike. What clients may have in common is kept beside them, in the one way [`Likeness`] writes it, and so is whether
//! somebody shares it (`0015_sharing.sql`), so that those entered twice are found without reading everybody.

use std::collections::BTreeMap;

use agenda::{Contact, Likeness};
use serde::Deserialize;
use sqlx::SqlitePool;

use crate::{CoachRows, Result, codec};

struct Row {
    id: String,
    name: String,
    email: Option<String>,
    phone: Option<String>,
}

/// One who shares something, and where they stand in the list.
#[derive(Deserialize)]
struct Sharing {
    id: String,
    name: String,
    email: Option<String>,
    phone: Option<String>,
    search_name: String,
    archived_at: Option<i64>,
}

/// Who shares what a column holds, as another says whether somebody does. The macro that checks statements wants each spelled out.
macro_rules! sharing {
    ($same:literal, $shares:literal, $key:expr, $most:expr) => {
        sqlx::query_scalar!(
            "SELECT json_group_array(json_array(c.id, c.name, c.email, c.phone, c.search_name, c.archived_at)) AS \"rows!: String\"
             FROM (SELECT DISTINCT "
                + $same
                + " AS it FROM clients WHERE coach_id = ?1 AND "
                + $shares
                + " = 1 LIMIT ?2) AS shared
             CROSS JOIN clients AS c ON c.coach_id = ?1 AND c.id IN (
               SELECT n.id FROM clients AS n WHERE n.coach_id = ?1 AND n."
                + $same
                + " = shared.it ORDER BY (n.archived_at IS NOT NULL), n.search_name, n.id LIMIT ?2 + 1)",
            $key,
            $most
        )
    };
}

impl Row {
    fn contact(self) -> Result<Contact> {
        Ok(Contact {
            id: codec::id(&self.id)?,
            name: self.name,
            email: self.email,
            phone: self.phone,
        })
    }
}

/// Keeps what the clients of an older program may have in common.
pub(crate) async fn complete(pool: &SqlitePool) -> Result<()> {
    let rows = sqlx::query_as!(
        Row,
        "SELECT id, name, email, phone FROM clients WHERE same_name IS NULL AND erased_at IS NULL"
    )
    .fetch_all(pool)
    .await?;
    if rows.is_empty() {
        return Ok(());
    }
    let mut tx = pool.begin_with("BEGIN IMMEDIATE").await?;
    for row in rows {
        let same = Likeness::of(&row.name, row.email.as_deref(), row.phone.as_deref());
        sqlx::query!(
            "UPDATE clients SET same_name = ?, same_email = ?, same_phone = ? WHERE id = ?",
            same.name,
            same.email,
            same.phone,
            row.id
        )
        .execute(&mut *tx)
        .await?;
    }
    Ok(tx.commit().await?)
}

impl CoachRows {
    /// Clients who share a name, an address or a number, by name; archived ones last.
    ///
    /// Of each of the three, `most` are looked at that several share, and of those who share it the first `most` and one:
    /// they make at least `most` pairs, if there are so many.
    pub async fn alike(&self, most: u32) -> Result<Vec<Contact>> {
        let (key, pool) = (self.key(), self.file.pool());
        // One view of the clients for all three.
        let mut tx = pool.begin().await?;
        let names = sharing!("same_name", "shares_name", key, most)
            .fetch_one(&mut *tx)
            .await?;
        let emails = sharing!("same_email", "shares_email", key, most)
            .fetch_one(&mut *tx)
            .await?;
        let phones = sharing!("same_phone", "shares_phone", key, most)
            .fetch_one(&mut *tx)
            .await?;
        let mut in_order = BTreeMap::new();
        for sharing in [names, emails, phones] {
            for it in codec::rows::<Sharing>(&sharing)? {
                let place = (it.archived_at.is_some(), it.search_name, it.id.clone());
                let row = Row {
                    id: it.id,
                    name: it.name,
                    email: it.email,
                    phone: it.phone,
                };
                in_order.insert(place, row);
            }
        }
        in_order.into_values().map(Row::contact).collect()
    }

    /// Clients who share a name, an address or a number with one of `them`, by name; archived ones last.
    pub async fn like(&self, them: &[Likeness]) -> Result<Vec<Contact>> {
        let key = self.key();
        let names = codec::list(them.iter().map(|it| &it.name).filter(|it| !it.is_empty()))?;
        let emails = codec::list(them.iter().filter_map(|it| it.email.as_ref()))?;
        let phones = codec::list(them.iter().filter_map(|it| it.phone.as_ref()))?;
        let rows = sqlx::query_as!(
            Row,
            r#"SELECT id, name, email, phone FROM clients WHERE coach_id = ?1 AND id IN (
                 SELECT c.id FROM json_each(?2) AS it CROSS JOIN clients AS c ON c.coach_id = ?1 AND c.same_name = it.value
                 UNION ALL
                 SELECT c.id FROM json_each(?3) AS it CROSS JOIN clients AS c ON c.coach_id = ?1 AND c.same_email = it.value
                 UNION ALL
                 SELECT c.id FROM json_each(?4) AS it CROSS JOIN clients AS c ON c.coach_id = ?1 AND c.same_phone = it.value)
               ORDER BY (archived_at IS NOT NULL), search_name, id"#,
            key,
            names,
            emails,
            phones
        )
        .fetch_all(&self.file.pool())
        .await?;
        rows.into_iter().map(Row::contact).collect()
    }
}

//! Who looks alike. What clients may have in common is kept beside them, in the one way [`Likeness`] writes it, so that those
//! entered twice are found without reading everybody.

use agenda::{Contact, Likeness};
use sqlx::SqlitePool;

use crate::{CoachRows, Result, codec};

struct Row {
    id: String,
    name: String,
    email: Option<String>,
    phone: Option<String>,
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
        let key = self.key();
        let rows = sqlx::query_as!(
            Row,
            r#"WITH
               names AS (SELECT same_name AS it FROM clients WHERE coach_id = ?1 AND same_name > ''
                 GROUP BY same_name HAVING COUNT(*) > 1 LIMIT ?2),
               emails AS (SELECT same_email AS it FROM clients WHERE coach_id = ?1 AND same_email > ''
                 GROUP BY same_email HAVING COUNT(*) > 1 LIMIT ?2),
               phones AS (SELECT same_phone AS it FROM clients WHERE coach_id = ?1 AND same_phone > ''
                 GROUP BY same_phone HAVING COUNT(*) > 1 LIMIT ?2)
               SELECT id, name, email, phone FROM clients WHERE coach_id = ?1 AND id IN (
                 SELECT c.id FROM names CROSS JOIN clients AS c ON c.id IN (SELECT n.id FROM clients AS n
                   WHERE n.coach_id = ?1 AND n.same_name = names.it
                   ORDER BY (n.archived_at IS NOT NULL), n.search_name, n.id LIMIT ?2 + 1)
                 UNION ALL
                 SELECT c.id FROM emails CROSS JOIN clients AS c ON c.id IN (SELECT n.id FROM clients AS n
                   WHERE n.coach_id = ?1 AND n.same_email = emails.it
                   ORDER BY (n.archived_at IS NOT NULL), n.search_name, n.id LIMIT ?2 + 1)
                 UNION ALL
                 SELECT c.id FROM phones CROSS JOIN clients AS c ON c.id IN (SELECT n.id FROM clients AS n
                   WHERE n.coach_id = ?1 AND n.same_phone = phones.it
                   ORDER BY (n.archived_at IS NOT NULL), n.search_name, n.id LIMIT ?2 + 1))
               ORDER BY (archived_at IS NOT NULL), search_name, id"#,
            key,
            most
        )
        .fetch_all(&self.file.pool())
        .await?;
        rows.into_iter().map(Row::contact).collect()
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

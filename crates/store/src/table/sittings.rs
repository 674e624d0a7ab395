//! Appointments as statistics count them: without their texts, and with the names of what they are counted by.

use std::collections::HashMap;

use agenda::{Actor, ClientId, Line, ReasonId, Sitting, Status, TypeId};
use chrono::{DateTime, Utc};
use serde::Deserialize;

use crate::{CoachRows, Error, Result, codec};

/// A client somebody met in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// Their name.
    pub name: Line<1, 120>,
    /// Whether they were erased: the name stands in place of theirs.
    pub erased: bool,
    /// Their first appointment ever that was not cancelled.
    pub first: Option<DateTime<Utc>>,
}

#[derive(Deserialize)]
struct Row {
    client_id: Option<String>,
    type_id: String,
    reason_id: Option<String>,
    status: String,
    starts_at: i64,
    ends_at: i64,
    cancelled_at: Option<i64>,
    cancelled_by: Option<String>,
}

impl Row {
    fn sitting(self) -> Result<Sitting> {
        let cancelled = match self.cancelled_by.zip(self.cancelled_at) {
            Some((by, at)) => Some((Actor::from_word(&by)?, codec::instant(at)?)),
            None => None,
        };
        Ok(Sitting {
            client: self.client_id.as_deref().map(codec::id).transpose()?,
            type_id: codec::id(&self.type_id)?,
            reason_id: self.reason_id.as_deref().map(codec::id).transpose()?,
            status: Status::from_word(&self.status)?,
            start: codec::instant(self.starts_at)?,
            end: codec::instant(self.ends_at)?,
            cancelled,
        })
    }
}

#[derive(Deserialize)]
struct MetRow {
    client_id: String,
    name: String,
    erased_at: Option<i64>,
    first: Option<i64>,
}

impl MetRow {
    fn met(self) -> Result<(ClientId, Met)> {
        let met = Met {
            name: codec::line(&self.name)?,
            erased: self.erased_at.is_some(),
            first: self.first.map(codec::instant).transpose()?,
        };
        Ok((codec::id(&self.client_id)?, met))
    }
}

impl CoachRows {
    /// Appointments of every status that start in `[from, to)`, by start.
    pub async fn sittings(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<Vec<Sitting>> {
        let (key, from, to) = (self.key(), from.timestamp(), to.timestamp());
        let rows = sqlx::query_scalar!(
            r#"SELECT json_group_array(json_array(
               client_id, type_id, reason_id, status, starts_at, ends_at, cancelled_at, cancelled_by)) AS "rows!: String"
             FROM (SELECT client_id, type_id, reason_id, status, starts_at, ends_at, cancelled_at, cancelled_by
               FROM appointments WHERE coach_id = ? AND starts_at >= ? AND starts_at < ? ORDER BY starts_at) AS held"#,
            key,
            from,
            to
        )
        .fetch_one(&self.file.pool())
        .await?;
        codec::rows(&rows)?.into_iter().map(Row::sitting).collect()
    }

    /// The clients of the appointments that start in `[from, to)`.
    pub async fn met(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<HashMap<ClientId, Met>> {
        let (key, from, to) = (self.key(), from.timestamp(), to.timestamp());
        // The sign keeps SQLite from walking all appointments by client only to have them grouped.
        let rows = sqlx::query_scalar!(
            r#"SELECT json_group_array(json_array(met.client_id, c.name, c.erased_at, c.first_kept_at)) AS "rows!: String"
             FROM (SELECT a.client_id FROM appointments AS a
                 WHERE a.coach_id = ?1 AND a.starts_at >= ?2 AND a.starts_at < ?3 AND a.client_id IS NOT NULL
                 GROUP BY +a.client_id) AS met
             CROSS JOIN clients AS c ON c.coach_id = ?1 AND c.id = met.client_id"#,
            key,
            from,
            to
        )
        .fetch_one(&self.file.pool())
        .await?;
        codec::rows(&rows)?.into_iter().map(MetRow::met).collect()
    }

    /// What every type is called, archived ones too, with its colour.
    pub async fn type_names(&self) -> Result<HashMap<TypeId, (String, String)>> {
        let key = self.key();
        let rows = sqlx::query!(
            "SELECT id, name, colour FROM appointment_types WHERE coach_id = ?",
            key
        )
        .fetch_all(&self.file.pool())
        .await?;
        rows.into_iter()
            .map(|row| Ok::<_, Error>((codec::id(&row.id)?, (row.name, row.colour))))
            .collect()
    }

    /// What every reason is called, archived ones too.
    pub async fn reason_names(&self) -> Result<HashMap<ReasonId, String>> {
        let key = self.key();
        let rows = sqlx::query!(
            "SELECT id, label FROM appointment_reasons WHERE coach_id = ?",
            key
        )
        .fetch_all(&self.file.pool())
        .await?;
        rows.into_iter()
            .map(|row| Ok::<_, Error>((codec::id(&row.id)?, row.label)))
            .collect()
    }
}

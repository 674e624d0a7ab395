//! `appointment_types`: what kinds of meeting a coach offers.

use agenda::{AppointmentType, Block, Colour, MeetingKind, TypeCard, TypeId};
use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::{
    CoachRows, Result, codec,
    table::{ordered_list::ordered_list, reminder_offsets},
};

struct Row {
    id: String,
    name: String,
    duration_min: i64,
    colour: String,
    description: String,
    buffer_before_min: i64,
    buffer_after_min: i64,
    default_kind: String,
    own_reminders: i64,
    offsets: Option<String>,
    archived_at: Option<i64>,
}

impl Row {
    fn appointment_type(self) -> Result<AppointmentType> {
        Ok(AppointmentType {
            id: codec::id(&self.id)?,
            card: TypeCard {
                name: codec::line(&self.name)?,
                duration_min: codec::number(self.duration_min)?,
                colour: codec::parsed(Colour::parse(&self.colour))?,
                description: codec::parsed(Block::parse(&self.description))?,
                buffer_before_min: codec::number(self.buffer_before_min)?,
                buffer_after_min: codec::number(self.buffer_after_min)?,
                default_kind: MeetingKind::from_word(&self.default_kind)?,
                reminder_offsets_min: reminder_offsets::of_type(self.own_reminders, self.offsets.as_deref())?,
            },
            archived: self.archived_at.is_some(),
        })
    }
}

/// Appends a type to the end of the coach's list.
pub(crate) async fn insert(tx: &mut SqliteConnection, coach: &str, it: &AppointmentType) -> Result<()> {
    let (id, card) = (it.id.to_string(), &it.card);
    let (name, colour, description) = (
        card.name.as_str(),
        card.colour.to_string(),
        card.description.as_str(),
    );
    let kind = card.default_kind.word();
    sqlx::query!(
        "INSERT INTO appointment_types (id, coach_id, name, duration_min, colour, description, buffer_before_min,
           buffer_after_min, default_kind, position)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, COALESCE(MAX(position), 0) + 1 FROM appointment_types
         WHERE coach_id = ?2",
        id,
        coach,
        name,
        card.duration_min,
        colour,
        description,
        card.buffer_before_min,
        card.buffer_after_min,
        kind
    )
    .execute(&mut *tx)
    .await?;
    reminder_offsets::write(tx, coach, &id, card.reminder_offsets_min.as_deref()).await
}

impl CoachRows {
    /// The types on offer, in the coach's order.
    pub async fn appointment_types(&self) -> Result<Vec<AppointmentType>> {
        let key = self.key();
        sqlx::query_as!(
            Row,
            r#"SELECT id, name, duration_min, colour, description, buffer_before_min, buffer_after_min, default_kind,
                 own_reminders, (SELECT group_concat(o.before_min) FROM type_reminder_offsets AS o
                   WHERE o.coach_id = t.coach_id AND o.type_id = t.id) AS "offsets: String", archived_at
               FROM appointment_types AS t WHERE coach_id = ? AND archived_at IS NULL ORDER BY position, id"#,
            key
        )
        .fetch_all(&self.file.pool())
        .await?
        .into_iter()
        .map(Row::appointment_type)
        .collect()
    }

    /// One type, also an archived one.
    pub async fn appointment_type(&self, id: TypeId) -> Result<AppointmentType> {
        let (key, id) = (self.key(), id.to_string());
        sqlx::query_as!(
            Row,
            r#"SELECT id, name, duration_min, colour, description, buffer_before_min, buffer_after_min, default_kind,
                 own_reminders, (SELECT group_concat(o.before_min) FROM type_reminder_offsets AS o
                   WHERE o.coach_id = t.coach_id AND o.type_id = t.id) AS "offsets: String", archived_at
               FROM appointment_types AS t WHERE coach_id = ? AND id = ?"#,
            key,
            id
        )
        .fetch_one(&self.file.pool())
        .await?
        .appointment_type()
    }

    /// Adds a type at the end.
    pub async fn add_appointment_type(&self, it: &AppointmentType) -> Result<()> {
        let mut tx = self.write().await?;
        insert(&mut tx, &self.key(), it).await?;
        Ok(tx.commit().await?)
    }

    /// Replaces what a type says. Appointments booked before keep their length and buffers; the reminders of those ahead
    /// are brought in line.
    pub async fn update_appointment_type(
        &self,
        id: TypeId,
        card: &TypeCard,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (key, id) = (self.key(), id.to_string());
        let (name, colour, description) = (
            card.name.as_str(),
            card.colour.to_string(),
            card.description.as_str(),
        );
        let kind = card.default_kind.word();
        let mut tx = self.write().await?;
        let done = sqlx::query!(
            "UPDATE appointment_types SET name = ?, duration_min = ?, colour = ?, description = ?,
               buffer_before_min = ?, buffer_after_min = ?, default_kind = ? WHERE coach_id = ? AND id = ?",
            name,
            card.duration_min,
            colour,
            description,
            card.buffer_before_min,
            card.buffer_after_min,
            kind,
            key,
            id
        )
        .execute(&mut *tx)
        .await?;
        codec::one(done.rows_affected())?;
        reminder_offsets::write(&mut tx, &key, &id, card.reminder_offsets_min.as_deref()).await?;
        reminder_offsets::replan(&mut tx, &key, now).await?;
        Ok(tx.commit().await?)
    }
}

ordered_list!(
    TypeId,
    "appointment_types",
    "type_id",
    delete_appointment_type,
    reorder_appointment_types
);

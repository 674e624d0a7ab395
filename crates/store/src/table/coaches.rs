//! `coaches`: the owners of agendas.

use agenda::{AppointmentType, Coach, CoachSettings, Language, Reason};
use chrono::{DateTime, Utc};
use slots::{WeeklyHours, Zone};

use crate::{
    CoachRows, Error, Result, Store, codec,
    table::{appointment_reasons, appointment_types, coach_availability, coach_settings, reminder_offsets},
};

struct Row {
    id: String,
    name: String,
    zone: String,
    language: String,
}

impl Row {
    fn coach(self) -> Result<Coach> {
        Ok(Coach {
            id: codec::id(&self.id)?,
            name: codec::line(&self.name)?,
            zone: Zone::parse(&self.zone).map_err(|_| Error::Unreadable(format!("zone {:?}", self.zone)))?,
            language: Language::from_word(&self.language)?,
        })
    }
}

impl Store {
    /// The coach of this computer: the first one made. `None` before the first run is done.
    pub async fn first_coach(&self) -> Result<Option<Coach>> {
        let row = sqlx::query_as!(
            Row,
            "SELECT id, name, zone, language FROM coaches ORDER BY created_at, id LIMIT 1"
        )
        .fetch_optional(&self.file.pool())
        .await?;
        row.map(Row::coach).transpose()
    }

    /// Makes a coach with settings, weekly hours, types and reasons, all or nothing.
    pub async fn create_coach(
        &self,
        coach: &Coach,
        settings: &CoachSettings,
        weekly: &WeeklyHours,
        types: &[AppointmentType],
        reasons: &[Reason],
        now: DateTime<Utc>,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        let (id, name, zone) = (coach.id.to_string(), coach.name.as_str(), coach.zone.name());
        let (language, at) = (coach.language.word(), now.timestamp());
        sqlx::query!(
            "INSERT INTO coaches (id, name, zone, language, created_at) VALUES (?, ?, ?, ?, ?)",
            id,
            name,
            zone,
            language,
            at
        )
        .execute(&mut *tx)
        .await?;
        sqlx::query!("INSERT INTO coach_settings (coach_id) VALUES (?)", id)
            .execute(&mut *tx)
            .await?;
        coach_settings::write(&mut tx, &id, settings).await?;
        coach_availability::write(&mut tx, &id, weekly).await?;
        for it in types {
            appointment_types::insert(&mut tx, &id, it).await?;
        }
        for it in reasons {
            appointment_reasons::insert(&mut tx, &id, it).await?;
        }
        Ok(tx.commit().await?)
    }
}

impl CoachRows {
    /// The coach these rows belong to.
    pub async fn coach_card(&self) -> Result<Coach> {
        let key = self.key();
        sqlx::query_as!(
            Row,
            "SELECT id, name, zone, language FROM coaches WHERE id = ?",
            key
        )
        .fetch_one(&self.file.pool())
        .await?
        .coach()
    }

    /// Writes name, zone, language and settings together, and brings the reminders of appointments ahead in line.
    pub async fn update_coach(
        &self,
        coach: &Coach,
        settings: &CoachSettings,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (key, name, zone) = (self.key(), coach.name.as_str(), coach.zone.name());
        let language = coach.language.word();
        let mut tx = self.write().await?;
        let done = sqlx::query!(
            "UPDATE coaches SET name = ?, zone = ?, language = ? WHERE id = ?",
            name,
            zone,
            language,
            key
        )
        .execute(&mut *tx)
        .await?;
        codec::one(done.rows_affected())?;
        coach_settings::write(&mut tx, &key, settings).await?;
        reminder_offsets::replan(&mut tx, &key, now).await?;
        Ok(tx.commit().await?)
    }
}

//! `coach_settings` and `reminder_offsets`: how the agenda of a coach behaves.

use std::num::NonZeroU16;

use agenda::{CoachSettings, QuietHours, Theme};
use chrono::Weekday;
use sqlx::SqliteConnection;

use crate::{CoachRows, Error, Result, codec};

/// What is known of the video account beside its key, which is never here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VideoDomain {
    /// The domain name that Daily answered when the key was checked.
    pub name: Option<String>,
    /// Daily said that the stored key is not valid (any more).
    pub key_refused: bool,
}

pub(crate) async fn write(tx: &mut SqliteConnection, coach: &str, settings: &CoachSettings) -> Result<()> {
    let (theme, first) = (
        settings.theme.word(),
        i64::from(settings.first_weekday.number_from_monday()),
    );
    let (step, notice) = (i64::from(settings.step_min), i64::from(settings.notice_min));
    let (horizon, most) = (
        i64::from(settings.horizon_days),
        settings.max_per_day.map(|n| i64::from(n.get())),
    );
    let (quiet_from, quiet_to) = (
        settings.quiet_hours.map(QuietHours::from_min),
        settings.quiet_hours.map(QuietHours::to_min),
    );
    sqlx::query!(
        "UPDATE coach_settings SET theme = ?, first_weekday = ?, step_min = ?, notice_min = ?, horizon_days = ?,
           max_per_day = ?, hide_names = ?, quiet_from_min = ?, quiet_to_min = ? WHERE coach_id = ?",
        theme,
        first,
        step,
        notice,
        horizon,
        most,
        settings.hide_names,
        quiet_from,
        quiet_to,
        coach
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!("DELETE FROM reminder_offsets WHERE coach_id = ?", coach)
        .execute(&mut *tx)
        .await?;
    for &before in &settings.reminder_offsets_min {
        sqlx::query!(
            "INSERT INTO reminder_offsets (coach_id, before_min) VALUES (?, ?)",
            coach,
            before
        )
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}

pub(crate) fn quiet_hours(from: Option<i64>, to: Option<i64>) -> Result<Option<QuietHours>> {
    let Some((from, to)) = from.zip(to) else {
        return Ok(None);
    };
    let hours = QuietHours::new(codec::number(from)?, codec::number(to)?);
    hours
        .map(Some)
        .ok_or_else(|| Error::Unreadable(format!("quiet hours {from} to {to}")))
}

fn weekday(iso: i64) -> Result<Weekday> {
    let days = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
        Weekday::Sat,
        Weekday::Sun,
    ];
    usize::try_from(iso - 1)
        .ok()
        .and_then(|index| days.get(index).copied())
        .ok_or_else(|| Error::Unreadable(format!("weekday {iso}")))
}

impl CoachRows {
    /// The coach's settings.
    pub async fn settings(&self) -> Result<CoachSettings> {
        let key = self.key();
        let row = sqlx::query!(
            "SELECT theme, first_weekday, step_min, notice_min, horizon_days, max_per_day, hide_names,
               quiet_from_min, quiet_to_min FROM coach_settings WHERE coach_id = ?",
            key
        )
        .fetch_one(&self.file.pool())
        .await?;
        let most = row.max_per_day.map(codec::number::<u16>).transpose()?;
        Ok(CoachSettings {
            theme: Theme::from_word(&row.theme)?,
            first_weekday: weekday(row.first_weekday)?,
            step_min: codec::number(row.step_min)?,
            notice_min: codec::number(row.notice_min)?,
            horizon_days: codec::number(row.horizon_days)?,
            max_per_day: most.and_then(NonZeroU16::new),
            reminder_offsets_min: self.reminder_offsets().await?,
            hide_names: row.hide_names != 0,
            quiet_hours: quiet_hours(row.quiet_from_min, row.quiet_to_min)?,
        })
    }

    async fn reminder_offsets(&self) -> Result<Vec<u32>> {
        let key = self.key();
        sqlx::query_scalar!(
            "SELECT before_min FROM reminder_offsets WHERE coach_id = ? ORDER BY before_min DESC",
            key
        )
        .fetch_all(&self.file.pool())
        .await?
        .into_iter()
        .map(codec::number)
        .collect()
    }

    /// What is known of the video account.
    pub async fn video_domain(&self) -> Result<VideoDomain> {
        let key = self.key();
        let row = sqlx::query!(
            "SELECT daily_domain, daily_key_refused FROM coach_settings WHERE coach_id = ?",
            key
        )
        .fetch_one(&self.file.pool())
        .await?;
        Ok(VideoDomain {
            name: row.daily_domain,
            key_refused: row.daily_key_refused != 0,
        })
    }

    /// Writes what is known of the video account.
    pub async fn set_video_domain(&self, domain: &VideoDomain) -> Result<()> {
        let key = self.key();
        let done = sqlx::query!(
            "UPDATE coach_settings SET daily_domain = ?, daily_key_refused = ? WHERE coach_id = ?",
            domain.name,
            domain.key_refused,
            key
        )
        .execute(&self.file.pool())
        .await?;
        codec::one(done.rows_affected())
    }
}

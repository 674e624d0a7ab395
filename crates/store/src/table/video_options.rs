//! `video_options` and `plan_refusals`: how a coach's rooms are made, and what the account's plan did not allow.

use agenda::{PaidFeature, RecordingChoice, RoomLanguage, RoomRegion, VideoOptions};
use chrono::{DateTime, Utc};

use crate::{CoachRows, Result, codec};

/// Something the plan refused when it was last asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanRefusal {
    /// What.
    pub feature: PaidFeature,
    /// Since when it is refused.
    pub since: DateTime<Utc>,
}

impl CoachRows {
    /// How rooms are made for the coach.
    pub async fn video_options(&self) -> Result<VideoOptions> {
        let key = self.key();
        let row = sqlx::query!(
            "SELECT recording, transcription, language, region, screen_share, hide_branding
             FROM video_options WHERE coach_id = ?",
            key
        )
        .fetch_optional(&self.file.pool())
        .await?;
        let Some(row) = row else {
            return Ok(VideoOptions::default());
        };
        Ok(VideoOptions {
            recording: RecordingChoice::from_word(&row.recording)?,
            transcription: row.transcription != 0,
            language: row.language.as_deref().map(RoomLanguage::from_word).transpose()?,
            region: row.region.as_deref().map(RoomRegion::from_word).transpose()?,
            screen_share: row.screen_share != 0,
            hide_branding: row.hide_branding != 0,
        })
    }

    /// Replaces how rooms are made for the coach.
    pub async fn set_video_options(&self, options: &VideoOptions) -> Result<()> {
        let (key, recording) = (self.key(), options.recording.word());
        let (language, region) = (
            options.language.map(RoomLanguage::word),
            options.region.map(RoomRegion::word),
        );
        sqlx::query!(
            "INSERT INTO video_options
               (coach_id, recording, transcription, language, region, screen_share, hide_branding)
             VALUES (?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (coach_id) DO UPDATE SET recording = excluded.recording,
               transcription = excluded.transcription, language = excluded.language, region = excluded.region,
               screen_share = excluded.screen_share, hide_branding = excluded.hide_branding",
            key,
            recording,
            options.transcription,
            language,
            region,
            options.screen_share,
            options.hide_branding
        )
        .execute(&self.file.pool())
        .await?;
        Ok(())
    }

    /// What the plan refused when it was last asked for.
    pub async fn plan_refusals(&self) -> Result<Vec<PlanRefusal>> {
        let key = self.key();
        let rows = sqlx::query!(
            "SELECT feature, since FROM plan_refusals WHERE coach_id = ? ORDER BY since, feature",
            key
        )
        .fetch_all(&self.file.pool())
        .await?;
        let refusals = rows.into_iter().map(|row| {
            Ok(PlanRefusal {
                feature: PaidFeature::from_word(&row.feature)?,
                since: codec::instant(row.since)?,
            })
        });
        refusals.collect()
    }

    /// Writes down that the plan refused something. What was refused before stays refused since then.
    pub async fn plan_refused(&self, feature: PaidFeature, now: DateTime<Utc>) -> Result<()> {
        let (key, feature, now) = (self.key(), feature.word(), now.timestamp());
        sqlx::query!(
            "INSERT INTO plan_refusals (coach_id, feature, since) VALUES (?, ?, ?)
             ON CONFLICT (coach_id, feature) DO NOTHING",
            key,
            feature,
            now
        )
        .execute(&self.file.pool())
        .await?;
        Ok(())
    }

    /// Writes down that something is not refused (any more), or not wanted.
    pub async fn plan_allows(&self, feature: PaidFeature) -> Result<()> {
        let (key, feature) = (self.key(), feature.word());
        sqlx::query!(
            "DELETE FROM plan_refusals WHERE coach_id = ? AND feature = ?",
            key,
            feature
        )
        .execute(&self.file.pool())
        .await?;
        Ok(())
    }
}

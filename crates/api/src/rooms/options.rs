//! How a coach's rooms are made, and what becomes of a wish that the account's plan refuses: the session goes on without,
//! and the coach is told in words.

use agenda::{Language, PaidFeature, RecordingChoice, RoomLanguage, RoomRegion, VideoOptions};
use chrono::{DateTime, Utc};
use daily::{OwnerRights, Recording, RecordingKind, RoomOptions};
use serde::Serialize;
use slots::Zone;
use specta::Type;

use crate::{CoachDesk, Result};

/// Something the plan refused when it was last asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PlanRefusal {
    /// What.
    pub feature: PaidFeature,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// The options as the settings show them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct VideoSettings {
    /// What was chosen.
    pub options: VideoOptions,
    /// The region while none is chosen.
    pub usual_region: RoomRegion,
    /// What the plan refuses of it.
    pub refused: Vec<PlanRefusal>,
}

impl CoachDesk {
    /// How rooms are made.
    pub async fn video_settings(&self) -> Result<VideoSettings> {
        let refused = self.rows.plan_refusals().await?;
        let coach = self.rows.coach_card().await?;
        Ok(VideoSettings {
            options: self.rows.video_options().await?,
            usual_region: RoomRegion::usual(coach.language, &coach.zone),
            refused: refused
                .into_iter()
                .map(|it| PlanRefusal {
                    feature: it.feature,
                    since: it.since,
                })
                .collect(),
        })
    }

    /// Changes how rooms are made; those of sessions ahead are changed with it.
    ///
    /// Daily's name belongs to the whole account, so Daily is asked at once: when it cannot be, nothing is changed.
    pub async fn update_video_options(
        &self,
        options: VideoOptions,
        now: DateTime<Utc>,
    ) -> Result<VideoSettings> {
        let before = self.rows.video_options().await?;
        let hide_branding = if options.hide_branding == before.hide_branding {
            before.hide_branding
        } else {
            self.ask_for_branding(options.hide_branding, now).await?
        };
        let options = VideoOptions {
            hide_branding,
            ..options
        };
        self.rows.set_video_options(&options).await?;
        self.forget_unwanted_refusals(&before, &options).await?;
        self.put_rooms_right(now).await?;
        self.video_settings().await
    }

    /// What was asked for, unless the plan refuses it; that is written down.
    async fn ask_for_branding(&self, hide: bool, now: DateTime<Utc>) -> Result<bool> {
        let (client, _) = self.daily().await?;
        match client.hide_branding(hide).await {
            Ok(()) => {
                self.rows.plan_allows(PaidFeature::Branding).await?;
                Ok(hide)
            }
            Err(error) if may_be_the_plan(&error) => {
                self.rows.plan_refused(PaidFeature::Branding, now).await?;
                Ok(false)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// What is no longer wanted, or wanted anew, is not refused: the next room or session shows.
    async fn forget_unwanted_refusals(&self, before: &VideoOptions, after: &VideoOptions) -> Result<()> {
        if before.recording != after.recording {
            self.rows.plan_allows(PaidFeature::Recording).await?;
        }
        if before.transcription != after.transcription {
            self.rows.plan_allows(PaidFeature::Transcription).await?;
        }
        Ok(())
    }

    /// Has every room ahead that is made brought to what is wanted now.
    pub(crate) async fn put_rooms_right(&self, now: DateTime<Utc>) -> Result<()> {
        for room in self.rows.wanted_rooms(now).await? {
            self.planner
                .store
                .put_right(self.rows.coach(), &room, now)
                .await?;
        }
        self.want_room_work();
        Ok(())
    }

    /// Writes down what was refused of `wanted`, and that the rest was not.
    pub(crate) async fn note_refusals(
        &self,
        wanted: &[PaidFeature],
        refused: bool,
        now: DateTime<Utc>,
    ) -> Result<()> {
        for &feature in wanted {
            if refused {
                self.rows.plan_refused(feature, now).await?;
            } else {
                self.rows.plan_allows(feature).await?;
            }
        }
        Ok(())
    }
}

/// Whether a refusal may come from what the plan includes. What Daily answers to an account without is not documented: a
/// request refused as wrong is tried without as well.
pub(crate) fn may_be_the_plan(error: &daily::Error) -> bool {
    matches!(
        error,
        daily::Error::PlanRefused { .. } | daily::Error::Invalid { .. }
    )
}

/// What goes with the room.
pub(crate) fn room_options(options: VideoOptions, language: Language, zone: &Zone) -> RoomOptions {
    let region = options
        .region
        .unwrap_or_else(|| RoomRegion::usual(language, zone));
    RoomOptions {
        language: options.language.map_or_else(|| own(language), page_language),
        region: daily_region(region),
        screen_share: options.screen_share,
        chat: false,
        keep_transcripts: options.transcription,
    }
}

/// What goes with the owner's token, and with no other.
pub(crate) fn owner_rights(options: VideoOptions) -> OwnerRights {
    let on_demand = |kind| Some(Recording::OnDemand(kind));
    OwnerRights {
        recording: match options.recording {
            RecordingChoice::Off => None,
            RecordingChoice::OnDemand => on_demand(RecordingKind::Cloud),
            RecordingChoice::SoundOnDemand => on_demand(RecordingKind::CloudAudioOnly),
            RecordingChoice::OnThisComputer => on_demand(RecordingKind::Local),
            RecordingChoice::FromTheStart => Some(Recording::FromTheStart),
        },
        transcription: options.transcription,
    }
}

/// The paid features among rights.
pub(crate) fn paid(rights: OwnerRights) -> Vec<PaidFeature> {
    let recording = rights.recording.map(|_| PaidFeature::Recording);
    let transcription = rights.transcription.then_some(PaidFeature::Transcription);
    recording.into_iter().chain(transcription).collect()
}

fn own(language: Language) -> daily::Language {
    match language {
        Language::Fr => daily::Language::French,
        Language::En => daily::Language::English,
    }
}

fn page_language(language: RoomLanguage) -> daily::Language {
    match language {
        RoomLanguage::Visitor => daily::Language::Browser,
        RoomLanguage::French => daily::Language::French,
        RoomLanguage::English => daily::Language::English,
        RoomLanguage::German => daily::Language::German,
        RoomLanguage::Spanish => daily::Language::Spanish,
        RoomLanguage::Italian => daily::Language::Italian,
        RoomLanguage::Dutch => daily::Language::Dutch,
        RoomLanguage::Portuguese => daily::Language::Portuguese,
    }
}

fn daily_region(region: RoomRegion) -> Option<daily::Region> {
    Some(match region {
        RoomRegion::Nearest => return None,
        RoomRegion::Frankfurt => daily::Region::Frankfurt,
        RoomRegion::London => daily::Region::London,
        RoomRegion::Virginia => daily::Region::Virginia,
        RoomRegion::Oregon => daily::Region::Oregon,
        RoomRegion::SaoPaulo => daily::Region::SaoPaulo,
        RoomRegion::CapeTown => daily::Region::CapeTown,
        RoomRegion::Mumbai => daily::Region::Mumbai,
        RoomRegion::Singapore => daily::Region::Singapore,
        RoomRegion::Seoul => daily::Region::Seoul,
        RoomRegion::Sydney => daily::Region::Sydney,
    })
}

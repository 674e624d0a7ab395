//! What a coach chooses about video rooms. How Daily is told is `daily`'s.

use serde::{Deserialize, Serialize};
use slots::Zone;
use specta::Type;

use crate::{Language, appointment::words};

/// Whether and how sessions are recorded; the coach alone can start it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RecordingChoice {
    /// Not at all.
    #[default]
    Off,
    /// Sound and picture, kept at Daily, when the coach presses the button.
    OnDemand,
    /// Sound alone, kept at Daily, when the coach presses the button.
    SoundOnDemand,
    /// To a file on the coach's computer, when the coach presses the button.
    OnThisComputer,
    /// Sound and picture, kept at Daily, from the moment the coach joins.
    FromTheStart,
}
words!(RecordingChoice {
    Off = "off",
    OnDemand = "on_demand",
    SoundOnDemand = "sound_on_demand",
    OnThisComputer = "on_this_computer",
    FromTheStart = "from_the_start",
});

/// The language of the video page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum RoomLanguage {
    /// Each person's own, as their browser says.
    Visitor,
    French,
    English,
    German,
    Spanish,
    Italian,
    Dutch,
    Portuguese,
}
words!(RoomLanguage {
    Visitor = "visitor",
    French = "fr",
    English = "en",
    German = "de",
    Spanish = "es",
    Italian = "it",
    Dutch = "nl",
    Portuguese = "pt",
});

/// Where the sound and picture of a session are handled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum RoomRegion {
    /// Nearest the first to join.
    Nearest,
    /// Inside the European Union.
    Frankfurt,
    London,
    Virginia,
    Oregon,
    SaoPaulo,
    CapeTown,
    Mumbai,
    Singapore,
    Seoul,
    Sydney,
}
words!(RoomRegion {
    Nearest = "nearest",
    Frankfurt = "frankfurt",
    London = "london",
    Virginia = "virginia",
    Oregon = "oregon",
    SaoPaulo = "sao_paulo",
    CapeTown = "cape_town",
    Mumbai = "mumbai",
    Singapore = "singapore",
    Seoul = "seoul",
    Sydney = "sydney",
});

/// How video rooms are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct VideoOptions {
    /// Needs a paid account.
    pub recording: RecordingChoice,
    /// Written down as it is said, from the moment the coach joins. Needs a paid account.
    pub transcription: bool,
    /// None: the coach's own.
    pub language: Option<RoomLanguage>,
    /// None: [`RoomRegion::usual`].
    pub region: Option<RoomRegion>,
    /// Whether people may show their screen.
    pub screen_share: bool,
    /// Leaves Daily's name out of every room of the account. Needs a paid account.
    pub hide_branding: bool,
}

impl Default for VideoOptions {
    /// Nothing that costs.
    fn default() -> Self {
        Self {
            recording: RecordingChoice::Off,
            transcription: false,
            language: None,
            region: None,
            screen_share: true,
            hide_branding: false,
        }
    }
}

impl RoomRegion {
    /// The region of a coach who chose none: inside the European Union for one who works in Europe or speaks French. Whoever
    /// only has the window speak English moves no call elsewhere.
    pub fn usual(language: Language, zone: &Zone) -> Self {
        if language == Language::Fr || zone.name().starts_with("Europe/") {
            Self::Frankfurt
        } else {
            Self::Nearest
        }
    }
}

/// What only some plans of an account include.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PaidFeature {
    /// Recording a session.
    Recording,
    /// Writing down what is said.
    Transcription,
    /// Leaving out Daily's name.
    Branding,
}
words!(PaidFeature { Recording = "recording", Transcription = "transcription", Branding = "branding" });

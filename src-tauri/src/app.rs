//! The state every command takes: the planner, once its database is open, and the clock.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use api::{BaseUrl, CoachDesk, KeySafe, Language, MemorySafe, Planner};
use chrono::{DateTime, Utc};
use daily::ApiKey;
use tokio::sync::{Notify, OnceCell};

use crate::{
    args::Args, board::Board, chosen_file::ChosenFile, clock::Clock, errands::Errands, exporting::Wanted,
    habits::KeptHabits, keyring::SystemKeyring, login::Login, popups::Service, tray::Tray,
};

/// What the database is called in its folder.
const DATABASE: &str = "agenda.db";
/// The folder beside it that keeps its copies.
const BACKUPS: &str = "backups";

/// The state of the application.
pub(crate) struct App {
    planner: OnceCell<Planner>,
    folder: PathBuf,
    pub(crate) clock: Clock,
    pub(crate) demo: bool,
    pub(crate) popups: Service,
    pub(crate) board: Board,
    pub(crate) errands: Errands,
    pub(crate) tray: Tray,
    pub(crate) habits: KeptHabits,
    pub(crate) login: Login,
    /// Something was written: what is shown outside the window may be stale.
    pub(crate) written: Notify,
    pub(crate) export_wanted: Wanted,
    pub(crate) chosen_file: ChosenFile,
}

impl App {
    /// Nothing is opened yet.
    pub(crate) fn new(args: &Args, folder: PathBuf) -> Self {
        Self {
            planner: OnceCell::new(),
            clock: Clock::of_this_run(),
            demo: args.demo,
            popups: Service::default(),
            board: Board::default(),
            errands: Errands::default(),
            tray: Tray::default(),
            habits: KeptHabits::in_folder(&folder),
            login: Login::new(args),
            written: Notify::new(),
            folder,
            export_wanted: Wanted::default(),
            chosen_file: ChosenFile::default(),
        }
    }

    /// The planner. Whoever asks first opens the database, and everybody else waits for it; when it cannot be opened,
    /// the next to ask tries again.
    pub(crate) async fn planner(&self) -> api::Result<Planner> {
        let opened = self
            .planner
            .get_or_try_init(|| open(&self.folder, self.demo, &self.clock))
            .await;
        opened
            .cloned()
            .inspect_err(|error| tracing::error!(%error, code = ?error.code, "the agenda cannot be opened"))
    }

    /// The desk of this computer's coach.
    pub(crate) async fn desk(&self) -> api::Result<CoachDesk> {
        self.planner().await?.desk().await
    }

    /// Where the agenda is.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The file of the agenda.
    pub(crate) fn agenda(&self) -> PathBuf {
        self.folder.join(DATABASE)
    }

    /// Where copies of the agenda are kept.
    pub(crate) fn backups(&self) -> PathBuf {
        self.folder.join(BACKUPS)
    }

    /// The instant.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }
}

async fn open(folder: &Path, demo: bool, clock: &Clock) -> api::Result<Planner> {
    let (agenda, backups) = (folder.join(DATABASE), folder.join(BACKUPS));
    let locale = sys_locale::get_locale().unwrap_or_default();
    let planner = Planner::open(&agenda, &backups, base_url(demo), key_safe(demo), clock.now())
        .await?
        .in_locale(&locale);
    if demo {
        planner
            .fill_with_examples(Language::of_locale(&locale), clock.now())
            .await?;
    }
    Ok(planner)
}

/// Daily's address; that of a stand-in on this computer for demonstrations and debug builds alone.
fn base_url(demo: bool) -> BaseUrl {
    if demo || cfg!(debug_assertions) {
        let told = std::env::var("VIRTUS_DAILY_URL").ok();
        if let Some(base) = told
            .and_then(|text| BaseUrl::parse(&text).ok())
            .filter(BaseUrl::is_loopback)
        {
            return base;
        }
    }
    BaseUrl::default()
}

/// The system's keyring; in a demonstration a safe in memory, so that the coach's own key is not touched.
fn key_safe(demo: bool) -> Arc<dyn KeySafe> {
    if !demo {
        return Arc::new(SystemKeyring);
    }
    let key = std::env::var("VIRTUS_DEMO_KEY")
        .ok()
        .and_then(|text| ApiKey::parse(&text).ok());
    Arc::new(key.map_or_else(MemorySafe::default, MemorySafe::holding))
}

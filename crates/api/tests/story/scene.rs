//! Where the stories play: an agenda set up by its first run, with a client, beside a stand-in for Daily.

use std::sync::{Arc, Mutex};

use api::{
    Appointment, BaseUrl, Browser, ClientInput, CoachDesk, JoinUrl, KeySafe, Language, MeetingKind,
    MemorySafe, NewAppointment, NewCoach, NewPerson, NotShown, Notice, Notifier, Planner, SafeUnavailable,
    Store, TypeId,
};
use daily::ApiKey;
use tempfile::TempDir;
use testkit::{
    daily::DailyStandIn,
    day::{StillClock, TUESDAY_NINE, at},
};

/// Monday 1 March 2027, 09:00 in Paris: the day before.
pub const MONDAY_NINE: &str = "2027-03-01T08:00:00Z";

pub struct Scene {
    pub planner: Planner,
    pub daily: DailyStandIn,
    pub clock: StillClock,
    pub folder: TempDir,
    pub safe: Arc<dyn KeySafe>,
}

impl Scene {
    /// The morning before the first run.
    pub async fn before_the_first_run() -> Self {
        Self::with(Arc::new(MemorySafe::default())).await
    }

    pub async fn with(safe: Arc<dyn KeySafe>) -> Self {
        let clock = StillClock::at(MONDAY_NINE);
        let daily = DailyStandIn::start(clock.for_daily()).await;
        let folder = tempfile::tempdir().unwrap();
        let planner = open(&folder, &daily, Arc::clone(&safe)).await;
        Self {
            planner,
            daily,
            clock,
            folder,
            safe,
        }
    }

    /// A coach in Paris who has entered a key.
    pub async fn set_up() -> Self {
        let scene = Self::before_the_first_run().await;
        scene.run_first().await;
        scene
            .desk()
            .await
            .set_api_key(scene.daily.key(), false)
            .await
            .unwrap();
        scene
    }

    pub async fn run_first(&self) {
        let coach = NewCoach {
            name: "Camille".into(),
            zone: "Europe/Paris".into(),
            language: Language::Fr,
        };
        // Before anybody a test adds at this very moment: the first coach is the one of this computer.
        let before = self.clock.now() - chrono::TimeDelta::seconds(1);
        self.planner.set_up_coach(&coach, before).await.unwrap();
    }

    /// The program is ended and started again.
    pub async fn restart(&mut self) {
        self.planner.close().await;
        self.planner = open(&self.folder, &self.daily, Arc::clone(&self.safe)).await;
    }

    /// A second program that works with the same agenda.
    pub async fn another_program(&self) -> Planner {
        open(&self.folder, &self.daily, Arc::clone(&self.safe)).await
    }

    pub async fn desk(&self) -> CoachDesk {
        self.planner.desk().await.unwrap()
    }

    pub async fn session_type(&self) -> TypeId {
        self.desk().await.configuration().await.unwrap().types[1].id
    }

    /// A video of an hour with Léa Dupuis on Tuesday at nine, not booked yet.
    pub async fn video_on_tuesday(&self) -> NewAppointment {
        let desk = self.desk().await;
        let lea = ClientInput {
            name: "Léa Dupuis".into(),
            email: None,
            phone: None,
            zone: None,
            notes: String::new(),
        };
        let client = desk.create_client(&lea, self.clock.now()).await.unwrap();
        NewAppointment {
            person: NewPerson::Client { id: client.id },
            type_id: self.session_type().await,
            reason_id: None,
            kind: MeetingKind::Video,
            title: String::new(),
            description: String::new(),
            place: String::new(),
            phone: String::new(),
            start: at(TUESDAY_NINE),
            duration_min: None,
            outside_rules: false,
        }
    }

    pub async fn book(&self, new: &NewAppointment) -> Appointment {
        self.desk()
            .await
            .create_appointment(new, self.clock.now())
            .await
            .unwrap()
    }

    /// A booked video on Tuesday at nine, its room made.
    pub async fn booked_video(&self) -> Appointment {
        let booked = self.book(&self.video_on_tuesday().await).await;
        self.work_off_rooms().await;
        self.desk().await.appointment(booked.id).await.unwrap()
    }

    /// Does all room work that is due.
    pub async fn work_off_rooms(&self) {
        while self.planner.work_on_rooms(self.clock.now(), 0.5).await.unwrap() {}
    }
}

async fn open(folder: &TempDir, daily: &DailyStandIn, safe: Arc<dyn KeySafe>) -> Planner {
    let store = Store::open(&folder.path().join("agenda.db")).await.unwrap();
    Planner::new(store, BaseUrl::parse(&daily.url()).unwrap(), safe)
}

/// A browser that writes down where it is sent.
#[derive(Default)]
pub struct RecordingBrowser(pub Mutex<Vec<String>>);

impl Browser for RecordingBrowser {
    fn open(&self, url: &JoinUrl) -> Result<(), String> {
        self.0.lock().unwrap().push(url.expose().to_owned());
        Ok(())
    }
}

/// A notification service that writes down what it shows, or refuses; beside a window that does the same.
#[derive(Default)]
pub struct RecordingNotifier {
    pub shown: Mutex<Vec<Notice>>,
    pub in_window: Mutex<Vec<Notice>>,
    pub raised: Mutex<Vec<Notice>>,
    pub refuses: bool,
    pub has_no_window: bool,
}

impl RecordingNotifier {
    /// What popped up so far.
    pub fn popped(&self) -> Vec<Notice> {
        self.shown.lock().unwrap().clone()
    }

    fn window(&self, list: &Mutex<Vec<Notice>>, notice: &Notice) -> Result<(), NotShown> {
        if self.has_no_window {
            return Err(NotShown("no window".into()));
        }
        list.lock().unwrap().push(notice.clone());
        Ok(())
    }
}

impl Notifier for RecordingNotifier {
    async fn pop_up(&self, notice: &Notice) -> Result<(), NotShown> {
        if self.refuses {
            return Err(NotShown("no service".into()));
        }
        self.shown.lock().unwrap().push(notice.clone());
        Ok(())
    }

    fn show_in_window(&self, notice: &Notice) -> Result<(), NotShown> {
        self.window(&self.in_window, notice)
    }

    fn show_in_raised_window(&self, notice: &Notice) -> Result<(), NotShown> {
        self.window(&self.raised, notice)
    }
}

/// A keyring that is not there.
pub struct BrokenSafe;

impl KeySafe for BrokenSafe {
    fn read(&self) -> Result<Option<ApiKey>, SafeUnavailable> {
        Err(SafeUnavailable)
    }

    fn write(&self, _: &ApiKey) -> Result<(), SafeUnavailable> {
        Err(SafeUnavailable)
    }

    fn erase(&self) -> Result<(), SafeUnavailable> {
        Err(SafeUnavailable)
    }
}

//! A program killed while it writes: each time, the file opens, is sound, and holds all that was acknowledged.
//!
//! The writer is this very executable, started anew with `VIRTUS_WRITER_FILE`; it is ended with SIGKILL
//! (`TerminateProcess` on Windows) at moments drawn from a fixed seed. 40 kills by default; `VIRTUS_KILLS=200` for as
//! many as the product promises. A power cut is another thing: only a machine that loses power can show that one, and
//! `synchronous = FULL` is what stands against it.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "helpers of tests panic and tell, as tests do"
)]

use std::{
    env,
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use agenda::{Actor, AppointmentId, Block, CoachId, Status};
use chrono::{DateTime, TimeDelta, Utc};
use store::{Move, Store};
use testkit::{
    day::{TUESDAY_NINE, at},
    desk::{Furnished, furnish, good},
};

const FILE: &str = "VIRTUS_WRITER_FILE";
const KILLS: &str = "VIRTUS_KILLS";

/// Writers within the child, each on a connection of its own.
const TASKS: i64 = 4;

/// What the writer said was done: `ack <coach> <appointment> <start> <what>`.
#[derive(Debug, Clone, Copy)]
struct Ack {
    coach: CoachId,
    id: AppointmentId,
    start: DateTime<Utc>,
    done: Done,
}

#[derive(Debug, Clone, Copy)]
enum Done {
    Booked,
    Moved,
    Cancelled,
}

impl Done {
    const ALL: [(Self, &'static str); 3] = [
        (Self::Booked, "booked"),
        (Self::Moved, "moved"),
        (Self::Cancelled, "cancelled"),
    ];
}

impl Ack {
    fn read(line: &str) -> Option<Self> {
        let mut words = line.strip_prefix("ack ")?.split(' ');
        let coach = words.next()?.parse().ok()?;
        let id = words.next()?.parse().ok()?;
        let start = DateTime::from_timestamp(words.next()?.parse().ok()?, 0)?;
        let word = words.next()?;
        let (done, _) = Done::ALL.into_iter().find(|it| it.1 == word)?;
        Some(Self {
            coach,
            id,
            start,
            done,
        })
    }

    /// What came after it may be there too: it was being done when the program died.
    async fn holds(&self, store: &Store) {
        let it = store
            .as_coach(self.coach)
            .entry(self.id)
            .await
            .unwrap()
            .appointment;
        let later = self.start + MOVED_BY;
        match self.done {
            Done::Booked => assert!(
                [self.start, later].contains(&it.start),
                "{self:?} is not in {it:?}"
            ),
            Done::Moved => assert_eq!(it.start, later, "{self:?}"),
            Done::Cancelled => assert_eq!(it.status, Status::Cancelled, "{self:?}"),
        }
    }
}

const MOVED_BY: TimeDelta = TimeDelta::minutes(30);

/// Not a test by itself: what the killed child does until it is killed.
#[tokio::test(flavor = "multi_thread")]
async fn the_writer() {
    let Ok(file) = env::var(FILE) else { return };
    let store = Store::open(Path::new(&file)).await.unwrap();
    let desk = furnish(&store, "Camille").await.unwrap();
    let tasks: Vec<_> = (0..TASKS)
        .map(|task| tokio::spawn(write(desk.clone(), task)))
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
}

async fn write(desk: Furnished, task: i64) {
    let reason = good(Block::parse("Grippe"));
    for n in 0.. {
        let start = at(TUESDAY_NINE) + TimeDelta::hours(2) * i32::try_from(n * TASKS + task).unwrap();
        let tell = |id: AppointmentId, what: &str| {
            println!("ack {} {id} {} {what}", desk.rows.coach(), start.timestamp());
        };
        let id = desk.book(start).await.unwrap();
        tell(id, "booked");
        let to = Move {
            start: start + MOVED_BY,
            end: start + MOVED_BY + TimeDelta::hours(1),
            new_type: None,
            reminders: Vec::new(),
            room: None,
        };
        desk.rows.move_appointment(id, &to, desk.now).await.unwrap();
        tell(id, "moved");
        if n % 3 == 0 {
            desk.rows
                .cancel_appointment(id, &reason, Actor::Coach, None, desk.now)
                .await
                .unwrap();
            tell(id, "cancelled");
        }
    }
}

/// Starts the writer, kills it that long after its first word (`None`: after its start), and tells what it said.
fn killed(file: &Path, start: bool, after: Duration) -> Vec<Ack> {
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", "the_writer", "--nocapture"])
        .env(FILE, file)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap())
        .lines()
        .map_while(Result::ok);
    let first = if start {
        None
    } else {
        said.by_ref().find_map(|line| Ack::read(&line))
    };
    let reader = thread::spawn(move || said.filter_map(|line| Ack::read(&line)).collect::<Vec<_>>());
    thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    first.into_iter().chain(reader.join().unwrap()).collect()
}

async fn integrity(file: &Path) -> String {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file);
    let mut connection = sqlx::ConnectOptions::connect(&options).await.unwrap();
    sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_one(&mut connection)
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_when_the_program_is_killed() {
    if env::var(FILE).is_ok() {
        return;
    }
    let kills = env::var(KILLS).ok().and_then(|it| it.parse().ok()).unwrap_or(40);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("agenda.db");
    let mut all = Vec::new();
    let mut draw = 7_u64;
    for kill in 0..kills {
        draw = draw
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        // Every fifth dies while it opens the file, or makes it.
        let after = Duration::from_micros((draw >> 33) % 60_000);
        let at_start = kill % 5 == 0;
        let acknowledged = killed(&file, at_start, after);
        assert!(
            at_start || !acknowledged.is_empty(),
            "kill {kill}: nothing was written that could be lost"
        );
        let store = Store::open(&file)
            .await
            .unwrap_or_else(|error| panic!("kill {kill}: {error:?}"));
        assert_eq!(integrity(&file).await, "ok", "kill {kill}");
        for ack in &acknowledged {
            ack.holds(&store).await;
        }
        store.close().await;
        all.extend(acknowledged);
    }
    let store = Store::open(&file).await.unwrap();
    for ack in &all {
        ack.holds(&store).await;
    }
    println!("{kills} kills, {} acknowledged writes, none lost", all.len());
}

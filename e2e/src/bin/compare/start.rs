//! How long a start takes, as somebody sees it who looks at the screen.

use std::time::{Duration, Instant};

use e2e::{Eye, Outcome, Program, Stage, Trouble};

const PATIENCE: Duration = Duration::from_secs(30);
/// Between two looks: far below what is measured, and cheap enough not to slow it.
const PAUSE: Duration = Duration::from_millis(2);

/// One start.
pub(crate) struct Start {
    painted: Duration,
    drawn: Duration,
}

impl Start {
    /// Starts the program, watches it appear, and ends it.
    pub(crate) fn measure(program: &Program, stage: &Stage, eye: &Eye) -> Outcome<Self> {
        wait_for(|| Program::has_painted(eye).map(|painted| !painted))?;
        let start = Instant::now();
        let _running = program.start(stage)?;
        wait_for(|| Program::has_painted(eye))?;
        let painted = start.elapsed();
        wait_for(|| program.is_drawn(eye))?;
        Ok(Self {
            painted,
            drawn: start.elapsed(),
        })
    }
}

fn wait_for(seen: impl Fn() -> Outcome<bool>) -> Outcome {
    let start = Instant::now();
    while !seen()? {
        if start.elapsed() > PATIENCE {
            return Err(Trouble::new("nothing changed on the screen in 30 s"));
        }
        std::thread::sleep(PAUSE);
    }
    Ok(())
}

/// Many starts of one program.
#[derive(Default)]
pub(crate) struct Starts {
    painted: Vec<Duration>,
    drawn: Vec<Duration>,
}

impl Starts {
    /// One more.
    pub(crate) fn add(&mut self, start: &Start) {
        self.painted.push(start.painted);
        self.drawn.push(start.drawn);
    }
}

/// The rows of the table.
pub(crate) fn tell(empty: &Starts, ours: &Starts) {
    let count = ours.painted.len();
    let (floor, paint) = (Times::of(&empty.painted), Times::of(&ours.painted));
    println!(
        "| start to first paint, median of {count} | {:.0} ms | {:.0} ms | **{:.2}** | ≤ 1.25 |",
        floor.median,
        paint.median,
        paint.median / floor.median
    );
    println!(
        "| … fastest and slowest | {:.0}–{:.0} ms | {:.0}–{:.0} ms | | |",
        floor.fastest, floor.slowest, paint.fastest, paint.slowest
    );
    let drawn = Times::of(&ours.drawn);
    println!(
        "| start until the agenda is read and the window stands | | {:.0} ms | {:.2} | |",
        drawn.median,
        drawn.median / floor.median
    );
}

/// In milliseconds.
struct Times {
    fastest: f64,
    median: f64,
    slowest: f64,
}

impl Times {
    fn of(times: &[Duration]) -> Self {
        let mut all: Vec<f64> = times.iter().map(|it| it.as_secs_f64() * 1_000.0).collect();
        all.sort_by(f64::total_cmp);
        let at = |index: usize| all.get(index).copied().unwrap_or_default();
        Self {
            fastest: at(0),
            median: at(all.len() / 2),
            slowest: at(all.len().saturating_sub(1)),
        }
    }
}

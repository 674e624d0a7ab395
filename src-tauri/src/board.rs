//! The board: notices the window shows until they are closed. It is kept here, so that nothing is lost that comes while
//! the window still loads.

use std::sync::{Mutex, MutexGuard, PoisonError};

use api::{AppointmentId, Notice, Topic};
use chrono::{DateTime, Utc};
use serde::Serialize;
use specta::Type;
use tauri::AppHandle;

use crate::bindings::Changed;

/// The most that are kept; the oldest goes first.
const MOST: usize = 20;

/// A notice on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub(crate) struct WindowNotice {
    /// Which, to close it.
    id: u32,
    /// First line.
    title: String,
    /// What follows; its lines are separated by `\n`.
    body: String,
    /// The appointments it is about, the soonest first.
    about: Vec<AppointmentId>,
}

/// The notices that were not closed yet, the oldest first.
#[derive(Default)]
pub(crate) struct Board(Mutex<Pinned>);

#[derive(Default)]
struct Pinned {
    last: u32,
    notices: Vec<(WindowNotice, Option<DateTime<Utc>>)>,
}

impl Board {
    /// Puts a notice up, in the place of an older one about the same.
    pub(crate) fn pin(&self, app: &AppHandle, notice: &Notice) {
        self.put_up(notice);
        Changed::tell(app, vec![Topic::Notices]);
    }

    fn put_up(&self, notice: &Notice) {
        let mut pinned = self.lock();
        pinned.last += 1;
        let it = WindowNotice {
            id: pinned.last,
            title: notice.title.clone(),
            body: notice.body.clone(),
            about: notice.about.clone(),
        };
        pinned
            .notices
            .retain(|(old, _)| old.about.is_empty() || old.about != it.about);
        pinned.notices.push((it, notice.until));
        let surplus = pinned.notices.len().saturating_sub(MOST);
        pinned.notices.drain(..surplus);
    }

    /// Those that still say something at `now`.
    pub(crate) fn notices(&self, now: DateTime<Utc>) -> Vec<WindowNotice> {
        let mut pinned = self.lock();
        pinned
            .notices
            .retain(|(_, until)| until.is_none_or(|until| now < until));
        pinned.notices.iter().map(|(it, _)| it.clone()).collect()
    }

    /// Takes one down; one that is gone already stays gone.
    pub(crate) fn take_down(&self, id: u32) {
        self.lock().notices.retain(|(it, _)| it.id != id);
    }

    fn lock(&self) -> MutexGuard<'_, Pinned> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notice(title: &str, about: &[&str], until: Option<&str>) -> Notice {
        Notice {
            about: about.iter().map(|id| id.parse().unwrap()).collect(),
            title: title.to_owned(),
            body: String::new(),
            join: None,
            open: String::new(),
            until: until.map(|it| it.parse().unwrap()),
        }
    }

    fn titles(board: &Board, now: &str) -> Vec<String> {
        let notices = board.notices(now.parse().unwrap());
        notices.into_iter().map(|it| it.title).collect()
    }

    const ONE: &str = "01890a5d-ac96-774b-bcce-b302099a8057";
    const NOW: &str = "2027-03-02T08:00:00Z";

    #[test]
    fn a_newer_notice_takes_the_place_of_an_older_one_about_the_same() {
        let board = Board::default();
        board.put_up(&notice("Dans 1 h", &[ONE], None));
        board.put_up(&notice("Autre chose", &[], None));
        board.put_up(&notice("Dans 10 min", &[ONE], None));
        assert_eq!(titles(&board, NOW), ["Autre chose", "Dans 10 min"]);
    }

    #[test]
    fn a_notice_goes_when_it_is_closed_and_when_it_says_nothing_any_more() {
        let board = Board::default();
        board.put_up(&notice("Dans 10 min", &[ONE], Some("2027-03-02T09:00:00Z")));
        board.put_up(&notice("Lien inconnu", &[], None));
        assert_eq!(titles(&board, NOW).len(), 2);
        assert_eq!(titles(&board, "2027-03-02T09:00:00Z"), ["Lien inconnu"]);
        let id = board.notices(NOW.parse().unwrap())[0].id;
        board.take_down(id);
        board.take_down(id);
        assert_eq!(titles(&board, NOW), [] as [&str; 0]);
    }

    #[test]
    fn a_board_nobody_looks_at_does_not_grow_without_end() {
        let board = Board::default();
        for n in 0..50 {
            board.put_up(&notice(&n.to_string(), &[], None));
        }
        let titles = titles(&board, NOW);
        assert_eq!((titles.len(), titles[0].as_str()), (20, "30"));
    }
}

//! The board: notices the window shows until they are closed. It is kept here, so that nothing is lost that comes while
//! the window still loads.

use std::sync::{Mutex, MutexGuard, PoisonError};

use api::{Notice, Topic};
use chrono::{DateTime, Utc};
use tauri::AppHandle;

use crate::bindings::Changed;

/// The most that are kept; the oldest goes first.
const MOST: usize = 20;

/// The notices that were not closed yet, the oldest first.
#[derive(Default)]
pub(crate) struct Board(Mutex<Pinned>);

#[derive(Default)]
struct Pinned {
    last: u32,
    /// With the number of each, to take it down.
    notices: Vec<(u32, Notice)>,
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
        let id = pinned.last;
        pinned
            .notices
            .retain(|(_, old)| old.about.is_empty() || old.about != notice.about);
        pinned.notices.push((id, notice.clone()));
        let surplus = pinned.notices.len().saturating_sub(MOST);
        pinned.notices.drain(..surplus);
    }

    /// Those that still say something at `now`, with the number of each.
    pub(crate) fn notices(&self, now: DateTime<Utc>) -> Vec<(u32, Notice)> {
        let mut pinned = self.lock();
        pinned
            .notices
            .retain(|(_, it)| it.until.is_none_or(|until| now < until));
        pinned.notices.clone()
    }

    /// Takes one down; one that is gone already stays gone.
    pub(crate) fn take_down(&self, id: u32) {
        self.lock().notices.retain(|(it, _)| *it != id);
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
            reminds: false,
        }
    }

    fn titles(board: &Board, now: &str) -> Vec<String> {
        let notices = board.notices(now.parse().unwrap());
        notices.into_iter().map(|(_, it)| it.title).collect()
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
        let id = board.notices(NOW.parse().unwrap())[0].0;
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

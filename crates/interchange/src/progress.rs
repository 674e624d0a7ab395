//! How far a long work is, and whether it is still wanted.

/// The work was no longer wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the work was stopped")]
pub struct Stopped;

/// Hears how far a work is, and may end it.
pub trait Progress: Sync {
    /// `done` of `total` pieces are ready. Answers whether to go on.
    fn at(&self, done: usize, total: usize) -> bool;
}

/// Nobody listens: the work goes to its end.
impl Progress for () {
    fn at(&self, _: usize, _: usize) -> bool {
        true
    }
}

/// Pieces between two looks: a look may cross a process, a piece takes microseconds.
const BETWEEN: usize = 200;

/// Says how far it is, now and then.
pub(crate) fn look(progress: &dyn Progress, done: usize, total: usize) -> Result<(), Stopped> {
    if done.is_multiple_of(BETWEEN) && !progress.at(done, total) {
        return Err(Stopped);
    }
    Ok(())
}

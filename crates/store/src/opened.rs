//! The opened file: the connections that all handles share, and that a restore changes under them.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, PoisonError, RwLock},
};

use sqlx::SqlitePool;
use tokio::sync::{Mutex, MutexGuard};

/// Clones are the same file.
#[derive(Debug, Clone)]
pub(crate) struct Opened(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    path: PathBuf,
    pool: RwLock<SqlitePool>,
    copying: Mutex<()>,
}

impl Opened {
    pub(crate) fn new(path: &Path, pool: SqlitePool) -> Self {
        Self(Arc::new(Inner {
            path: path.to_owned(),
            pool: RwLock::new(pool),
            copying: Mutex::new(()),
        }))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0.path
    }

    /// The connections of now.
    pub(crate) fn pool(&self) -> SqlitePool {
        self.0.pool.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Gives every handle other connections.
    pub(crate) fn replace(&self, pool: SqlitePool) {
        *self.0.pool.write().unwrap_or_else(PoisonError::into_inner) = pool;
    }

    /// One copy at a time: backups tidy their folder, and would take each other's unfinished files for leftovers.
    pub(crate) async fn copying(&self) -> MutexGuard<'_, ()> {
        self.0.copying.lock().await
    }
}

//! The coach's account at Daily.co: its key, which lives in the system's keyring and nowhere else, and its domain.
//!
//! The interface learns whether the key is set, refused or out of reach, never what it is. A client made with the key
//! is kept in memory while the program runs, so that the keyring is asked once.

use std::sync::{Arc, Mutex, PoisonError};

use agenda::FieldProblem;
use chrono::{DateTime, Utc};
use daily::{ApiKey, BaseUrl, Daily, DomainName, Reach, Timeouts};
use serde::Serialize;
use specta::Type;
use store::VideoDomain;

use crate::{CoachDesk, Error, ErrorCode, Result};

/// The system's keyring does not answer, or will not keep anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the keyring of the system is not available")]
pub struct SafeUnavailable;

/// Where the key is kept. Calls may block: they are made off the async threads.
pub trait KeySafe: Send + Sync + 'static {
    /// The key, if one is kept.
    fn read(&self) -> std::result::Result<Option<ApiKey>, SafeUnavailable>;
    /// Keeps the key, in place of any other.
    fn write(&self, key: &ApiKey) -> std::result::Result<(), SafeUnavailable>;
    /// Forgets the key.
    fn erase(&self) -> std::result::Result<(), SafeUnavailable>;
}

/// A safe that forgets everything when the program ends: for demonstrations and tests.
#[derive(Debug, Default)]
pub struct MemorySafe(Mutex<Option<ApiKey>>);

impl MemorySafe {
    /// A safe with a key in it.
    pub fn holding(key: ApiKey) -> Self {
        Self(Mutex::new(Some(key)))
    }
}

impl KeySafe for MemorySafe {
    fn read(&self) -> std::result::Result<Option<ApiKey>, SafeUnavailable> {
        Ok(self.0.lock().unwrap_or_else(PoisonError::into_inner).clone())
    }

    fn write(&self, key: &ApiKey) -> std::result::Result<(), SafeUnavailable> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(key.clone());
        Ok(())
    }

    fn erase(&self) -> std::result::Result<(), SafeUnavailable> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
        Ok(())
    }
}

/// What the interface may know of the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum KeyState {
    /// None was entered.
    NotSet,
    /// One is kept in the keyring.
    Set,
    /// One is kept, and Daily says it is not valid (any more).
    Refused,
    /// The keyring does not answer.
    KeyringUnavailable,
    /// One is held in memory until the program ends.
    SessionOnly,
}

/// The video account as the interface sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct VideoAccount {
    /// What is known of the key.
    pub state: KeyState,
    /// The domain name that Daily answered when the key was checked.
    pub domain: Option<String>,
}

/// Holds the safe and the client made with its key.
pub(crate) struct Account {
    base: BaseUrl,
    safe: Arc<dyn KeySafe>,
    client: Mutex<Option<(Daily, bool)>>,
    reach: Reach,
}

/// What came of asking for a client.
pub(crate) enum Access {
    /// Here it is; `true` when its key is not kept beyond this run.
    Client(Daily, bool),
    /// No key was entered.
    NoKey,
    /// The keyring does not answer.
    Unavailable,
}

impl Account {
    pub(crate) fn new(base: BaseUrl, safe: Arc<dyn KeySafe>) -> Self {
        Self {
            base,
            safe,
            client: Mutex::new(None),
            reach: Reach::default(),
        }
    }

    fn held(&self) -> Option<(Daily, bool)> {
        self.client.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn hold(&self, client: Option<(Daily, bool)>) {
        *self.client.lock().unwrap_or_else(PoisonError::into_inner) = client;
    }

    fn client_of(&self, key: ApiKey) -> Result<Daily> {
        let reach = self.reach.clone();
        Daily::telling(self.base.clone(), key, Timeouts::default(), reach).map_err(Error::from)
    }

    /// Whether Daily answers whichever client asks it.
    pub(crate) fn reach(&self) -> &Reach {
        &self.reach
    }

    pub(crate) async fn access(&self) -> Result<Access> {
        if let Some((client, session_only)) = self.held() {
            return Ok(Access::Client(client, session_only));
        }
        match self.in_safe(KeySafe::read).await {
            Ok(Some(key)) => {
                let client = self.client_of(key)?;
                self.hold(Some((client.clone(), false)));
                Ok(Access::Client(client, false))
            }
            Ok(None) => Ok(Access::NoKey),
            Err(SafeUnavailable) => Ok(Access::Unavailable),
        }
    }

    async fn in_safe<T: Send + 'static>(
        &self,
        work: impl FnOnce(&dyn KeySafe) -> std::result::Result<T, SafeUnavailable> + Send + 'static,
    ) -> std::result::Result<T, SafeUnavailable> {
        let safe = Arc::clone(&self.safe);
        tokio::task::spawn_blocking(move || work(&*safe))
            .await
            .unwrap_or(Err(SafeUnavailable))
    }
}

impl CoachDesk {
    /// What is known of the key and the domain.
    pub async fn video_account(&self) -> Result<VideoAccount> {
        let known = self.rows.video_domain().await?;
        let state = match self.planner.account.access().await? {
            Access::NoKey => KeyState::NotSet,
            Access::Unavailable => KeyState::KeyringUnavailable,
            Access::Client(..) if known.key_refused => KeyState::Refused,
            Access::Client(_, true) => KeyState::SessionOnly,
            Access::Client(_, false) => KeyState::Set,
        };
        Ok(VideoAccount {
            state,
            domain: known.name.filter(|_| state != KeyState::NotSet),
        })
    }

    /// Checks a key with Daily and keeps it in the keyring, or in memory alone with `session_only`.
    ///
    /// A key that Daily refuses changes nothing: the one before stays in use.
    pub async fn set_api_key(&self, text: &str, session_only: bool) -> Result<VideoAccount> {
        let key = ApiKey::parse(text).map_err(|bad| {
            let problem = match bad {
                daily::BadKey::Empty => FieldProblem::Required,
                daily::BadKey::Characters => FieldProblem::NotAKey,
                daily::BadKey::TooLong => FieldProblem::TooLong,
            };
            Error::field("key", problem)
        })?;
        let account = &self.planner.account;
        let client = account.client_of(key.clone())?;
        let domain = client.domain().await?;
        if !session_only {
            account
                .in_safe(move |safe| safe.write(&key))
                .await
                .map_err(|error| Error::of(ErrorCode::KeyringUnavailable, error.to_string()))?;
        }
        account.hold(Some((client, session_only)));
        self.note_key(&Ok(domain)).await?;
        self.video_account().await
    }

    /// Forgets the key. Rooms that exist stay until they close.
    pub async fn remove_api_key(&self) -> Result<VideoAccount> {
        let account = &self.planner.account;
        let session_only = account.held().is_some_and(|(_, session_only)| session_only);
        let erased = account.in_safe(KeySafe::erase).await;
        if let (Err(error), false) = (erased, session_only) {
            return Err(Error::of(ErrorCode::KeyringUnavailable, error.to_string()));
        }
        account.hold(None);
        self.rows.set_video_domain(&VideoDomain::default()).await?;
        self.video_account().await
    }

    /// As [`CoachDesk::set_api_key`]; rooms that are owed are tried at once, and those made on another domain are made
    /// again on the new one.
    pub async fn use_api_key(
        &self,
        text: &str,
        session_only: bool,
        now: DateTime<Utc>,
    ) -> Result<VideoAccount> {
        let before = self.rows.video_domain().await?.name;
        let account = self.set_api_key(text, session_only).await?;
        if before.is_some() && before != account.domain {
            self.put_rooms_right(now).await?;
        }
        self.retry_rooms(now).await?;
        Ok(account)
    }

    /// Writes down what asking for the domain showed of the key.
    pub(crate) async fn note_key(
        &self,
        checked: &std::result::Result<daily::Domain, daily::Error>,
    ) -> Result<()> {
        let known = match checked {
            Ok(domain) => VideoDomain {
                name: Some(domain.name.to_string()),
                key_refused: false,
            },
            Err(daily::Error::KeyRefused | daily::Error::KeyMalformed) => VideoDomain {
                key_refused: true,
                ..self.rows.video_domain().await?
            },
            Err(_) => return Ok(()),
        };
        Ok(self.rows.set_video_domain(&known).await?)
    }

    /// A client with the coach's key.
    pub(crate) async fn video_client(&self) -> Result<Daily> {
        match self.planner.account.access().await? {
            Access::Client(client, _) => Ok(client),
            Access::NoKey => Err(Error::of(ErrorCode::KeyNotSet, "no API key is set")),
            Access::Unavailable => Err(Error::of(
                ErrorCode::KeyringUnavailable,
                SafeUnavailable.to_string(),
            )),
        }
    }

    /// A client and the coach's domain, for what needs both at once.
    pub(crate) async fn daily(&self) -> Result<(Daily, DomainName)> {
        let client = self.video_client().await?;
        let known = self.rows.video_domain().await?.name;
        let domain = match known.as_deref().map(DomainName::parse) {
            Some(Ok(domain)) => domain,
            _ => client.domain().await?.name,
        };
        Ok((client, domain))
    }
}

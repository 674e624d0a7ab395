//! The client of one Daily domain, and what concerns the domain itself.

use crate::token::TokenRequest;
use crate::transport::{Call, Timeouts, Transport};
use crate::{ApiKey, BaseUrl, Domain, Error, Reach, Token};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::json;
use std::sync::Arc;

/// A client holding one key, one connection pool and one pace. Cloning shares all three; another key
/// needs another client.
#[derive(Clone)]
pub struct Daily {
    pub(crate) transport: Arc<Transport>,
}

impl Daily {
    /// A client for the domain of `key`. Nothing is sent yet; fails only if TLS cannot be set up.
    pub fn new(base: BaseUrl, key: ApiKey) -> Result<Self, Error> {
        Self::with_timeouts(base, key, Timeouts::default())
    }

    /// The same, with other timeouts.
    pub fn with_timeouts(base: BaseUrl, key: ApiKey, timeouts: Timeouts) -> Result<Self, Error> {
        Self::telling(base, key, timeouts, Reach::default())
    }

    /// The same, noting in `reach` whether Daily answers.
    pub fn telling(base: BaseUrl, key: ApiKey, timeouts: Timeouts, reach: Reach) -> Result<Self, Error> {
        let transport = Arc::new(Transport::new(base, key, timeouts, reach)?);
        Ok(Self { transport })
    }

    /// The domain of the key (`GET /`): the check that the key works. It does not prove that a call will:
    /// an account without a payment method has rooms in which no call starts.
    pub async fn domain(&self) -> Result<Domain, Error> {
        self.transport.read(Call::get(&[])).await
    }

    /// Hides or shows Daily's name in every call of the domain (`hide_daily_branding`); paid accounts.
    pub async fn hide_branding(&self, hide: bool) -> Result<(), Error> {
        let body = json!({"properties": {"hide_daily_branding": hide}});
        let _: serde::de::IgnoredAny = self.transport.read(Call::post(&[]).body(&body)).await?;
        Ok(())
    }

    /// Mints a token. It may be repeated freely; mint one when it is used and do not keep it.
    pub async fn mint_token(&self, request: &TokenRequest) -> Result<Token, Error> {
        #[derive(Deserialize)]
        struct Minted {
            token: String,
        }
        let call = Call::post(&["meeting-tokens"]).body(&request.body());
        let minted: Minted = self.transport.read(call).await?;
        Token::parse(&minted.token).ok_or(Error::Unreadable { status: 200 })
    }

    /// What time Daily has, as far as the last answer tells; `None` before the first. Daily judges `nbf`
    /// and `exp` by it: compare it with this computer's clock and warn if they differ. Ask right after a
    /// call: time this computer has slept through is not counted. Exact to a second or so.
    pub fn server_time(&self) -> Option<DateTime<Utc>> {
        self.transport.server_time()
    }
}

impl std::fmt::Debug for Daily {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Daily(…)")
    }
}

//! A stand-in for Daily.co: an HTTP server on loopback that keeps rooms, tokens and people, and is as
//! strict as Daily's REST documentation. For tests, and for trying the application without an account.
//!
//! It shares no code with the client, so that a misreading in one is not repeated in the other. Where the
//! documentation leaves something open, it takes the reading that is harder on a client, and says so at
//! the place. Left out: what the planner never calls (recordings, transcripts, webhooks, phone lines,
//! creating rooms in bulk), and limits on the number of calls, which tests ask for with
//! [`Failure::Limited`] instead.

mod endpoint;
mod failure;
mod paging;
mod people;
mod recorded;
mod reply;
mod rooms;
mod rules;
mod server;
mod tokens;
mod visit;
mod world;

pub use endpoint::Endpoint;
pub use failure::Failure;
pub use people::Visitor;
pub use recorded::Recorded;
pub use rooms::StandInRoom;
pub use tokens::Minted;
pub use visit::{Door, NoEntry};

use chrono::{DateTime, Utc};
use server::{Shared, lock};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use world::World;

/// What time the stand-in has. Tests can let it differ from everybody else's.
pub type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// The id of the stand-in's domain.
pub const DOMAIN_ID: &str = "30f866c3-9123-452a-8723-ff58322d09c5";

/// How a stand-in is set up.
#[derive(Debug, Clone)]
pub struct Setup {
    /// The port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
    /// The one key it accepts.
    pub key: String,
    /// Its domain, without `.daily.co`.
    pub domain: String,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            port: 0,
            key: "stand-in-key-8f2c51d0".into(),
            domain: "virtus-test".into(),
        }
    }
}

/// A running stand-in; dropping it closes the port and every connection.
pub struct DailyStandIn {
    world: Shared,
    address: SocketAddr,
    key: String,
    domain: String,
    server: Option<JoinHandle<()>>,
}

impl DailyStandIn {
    /// Starts one on a free port, with the key and domain of [`Setup::default`] and a paid account.
    ///
    /// # Panics
    /// If this machine has no loopback; a test cannot go on then.
    #[expect(clippy::expect_used, reason = "for tests, which have nothing better to do")]
    pub async fn start(clock: Clock) -> Self {
        Self::start_with(clock, Setup::default())
            .await
            .expect("a free port on loopback")
    }

    /// Starts one as wanted; fails if the port is taken.
    pub async fn start_with(clock: Clock, setup: Setup) -> std::io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, setup.port)).await?;
        let world = World::new(clock, setup.key.clone(), setup.domain.clone());
        let mut stand_in = Self {
            world: Arc::new(Mutex::new(world)),
            address: listener.local_addr()?,
            key: setup.key,
            domain: setup.domain,
            server: None,
        };
        stand_in.server = Some(server::serve(listener, stand_in.world.clone()));
        Ok(stand_in)
    }

    /// The base of its interface, to be used in place of `https://api.daily.co/v1`.
    pub fn url(&self) -> String {
        format!("http://{}/v1", self.address)
    }

    /// The key it was set up with.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Its domain, without `.daily.co`.
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// Goes down: the port is closed, connections break. What it knows is kept.
    pub async fn stop(&mut self) {
        if let Some(server) = self.server.take() {
            server.abort();
            // Ends when the task has let go of its port and connections.
            let _ = server.await;
        }
    }

    /// Comes back on the same port, knowing what it knew; fails if somebody took the port meanwhile.
    pub async fn restart(&mut self) -> std::io::Result<()> {
        self.stop().await;
        let listener = TcpListener::bind(self.address).await?;
        self.server = Some(server::serve(listener, self.world.clone()));
        Ok(())
    }

    /// The next call of that kind fails so; several are taken in order.
    pub fn fail_next(&self, endpoint: Endpoint, failure: Failure) {
        lock(&self.world).failures.next(endpoint, failure);
    }

    /// Every call of that kind fails so, until [`recover`](Self::recover).
    pub fn fail_each(&self, endpoint: Endpoint, failure: Failure) {
        lock(&self.world).failures.each(endpoint, failure);
    }

    /// Every call fails so, until [`recover`](Self::recover).
    pub fn fail_all(&self, failure: Failure) {
        lock(&self.world).failures.all(failure);
    }

    /// No more failures, planned ones included.
    pub fn recover(&self) {
        lock(&self.world).failures = failure::Failures::default();
    }

    /// Whether the account has a card; without, paid features are refused.
    pub fn set_paid(&self, paid: bool) {
        lock(&self.world).paid = paid;
    }

    /// From now on no key is accepted.
    pub fn revoke_key(&self) {
        lock(&self.world).key = None;
    }

    /// The rooms that have not expired, in the order they were made.
    pub fn rooms(&self) -> Vec<StandInRoom> {
        let mut world = lock(&self.world);
        world.settle();
        world.rooms.live().to_vec()
    }

    /// The room of that name, if it has not expired.
    pub fn room(&self, name: &str) -> Option<StandInRoom> {
        self.rooms().into_iter().find(|room| room.name == name)
    }

    /// A room of somebody else on the same domain: made by hand if it is not there, and watched.
    pub fn mark_foreign(&self, name: &str) {
        let mut world = lock(&self.world);
        let now = world.settle();
        world.rooms.mark_foreign(name, now);
    }

    /// Foreign rooms somebody tried to change or delete, once per try.
    pub fn touched_foreign(&self) -> Vec<String> {
        lock(&self.world).rooms.touched().to_vec()
    }

    /// Every request so far, also those that failed on demand.
    pub fn requests(&self) -> Vec<Recorded> {
        lock(&self.world).requests.clone()
    }

    /// The requests of one kind so far.
    pub fn requests_to(&self, endpoint: Endpoint) -> Vec<Recorded> {
        self.requests()
            .into_iter()
            .filter(|request| request.endpoint == Some(endpoint))
            .collect()
    }

    /// How often somebody connected so far.
    pub fn connections(&self) -> usize {
        lock(&self.world).connections
    }

    /// Every token it minted, oldest first.
    pub fn tokens(&self) -> Vec<Minted> {
        lock(&self.world).tokens.minted().to_vec()
    }

    /// What a token was minted with.
    pub fn token(&self, token: &str) -> Option<Minted> {
        lock(&self.world).tokens.find(token).cloned()
    }

    /// Whether the domain hides Daily's name.
    pub fn hides_branding(&self) -> bool {
        lock(&self.world).domain_config.get("hide_daily_branding") == Some(&serde_json::Value::Bool(true))
    }
}

impl Drop for DailyStandIn {
    fn drop(&mut self) {
        if let Some(server) = self.server.take() {
            server.abort();
        }
    }
}

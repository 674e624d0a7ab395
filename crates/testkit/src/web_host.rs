//! A server of plain text on this machine: each call gets what a function says. For what is fetched from addresses.
#![expect(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "helpers of tests panic, as tests do"
)]

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicU32, Ordering},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// A server on this machine, until the test is over.
pub struct WebHost {
    base: String,
    calls: Arc<AtomicU32>,
    open: Arc<AtomicBool>,
}

impl WebHost {
    /// Starts one that answers the text of a request, headers in lower case, with the text of a response.
    pub async fn saying(answer: impl Fn(&str) -> String + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let (calls, open) = (Arc::new(AtomicU32::new(0)), Arc::new(AtomicBool::new(false)));
        let (counted, kept, answer) = (Arc::clone(&calls), Arc::clone(&open), Arc::new(answer));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                counted.fetch_add(1, Ordering::Relaxed);
                tokio::spawn(serve(stream, Arc::clone(&answer), Arc::clone(&kept)));
            }
        });
        Self { base, calls, open }
    }

    /// Its address, without a path.
    pub fn base(&self) -> String {
        self.base.clone()
    }

    /// How often it was called.
    pub fn calls(&self) -> u32 {
        self.calls.load(Ordering::Relaxed)
    }

    /// It does not hang up after its answer.
    pub fn keep_open(&self) {
        self.open.store(true, Ordering::Relaxed);
    }
}

async fn serve(
    mut stream: TcpStream,
    answer: Arc<impl Fn(&str) -> String>,
    open: Arc<AtomicBool>,
) -> Option<()> {
    let mut request = Vec::new();
    while !request.ends_with(b"\r\n\r\n") {
        request.push(stream.read_u8().await.ok()?);
    }
    let said = answer(&String::from_utf8_lossy(&request));
    // One call a connection, so that calls can be counted.
    let said = said.replacen("\r\n", "\r\nConnection: close\r\n", 1);
    stream.write_all(said.as_bytes()).await.ok()?;
    if open.load(Ordering::Relaxed) {
        std::future::pending::<()>().await;
    }
    stream.shutdown().await.ok()
}

//! A server on this machine: each call gets what a function says. For what is fetched from addresses.
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
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::TcpListener,
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{ServerConfig, crypto::ring, pki_types::PrivateKeyDer},
};

/// What makes TLS of a connection to `localhost`, with a certificate it signed itself, and that certificate in PEM.
pub fn self_signed() -> (TlsAcceptor, String) {
    let made = rcgen::generate_simple_self_signed(vec!["localhost".into()]).unwrap();
    let key = PrivateKeyDer::try_from(made.key_pair.serialize_der()).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    (TlsAcceptor::from(Arc::new(config)), made.cert.pem())
}

/// A server on this machine, until the test is over.
pub struct WebHost {
    base: String,
    certificate: String,
    calls: Arc<AtomicU32>,
    open: Arc<AtomicBool>,
}

impl WebHost {
    /// Starts one that answers the text of a request, headers in lower case, with the text of a response.
    pub async fn saying(answer: impl Fn(&str) -> String + Send + Sync + 'static) -> Self {
        Self::start(answer, None).await
    }

    /// The same over TLS, under the name `localhost` and with a certificate it signed itself: nobody calls it who was
    /// not told to believe that one.
    pub async fn secure(answer: impl Fn(&str) -> String + Send + Sync + 'static) -> Self {
        let (tls, certificate) = self_signed();
        let mut host = Self::start(answer, Some(tls)).await;
        host.certificate = certificate;
        host
    }

    async fn start(
        answer: impl Fn(&str) -> String + Send + Sync + 'static,
        tls: Option<TlsAcceptor>,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = listener.local_addr().unwrap();
        let base = match tls {
            Some(_) => format!("https://localhost:{}", at.port()),
            None => format!("http://{at}"),
        };
        let (calls, open) = (Arc::new(AtomicU32::new(0)), Arc::new(AtomicBool::new(false)));
        let (counted, kept, answer) = (Arc::clone(&calls), Arc::clone(&open), Arc::new(answer));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                counted.fetch_add(1, Ordering::Relaxed);
                let (answer, kept) = (Arc::clone(&answer), Arc::clone(&kept));
                match tls.clone() {
                    None => drop(tokio::spawn(serve(stream, answer, kept))),
                    Some(tls) => drop(tokio::spawn(async move {
                        serve(tls.accept(stream).await.ok()?, answer, kept).await
                    })),
                }
            }
        });
        Self {
            base,
            certificate: String::new(),
            calls,
            open,
        }
    }

    /// Its address, without a path.
    pub fn base(&self) -> String {
        self.base.clone()
    }

    /// Its certificate in PEM; empty without TLS.
    pub fn certificate(&self) -> &str {
        &self.certificate
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
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
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

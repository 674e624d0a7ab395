//! Certificates: the key is only ever sent to somebody the system vouches for.

use crate::stage::client;
use crate::strange::http;
use daily::{Error, Trouble};
use testkit::web_host::self_signed;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

#[cfg(target_os = "linux")]
const URL: &str = "VIRTUS_TEST_TLS_URL";

/// A TLS server on loopback that signed its own certificate; its address, its certificate in PEM, and the
/// request it got once somebody trusted it.
async fn server() -> (String, String, JoinHandle<String>) {
    let (tls, certificate) = self_signed();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://localhost:{}/v1", listener.local_addr().unwrap().port());
    let server = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let Ok(mut stream) = tls.accept(stream).await else {
            return String::new();
        };
        let mut request = vec![0; 4096];
        let count = stream.read(&mut request).await.unwrap_or(0);
        let body = r#"{"domain_name":"virtus","domain_id":"1"}"#;
        let _ = stream.write_all(&http("200 OK", body)).await;
        let _ = stream.shutdown().await;
        String::from_utf8_lossy(&request[..count]).into_owned()
    });
    (url, certificate, server)
}

#[tokio::test]
async fn a_certificate_nobody_vouches_for_is_refused() {
    let (url, _, server) = server().await;
    let error = client(&url, "s3cret-key").domain().await.unwrap_err();
    assert_eq!(
        error,
        Error::TryLater {
            trouble: Trouble::Offline,
            after: None
        }
    );
    assert_eq!(server.await.unwrap(), "", "nothing was sent");
}

/// Only on Linux can a process be told by a file whom to trust.
#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_the_system_vouches_for_is_accepted() {
    let (url, pem, server) = server().await;
    let trusted = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(trusted.path(), pem).unwrap();
    let mut again = std::process::Command::new(std::env::current_exe().unwrap());
    again
        .args(["--exact", "tls::inner_trusting", "--ignored"])
        .env(URL, url);
    again
        .env("SSL_CERT_FILE", trusted.path())
        .env_remove("SSL_CERT_DIR");
    let output = tokio::task::spawn_blocking(move || again.output().unwrap())
        .await
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && text.contains("1 passed"), "{text}");
    assert!(
        server
            .await
            .unwrap()
            .contains("authorization: Bearer s3cret-key\r\n")
    );
}

#[cfg(target_os = "linux")]
#[tokio::test]
#[ignore = "run by a_certificate_the_system_vouches_for_is_accepted"]
async fn inner_trusting() {
    let url = std::env::var(URL).unwrap();
    assert_eq!(
        client(&url, "s3cret-key").domain().await.unwrap().host(),
        "virtus.daily.co"
    );
}

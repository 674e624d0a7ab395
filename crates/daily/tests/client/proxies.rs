//! Proxies of the system. They are read from the environment once per process, so each case runs this
//! very test program again with an environment of its own.

use crate::stage::{Stage, client};
use daily::{Error, Trouble};
use std::io::{Read, Write};
use std::process::{Command, Output};

const KEY: &str = "k3y-for-the-proxy-test";

fn again(test: &str, proxy: &str) -> Output {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", test, "--ignored", "--nocapture"]);
    for name in ["NO_PROXY", "no_proxy", "REQUEST_METHOD"] {
        command.env_remove(name);
    }
    for name in [
        "HTTP_PROXY",
        "http_proxy",
        "HTTPS_PROXY",
        "https_proxy",
        "ALL_PROXY",
        "all_proxy",
    ] {
        command.env(name, proxy);
    }
    command.output().unwrap()
}

#[test]
fn this_machine_is_reached_without_a_proxy() {
    let output = again("proxies::inner_loopback", "http://127.0.0.1:9");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
    assert!(String::from_utf8_lossy(&output.stdout).contains("1 passed"));
}

#[tokio::test]
#[ignore = "run by this_machine_is_reached_without_a_proxy"]
async fn inner_loopback() {
    let stage = Stage::new().await;
    assert!(
        stage.daily.domain().await.is_ok(),
        "the proxy of the environment is closed"
    );
}

#[test]
fn daily_is_reached_through_the_proxy_of_the_system() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let proxy = format!("http://{address}");
    let asked = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut text = vec![0; 4096];
        let count = stream.read(&mut text).unwrap();
        stream
            .write_all(b"HTTP/1.1 503 No way\r\ncontent-length: 0\r\n\r\n")
            .unwrap();
        String::from_utf8_lossy(&text[..count]).into_owned()
    });
    let output = again("proxies::inner_daily", &proxy);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
    let asked = asked.join().unwrap();
    assert!(
        asked.starts_with("CONNECT api.daily.co:443 HTTP/1.1\r\n"),
        "{asked}"
    );
    assert!(!asked.contains(KEY), "the key is for Daily, inside the tunnel");
}

#[tokio::test]
#[ignore = "run by daily_is_reached_through_the_proxy_of_the_system"]
async fn inner_daily() {
    let error = client("https://api.daily.co/v1", KEY).domain().await.unwrap_err();
    assert_eq!(
        error,
        Error::TryLater {
            trouble: Trouble::Offline,
            after: None
        }
    );
}

//! Fetching from a server on this machine that says what a test tells it to.
#![expect(clippy::unwrap_used, reason = "helpers of tests panic, as tests do")]

use std::{
    io::Write,
    sync::{Arc, Mutex},
    time::Duration,
};

use agenda::FeedAddress;
use feeds::{Copy, Fetched, Fetcher, Limits, NotFetched};
use testkit::web_host::WebHost;

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";

fn fetcher() -> Fetcher {
    Fetcher::new(Limits {
        whole: Duration::from_secs(2),
        size: 1000,
        ..Limits::default()
    })
    .unwrap()
}

async fn fetch(server: &WebHost, path: &str) -> Result<Fetched, NotFetched> {
    fetcher().fetch(&address(server, path), &Copy::default()).await
}

fn address(server: &WebHost, path: &str) -> FeedAddress {
    feeds::parse(&format!("{}{path}", server.base())).unwrap().0
}

fn ok(headers: &str, body: &str) -> String {
    format!(
        "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n{headers}\r\n{body}",
        body.len()
    )
}

#[tokio::test]
async fn a_calendar_comes_with_what_the_server_says_of_it_and_is_not_sent_again() {
    let server = WebHost::saying(|request| {
        if request.contains("if-none-match: \"v1\"")
            && request.contains("if-modified-since: Mon, 01 Mar 2027")
        {
            return "HTTP/1.1 304 Not Modified\r\nCache-Control: public, max-age=90\r\n\r\n".into();
        }
        ok(
            "ETag: \"v1\"\r\nLast-Modified: Mon, 01 Mar 2027 08:00:00 GMT\r\nCache-Control: max-age=900\r\n",
            CALENDAR,
        )
    })
    .await;
    let Fetched::File {
        bytes,
        copy,
        fresh_for,
    } = fetch(&server, "/a.ics").await.unwrap()
    else {
        panic!("the first time it comes");
    };
    assert_eq!(bytes, CALENDAR.as_bytes());
    assert_eq!(fresh_for, Some(Duration::from_mins(15)));
    let again = fetcher().fetch(&address(&server, "/a.ics"), &copy).await.unwrap();
    let fresh_for = Some(Duration::from_secs(90));
    assert_eq!(again, Fetched::Unchanged { fresh_for });
}

#[tokio::test]
async fn each_refusal_has_its_name() {
    for (status, expected) in [
        ("401 Unauthorized", NotFetched::Refused),
        ("403 Forbidden", NotFetched::Refused),
        ("404 Not Found", NotFetched::Gone),
        ("410 Gone", NotFetched::Gone),
        (
            "500 Oops",
            NotFetched::ServerFailed {
                status: 500,
                after: None,
            },
        ),
    ] {
        let server =
            WebHost::saying(move |_| format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n")).await;
        assert_eq!(fetch(&server, "/a.ics").await, Err(expected), "{status}");
    }
    let busy =
        WebHost::saying(|_| "HTTP/1.1 429 Slow\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n".into())
            .await;
    let after = Some(Duration::from_mins(2));
    assert_eq!(
        fetch(&busy, "/a.ics").await,
        Err(NotFetched::ServerFailed { status: 429, after })
    );
}

#[tokio::test]
async fn a_page_to_sign_in_is_no_calendar() {
    let server = WebHost::saying(|_| ok("Content-Type: Text/HTML; charset=utf-8\r\n", "<html>")).await;
    assert_eq!(fetch(&server, "/a.ics").await, Err(NotFetched::WebPage));
}

#[tokio::test]
async fn what_is_too_large_is_left_there_whether_the_server_says_so_or_not() {
    let told = WebHost::saying(|_| ok("", &"x".repeat(1001))).await;
    assert_eq!(fetch(&told, "/a.ics").await, Err(NotFetched::TooLarge));
    let untold =
        WebHost::saying(|_| format!("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{}", "x".repeat(5000)))
            .await;
    assert_eq!(fetch(&untold, "/a.ics").await, Err(NotFetched::TooLarge));
}

#[tokio::test]
async fn a_server_that_never_ends_does_not_hold_us() {
    let server = WebHost::saying(|_| "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nBEGIN".into()).await;
    server.keep_open();
    assert_eq!(fetch(&server, "/a.ics").await, Err(NotFetched::TimedOut));
}

#[tokio::test]
async fn a_few_redirects_are_followed_and_a_circle_is_not() {
    let server = WebHost::saying(|request| {
        let hops: u32 = request.split(['/', ' ']).nth(2).unwrap().parse().unwrap();
        if hops == 0 {
            return ok("", CALENDAR);
        }
        format!(
            "HTTP/1.1 302 Found\r\nLocation: /{}\r\nContent-Length: 0\r\n\r\n",
            hops - 1
        )
    })
    .await;
    assert!(fetch(&server, "/5").await.is_ok());
    assert_eq!(fetch(&server, "/6").await, Err(NotFetched::LedAstray));
    let circle =
        WebHost::saying(|_| "HTTP/1.1 301 Moved\r\nLocation: /a\r\nContent-Length: 0\r\n\r\n".into()).await;
    assert_eq!(fetch(&circle, "/a").await, Err(NotFetched::LedAstray));
    assert_eq!(circle.calls(), 6);
}

#[tokio::test]
async fn no_redirect_leaves_https() {
    for target in [
        "http://example.org/a.ics",
        "file:///etc/passwd",
        "ftp://example.org/",
        "//",
        "webcal://x/",
    ] {
        let to = target.to_owned();
        let server = WebHost::saying(move |_| {
            format!("HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n")
        })
        .await;
        assert_eq!(
            fetch(&server, "/a.ics").await,
            Err(NotFetched::LedAstray),
            "{target}"
        );
        assert_eq!(server.calls(), 1);
    }
}

#[tokio::test]
async fn credentials_do_not_go_along_with_a_redirect() {
    let other = WebHost::saying(|request| {
        assert!(!request.contains("authorization"), "{request}");
        assert!(!request.contains("referer"), "{request}");
        ok("", CALENDAR)
    })
    .await;
    let to = other.base();
    let server = WebHost::saying(move |request| {
        assert!(request.contains("authorization: Basic"), "{request}");
        format!("HTTP/1.1 302 Found\r\nLocation: {to}/b.ics\r\nContent-Length: 0\r\n\r\n")
    })
    .await;
    let secret = server.base().replace("http://", "http://camille:geheim@");
    let (address, _) = feeds::parse(&format!("{secret}/a.ics")).unwrap();
    assert!(fetcher().fetch(&address, &Copy::default()).await.is_ok());
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn nothing_of_an_address_is_in_errors_or_the_log() {
    let log = Log::default();
    let written = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || written.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    // Nobody listens on port 1.
    let (address, _) = feeds::parse("https://127.0.0.1:1/private-s3cr3t/basic.ics").unwrap();
    let refused = fetcher().fetch(&address, &Copy::default()).await.unwrap_err();
    assert_eq!(refused, NotFetched::Unreachable);
    let told = format!("{refused} {refused:?} {address:?} {:?}", fetcher());
    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(log.contains("could not be fetched"), "{log}");
    let ours: String = log.lines().filter(|line| line.contains("feeds::")).collect();
    assert!(!format!("{told}{ours}").contains("s3cr3t"), "{told} {ours}");
}

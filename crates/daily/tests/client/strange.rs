//! Answers that are not Daily's, or no longer quite what they were.

use crate::stage::{Stage, client, hasty, name};
use daily::{Error, RoomUpdate, Trouble};
use testkit::daily::{Endpoint, Failure};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

#[tokio::test]
async fn fields_nobody_has_heard_of_are_passed_over() {
    let stage = Stage::new().await;
    stage.server.fail_all(Failure::UnknownFields);
    let new = stage.room("vp-1");
    stage.server.enter("vp-1", "Zoé");
    assert!(
        stage
            .daily
            .create_room(&new)
            .await
            .unwrap()
            .is_as_wanted(new.times)
    );
    let update = RoomUpdate {
        times: stage.times(60, 90),
        options: None,
    };
    assert!(stage.daily.update_room(&new.name, &update).await.is_ok());
    assert_eq!(stage.daily.all_rooms().await.unwrap().len(), 1);
    assert_eq!(stage.daily.presence(&new.name).await.unwrap().len(), 1);
    assert_eq!(
        stage.daily.meetings(&new.name).await.unwrap()[0]
            .participants
            .len(),
        1
    );
    assert!(stage.daily.domain().await.is_ok());
    assert_eq!(stage.daily.get_room(&name("other")).await, Err(Error::NotFound));
}

#[tokio::test]
async fn what_is_not_daily_s_answer_is_unreadable() {
    let stage = Stage::new().await;
    let unreadable = |status| Err(Error::Unreadable { status });
    for (failure, status) in [
        (Failure::WebPage(200), 200),
        (Failure::WebPage(403), 403),
        (Failure::WebPage(511), 511),
        (Failure::BrokenJson, 200),
        (Failure::OtherJson, 200),
        (Failure::Redirect, 302),
    ] {
        stage.server.fail_next(Endpoint::GetDomain, failure.clone());
        let answer = stage.daily.domain().await;
        if status < 500 {
            assert_eq!(answer, unreadable(status), "{failure:?}");
        }
        assert!(
            answer.unwrap_err().is_passing(),
            "{failure:?}: whoever stands in the way will go away"
        );
    }
}

#[tokio::test]
async fn one_odd_room_does_not_hide_the_others() {
    let (url, server) = answering(|| {
        let good = r#"{"id":"2","name":"vp-1","url":"https://d.daily.co/vp-1","config":{}}"#;
        let body = format!(r#"{{"total_count":2,"data":[{{"id":"1","name":"ödd","url":3}},{good}]}}"#);
        http("200 OK", &body)
    })
    .await;
    let rooms = client(&url, "key").all_rooms().await.unwrap();
    assert_eq!(rooms.len(), 1);
    server.abort();
}

#[tokio::test]
async fn an_endless_answer_is_given_up() {
    let padding = " ".repeat(9 << 20);
    let body = format!(r#"{{"domain_name":"virtus",{padding}"domain_id":"1"}}"#);
    let (url, server) = answering(move || http("200 OK", &body)).await;
    assert_eq!(
        client(&url, "key").domain().await,
        Err(Error::Unreadable { status: 200 })
    );
    server.abort();
}

#[tokio::test]
async fn a_token_that_is_none_is_unreadable() {
    for body in [
        r#"{"token":""}"#,
        r#"{"token":"a b"}"#,
        r#"{"token":"a&room=other"}"#,
        r#"{"token":7}"#,
    ] {
        let (url, server) = answering(move || http("200 OK", body)).await;
        let expires = chrono::DateTime::from_timestamp(1_900_000_000, 0).unwrap();
        let request = daily::TokenRequest::new(name("vp-1"), daily::Role::Participant, expires).unwrap();
        let answer = client(&url, "key").mint_token(&request).await;
        assert_eq!(answer, Err(Error::Unreadable { status: 200 }), "{body}");
        server.abort();
    }
}

#[tokio::test]
async fn a_domain_name_that_would_lead_elsewhere_is_unreadable() {
    let (url, server) =
        answering(|| http("200 OK", r#"{"domain_name":"evil.example/","domain_id":"1"}"#)).await;
    assert_eq!(
        client(&url, "key").domain().await,
        Err(Error::Unreadable { status: 200 })
    );
    server.abort();
}

#[tokio::test]
async fn a_server_that_accepts_and_says_nothing_times_out() {
    let (url, server) = answering(Vec::new).await;
    let error = hasty(&url, "key").domain().await.unwrap_err();
    assert_eq!(
        error,
        Error::TryLater {
            trouble: Trouble::Timeout,
            after: None
        }
    );
    server.abort();
}

#[tokio::test]
async fn an_answer_that_stops_halfway_times_out_too() {
    let (url, server) = answering(|| b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{".to_vec()).await;
    let error = hasty(&url, "key").domain().await.unwrap_err();
    assert_eq!(
        error,
        Error::TryLater {
            trouble: Trouble::Timeout,
            after: None
        }
    );
    server.abort();
}

#[tokio::test]
async fn https_speaks_tls_and_sends_nothing_readable() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}/v1", listener.local_addr().unwrap());
    let peer = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut first = vec![0; 2048];
        let count = stream.read(&mut first).await.unwrap();
        first.truncate(count);
        first
    });
    let error = client(&url, "s3cret-key").domain().await.unwrap_err();
    assert_eq!(
        error,
        Error::TryLater {
            trouble: Trouble::Offline,
            after: None
        }
    );
    let first = peer.await.unwrap();
    assert_eq!(first[0], 22, "a TLS handshake record");
    assert!(!String::from_utf8_lossy(&first).contains("s3cret"));
}

/// A server that reads a request and then sends these bytes, staying connected.
pub async fn answering<F>(bytes: F) -> (String, tokio::task::JoinHandle<()>)
where
    F: Fn() -> Vec<u8> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/v1", listener.local_addr().unwrap());
    let server = tokio::spawn(async move {
        let mut open: Vec<TcpStream> = Vec::new();
        while let Ok((mut stream, _)) = listener.accept().await {
            let _ = stream.read(&mut [0; 4096]).await;
            // The client may hang up in the middle; that is what some tests want.
            let _ = stream.write_all(&bytes()).await;
            open.push(stream);
        }
    });
    (url, server)
}

/// An answer of JSON.
pub fn http(status: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!("HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}")
        .into()
}

//! The HTTP side: a listener on loopback, and what failures do to connections.
//!
//! Plain hyper rather than a framework, because a framework always answers, and here a connection must
//! be able to end without one.

use super::endpoint::Endpoint;
use super::failure::Failure;
use super::recorded::{Asked, Recorded};
use super::reply::{Reply, invalid, refusal, unpaid};
use super::world::World;
use bytes::Bytes;
use http_body_util::combinators::BoxBody;
use http_body_util::{BodyExt, Full};
use hyper::body::{Body, Frame, Incoming};
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, DATE, LOCATION, RETRY_AFTER};
use hyper::service::service_fn;
use hyper::{Request, Response};
use serde_json::{Value, json};
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use tokio::net::TcpListener;
use tokio::task::{JoinHandle, JoinSet};

pub(super) type Shared = Arc<Mutex<World>>;
type Answer = Response<BoxBody<Bytes, io::Error>>;

/// The world, also after a test panicked while holding it.
pub(super) fn lock(world: &Shared) -> MutexGuard<'_, World> {
    world.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Accepts connections until aborted; aborting closes them all.
pub(super) fn serve(listener: TcpListener, world: Shared) -> JoinHandle<()> {
    tokio::spawn(async move {
        let mut connections = JoinSet::new();
        loop {
            let Ok((stream, _)) = listener.accept().await else {
                continue;
            };
            let world = world.clone();
            lock(&world).connections += 1;
            connections.spawn(async move {
                let service = service_fn(|request| answer(request, world.clone()));
                let stream = hyper_util::rt::TokioIo::new(stream);
                // An error here is a connection that ended early, which is what some failures are for.
                let _ = hyper::server::conn::http1::Builder::new()
                    .serve_connection(stream, service)
                    .await;
            });
            while connections.try_join_next().is_some() {}
        }
    })
}

async fn answer(request: Request<Incoming>, world: Shared) -> io::Result<Answer> {
    let asked = read(request).await?;
    // In a task of its own: a client that hangs up does not undo what it asked for.
    tokio::spawn(go_through(asked, world))
        .await
        .map_err(io::Error::other)?
}

async fn read(request: Request<Incoming>) -> io::Result<Asked> {
    let (parts, body) = request.into_parts();
    let body = body
        .collect()
        .await
        .map_err(io::Error::other)?
        .to_bytes()
        .to_vec();
    let url = url::Url::parse("http://stand-in/").and_then(|base| base.join(&parts.uri.to_string()));
    let url = url.map_err(io::Error::other)?;
    let path = url.path().strip_prefix("/v1").unwrap_or("/unknown");
    Ok(Asked {
        method: parts.method.to_string(),
        path: path
            .split('/')
            .filter(|segment| !segment.is_empty())
            .map(decode)
            .collect(),
        query: url
            .query_pairs()
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect(),
        authorization: parts
            .headers
            .get(AUTHORIZATION)
            .and_then(|header| header.to_str().ok())
            .map(str::to_owned),
        body,
    })
}

/// `%20` and its like; by way of a query, which knows how.
fn decode(segment: &str) -> String {
    let query = segment.replace('+', "%2B");
    url::form_urlencoded::parse(query.as_bytes())
        .map(|(name, _)| name.into_owned())
        .collect()
}

/// Records the request, then lets it have its effect and its answer as far as its failure allows.
async fn go_through(asked: Asked, world: Shared) -> io::Result<Answer> {
    let failure = {
        let mut world = lock(&world);
        let endpoint = record(&mut world, &asked);
        endpoint.and_then(|endpoint| world.failures.take(endpoint))
    };
    let Some(failure) = failure else {
        return Ok(normal(&world, &asked));
    };
    if let Some(reply) = instead(&failure) {
        return Ok(send(&world, reply));
    }
    match failure {
        Failure::Dropped => Err(io::ErrorKind::ConnectionAborted.into()),
        Failure::EffectLate(wait) => {
            tokio::time::sleep(wait).await;
            Ok(normal(&world, &asked))
        }
        Failure::Redirect => Ok(redirect(&world)),
        after_the_effect => spoil(after_the_effect, &world, &asked).await,
    }
}

/// Failures that come instead of the effect, as a reply.
fn instead(failure: &Failure) -> Option<Reply> {
    let limited = |wait: Option<String>| Reply {
        retry_after: wait,
        ..refusal(429, "rate-limit-error", None)
    };
    Some(match failure {
        Failure::ServerError => refusal(500, "server-error", None),
        Failure::Unavailable(seconds) => Reply {
            retry_after: Some(seconds.to_string()),
            ..refusal(503, "server-error", None)
        },
        Failure::Limited => limited(None),
        Failure::LimitedFor(seconds) => limited(Some(seconds.to_string())),
        Failure::LimitedUntil(instant) => limited(Some(http_date(*instant))),
        Failure::KeyRefused => refusal(401, "authentication-error", None),
        Failure::Forbidden => refusal(403, "forbidden-error", None),
        Failure::PlanRefused => unpaid(),
        Failure::Invalid => invalid("(stand-in) refused on demand"),
        _ => return None,
    })
}

/// Failures of the answer, after the request had its effect.
async fn spoil(failure: Failure, world: &Shared, asked: &Asked) -> io::Result<Answer> {
    let reply = lock(world).carry_out(asked);
    match failure {
        Failure::AnswerLost => Err(io::ErrorKind::ConnectionAborted.into()),
        Failure::AnswerCut => Ok(cut(world, &reply)),
        Failure::AnswerLate(wait) => {
            tokio::time::sleep(wait).await;
            Ok(send(world, reply))
        }
        Failure::CarriedOutTwice => Ok(normal(world, asked)),
        Failure::WebPage(status) => {
            let page = "<!doctype html><title>Welcome</title><p>Please accept our terms.";
            Ok(plain(world, status, "text/html; charset=utf-8", page.into()))
        }
        Failure::BrokenJson => {
            let text = reply.body.to_string();
            Ok(plain(
                world,
                reply.status,
                "application/json",
                half(&text).to_owned().into(),
            ))
        }
        Failure::OtherJson => Ok(send(
            world,
            Reply {
                body: json!({"message": ["hello"]}),
                ..reply
            },
        )),
        Failure::UnknownFields => Ok(send(
            world,
            Reply {
                body: embellished(reply.body),
                ..reply
            },
        )),
        _ => Ok(send(world, reply)),
    }
}

fn record(world: &mut World, asked: &Asked) -> Option<Endpoint> {
    let path: Vec<&str> = asked.path.iter().map(String::as_str).collect();
    let endpoint = Endpoint::of(&asked.method, &path).map(|(endpoint, _)| endpoint);
    let query = asked.query.iter().map(|(name, value)| format!("{name}={value}"));
    let sent = asked
        .authorization
        .as_deref()
        .and_then(|header| header.strip_prefix("Bearer "));
    let authorised = sent.is_some() && sent == world.key.as_deref();
    world.requests.push(Recorded {
        endpoint,
        method: asked.method.clone(),
        path: format!("/{}", asked.path.join("/")),
        query: query.collect::<Vec<_>>().join("&"),
        body: serde_json::from_slice(&asked.body).unwrap_or(Value::Null),
        authorised,
    });
    endpoint
}

fn normal(world: &Shared, asked: &Asked) -> Answer {
    let reply = lock(world).carry_out(asked);
    send(world, reply)
}

fn send(world: &Shared, reply: Reply) -> Answer {
    let mut answer = plain(
        world,
        reply.status,
        "application/json",
        reply.body.to_string().into(),
    );
    if let Some(Ok(wait)) = reply.retry_after.map(|wait| wait.parse()) {
        answer.headers_mut().insert(RETRY_AFTER, wait);
    }
    answer
}

fn redirect(world: &Shared) -> Answer {
    let mut answer = plain(world, 302, "text/html", Bytes::new());
    answer.headers_mut().insert(
        LOCATION,
        hyper::header::HeaderValue::from_static("http://127.0.0.1:9/login"),
    );
    answer
}

/// The `Date` is the stand-in's own clock's, as Daily's would be Daily's.
fn plain(world: &Shared, status: u16, kind: &'static str, body: Bytes) -> Answer {
    let mut answer = Response::new(Full::new(body).map_err(|never| match never {}).boxed());
    *answer.status_mut() = hyper::StatusCode::from_u16(status).unwrap_or_default();
    answer
        .headers_mut()
        .insert(CONTENT_TYPE, hyper::header::HeaderValue::from_static(kind));
    if let Ok(date) = http_date(lock(world).now()).parse() {
        answer.headers_mut().insert(DATE, date);
    }
    answer
}

fn cut(world: &Shared, reply: &Reply) -> Answer {
    let first = Bytes::from(half(&reply.body.to_string()).to_owned());
    let mut answer = plain(world, reply.status, "application/json", Bytes::new());
    *answer.body_mut() = CutBody(Some(first)).boxed();
    answer
}

fn half(text: &str) -> &str {
    text.get(..text.len() / 2).unwrap_or_default()
}

/// The same answer with members nobody asked for, at every level.
fn embellished(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let mut members: serde_json::Map<String, Value> = members
                .into_iter()
                .map(|(name, value)| (name, embellished(value)))
                .collect();
            members.insert(
                "sip_uri".into(),
                json!({"endpoint": ["sip:1@example.com"], "since": null}),
            );
            Value::Object(members)
        }
        Value::Array(items) => items.into_iter().map(embellished).collect(),
        other => other,
    }
}

fn http_date(instant: chrono::DateTime<chrono::Utc>) -> String {
    instant.format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// Half an answer, then the connection breaks.
struct CutBody(Option<Bytes>);

impl Body for CutBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        let next = self.0.take().map(Frame::data);
        Poll::Ready(Some(next.ok_or_else(|| io::ErrorKind::ConnectionAborted.into())))
    }
}

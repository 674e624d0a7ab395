//! Our iCalendar files, kept by Radicale, a `CalDAV` server, on this computer alone.

use std::{
    net::TcpListener,
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use interchange::calendar;
use slots::Zone;
use tempfile::TempDir;

use crate::sample::meetings;

struct Radicale {
    process: Child,
    base: String,
    _folder: TempDir,
}

impl Radicale {
    fn start() -> Self {
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let folder = tempfile::tempdir().unwrap();
        let process = Command::new("/usr/bin/python3")
            .args([
                "-m",
                "radicale",
                "--config",
                "",
                "--auth-type",
                "none",
                "--rights-type",
                "authenticated",
            ])
            .args([
                "--hosts",
                &format!("127.0.0.1:{port}"),
                "--storage-filesystem-folder",
            ])
            .arg(folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let server = Self {
            process,
            base: format!("http://127.0.0.1:{port}"),
            _folder: folder,
        };
        server.wait();
        server
    }

    fn wait(&self) {
        let began = Instant::now();
        while ureq::get(format!("{}/.web/", self.base)).call().is_err() {
            assert!(
                began.elapsed() < Duration::from_secs(30),
                "Radicale does not answer"
            );
            sleep(Duration::from_millis(100));
        }
    }

    fn ask(&self, method: &str, path: &str, kind: &str, body: &str) -> (u16, String) {
        let request = ureq::http::Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.base))
            // "camille:" in base64: this server asks for no password.
            .header("Authorization", "Basic Y2FtaWxsZTo=")
            .header("Content-Type", kind)
            .header("Depth", "1")
            .body(body.to_owned())
            .unwrap();
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .allow_non_standard_methods(true)
            .build()
            .into();
        let mut answer = agent.run(request).unwrap();
        (
            answer.status().as_u16(),
            answer.body_mut().read_to_string().unwrap(),
        )
    }
}

impl Drop for Radicale {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn a_caldav_server_takes_the_whole_agenda_and_gives_every_appointment_back() {
    let server = Radicale::start();
    let all = meetings();
    let zone = Zone::parse("Europe/Paris").unwrap();
    let file = calendar(&all, &zone, &[60, 10], &()).unwrap();
    let (status, told) = server.ask("PUT", "/camille/agenda/", "text/calendar; charset=utf-8", &file);
    assert_eq!(status, 201, "{told}");
    let (status, back) = server.ask("GET", "/camille/agenda/", "text/plain", "");
    assert_eq!(status, 200);
    for meeting in &all {
        assert!(back.contains(&meeting.uid()), "{} is missing", meeting.uid());
    }
    assert!(
        back.contains("STATUS:CANCELLED") && back.contains("SEQUENCE:4"),
        "{back}"
    );
}

#[test]
fn a_later_version_of_an_appointment_takes_the_place_of_the_earlier() {
    let server = Radicale::start();
    let (made, _) = server.ask("MKCALENDAR", "/camille/agenda/", "text/xml", "");
    assert_eq!(made, 201);
    let zone = Zone::parse("Europe/Paris").unwrap();
    let mut one = meetings().remove(0);
    let path = format!("/camille/agenda/{}.ics", one.id);
    for sequence in [3, 4] {
        one.sequence = sequence;
        let file = calendar(std::slice::from_ref(&one), &zone, &[10], &()).unwrap();
        let (status, told) = server.ask("PUT", &path, "text/calendar; charset=utf-8", &file);
        assert!(matches!(status, 201 | 204), "{status}: {told}");
    }
    let (_, back) = server.ask("GET", "/camille/agenda/", "text/plain", "");
    assert_eq!(back.matches("BEGIN:VEVENT").count(), 1);
    assert!(back.contains("SEQUENCE:4"));
}

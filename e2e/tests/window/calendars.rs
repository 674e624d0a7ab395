//! Calendars of others: a file, and an address that is called over https; what they say blocks, and is seen to.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use e2e::{App, By, Outcome, While, Window, keys};
use serde_json::json;
use testkit::web_host::WebHost;
use tokio::runtime::{Builder, Runtime};

use crate::play::{
    CLIENT, MORNING, Play, add_client, choose_session, give_key, go, introduce, starts_on_offer,
};

/// Tuesday 14:00 to 15:30, every week; all of Thursday; and a lunch that does not block.
const FILE: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//essai//FR\r\nX-WR-CALNAME:École de musique\r\n\
    BEGIN:VEVENT\r\nUID:1@essai\r\nDTSTART;TZID=Europe/Paris:20270216T140000\r\nDTEND;TZID=Europe/Paris:20270216T153000\r\n\
    RRULE:FREQ=WEEKLY\r\nSUMMARY:Chorale intime\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:2@essai\r\nDTSTART;VALUE=DATE:20270304\r\nDTEND;VALUE=DATE:20270305\r\nSUMMARY:Stage\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:3@essai\r\nDTSTART;TZID=Europe/Paris:20270302T160000\r\nDTEND;TZID=Europe/Paris:20270302T170000\r\n\
    TRANSP:TRANSPARENT\r\nSUMMARY:Gouter\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

#[test]
fn a_calendar_from_a_file_blocks_what_it_says_until_it_is_removed() -> Outcome {
    let play = Play::new("calendar-file")?;
    let app = play.open_ready(MORNING)?;
    let window = &app.window;
    window.resize(1440, 900)?;
    add_client(window)?;
    // Nothing blocks yet.
    today_offers(window, &["14:00"], &[])?;

    let file = play.stage.home("musique.ics");
    std::fs::write(&file, FILE).during("writing a calendar")?;
    open_calendars(window)?;
    window.step("none-yet")?;
    play.stage
        .choose_file(window, &By::button("Fichier .ics…"), &file)?;
    window.wait_text("« École de musique » est ajouté.")?;
    window.wait_text("Lu le mardi 2 mars, 10:")?;
    window.step("file-added")?;

    // What is marked as free blocks nothing.
    today_offers(window, &["15:30", "16:00"], &["14:00", "15:15"])?;

    show_week(window)?;
    hatched(window, 2)?;
    window.step("week-hatched")?;
    assert!(
        !window.page_text()?.contains("Chorale"),
        "what the coach does there is nobody's business"
    );
    assert!(!play.stage.data_holds("Chorale intime")?, "nor kept");

    open_calendars(window)?;
    window.click(&By::button("Supprimer : École de musique"))?;
    window.step("removing")?;
    window.click(&By::button("Supprimer").inside(&By::any("dialog")))?;
    window.wait_text("Aucun calendrier externe")?;
    today_offers(window, &["14:00"], &[])?;
    show_week(window)?;
    hatched(window, 0)
}

/// A server of calendars that says what the test wants, over https.
struct Host {
    runtime: Runtime,
    web: WebHost,
    says: Arc<Mutex<String>>,
}

impl Host {
    fn new() -> Outcome<Self> {
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .during("starting tokio")?;
        let says = Arc::new(Mutex::new(String::new()));
        let told = Arc::clone(&says);
        let web = runtime.block_on(WebHost::secure(move |_| {
            told.lock().unwrap_or_else(PoisonError::into_inner).clone()
        }));
        Ok(Self { runtime, web, says })
    }

    fn say(&self, answer: &str) {
        answer.clone_into(&mut self.says.lock().unwrap_or_else(PoisonError::into_inner));
    }

    fn say_calendar(&self, calendar: &str) {
        let length = calendar.len();
        self.say(&format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/calendar\r\nETag: \"1\"\r\nContent-Length: {length}\r\n\r\n{calendar}"
        ));
    }

    fn go_away(self) {
        self.runtime.shutdown_background();
    }
}

const BROKEN: &str = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";
/// Two days after the morning, within its hours.
const THURSDAY: &str = "2027-03-04T09:30:00Z";

#[test]
fn an_address_that_was_never_read_warns_then_blocks_and_its_last_copy_outlives_it() -> Outcome {
    let (play, host) = (Play::new("calendar-address")?, Host::new()?);
    let trusted = play.stage.home("trusted.pem");
    std::fs::write(&trusted, host.web.certificate()).during("writing a certificate")?;
    let trusted = trusted.display().to_string();
    host.say(BROKEN);
    let app = open_trusting(&play, &trusted, MORNING)?;
    let window = &app.window;
    introduce(window)?;
    give_key(window, crate::daily::KEY)?;
    add_client(window)?;

    let address = format!("{}/prive-s3cr3t/basic.ics", host.web.base());
    open_calendars(window)?;
    subscribe(window, &address)?;
    window.wait_text("Jamais lu : vos créneaux n’en tiennent pas compte")?;
    window.step("never-read")?;
    unread_holds_up_a_booking(window)?;

    host.say_calendar(FILE);
    open_calendars(window)?;
    window.click(&By::button("Lire maintenant : Perso"))?;
    window.wait_text("« Perso » est à jour.")?;
    window.wait_text("À jour, lu le mardi 2 mars, 10:")?;
    window.step("read")?;
    today_offers(window, &["17:00"], &["14:00"])?;

    host.say(BROKEN);
    open_calendars(window)?;
    window.click(&By::button("Lire maintenant : Perso"))?;
    window.wait_text("« Perso » n’a pas pu être lu.")?;
    window.wait_text("Le dernier essai a échoué. La copie lue le mardi 2 mars, 10:")?;
    window.step("old-copy")?;
    assert!(
        !window.page_text()?.contains("s3cr3t"),
        "the address is not shown again"
    );
    drop(app);

    host.go_away();
    let app = open_trusting(&play, &trusted, THURSDAY)?;
    let window = &app.window;
    window.wait_text("« Perso » n’a plus pu être lu depuis le mardi 2 mars, 10:")?;
    window.step("stale-two-days-later")?;
    show_week(window)?;
    hatched(window, 2)?;
    window.step("week-of-an-old-copy")?;
    assert!(
        !play.stage.artefacts.logs().contains("s3cr3t"),
        "no address in any log"
    );
    Ok(())
}

fn open_trusting(play: &Play, certificate: &str, at: &str) -> Outcome<App> {
    let mut environment = play.environment(at, "fr_FR.UTF-8")?.to_vec();
    environment.push(("SSL_CERT_FILE", certificate.to_owned()));
    let environment: Vec<_> = environment
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    play.stage.open(&[], &environment)
}

fn open_calendars(window: &Window) -> Outcome {
    go(window, "Paramètres")?;
    window.click(&By::role("tab", "Disponibilités"))?;
    window
        .find(&By::role("heading", "Calendriers externes"))
        .map(drop)
}

fn subscribe(window: &Window, address: &str) -> Outcome {
    window.click(&By::button("Ajouter une adresse"))?;
    let form = By::any("dialog");
    window.fill(&By::field("Nom").inside(&form), "Perso")?;
    window.fill(&By::field("Adresse du calendrier").inside(&form), address)?;
    window.step("address")?;
    window.click(&By::button("Ajouter").inside(&form))?;
    window.wait_text("« Perso » est ajouté.")
}

/// The slots know nothing of it: that is said beside them, a booking is refused and names it, and the coach decides.
fn unread_holds_up_a_booking(window: &Window) -> Outcome {
    choose_session(window)?;
    window.wait_text("Jamais lu : Perso")?;
    window.step("wizard-warned")?;
    window.click(&By::button("mardi 2 mars"))?;
    window.click(&By::button("16:00"))?;
    window.click(&By::button("Créer le rendez-vous"))?;
    window.wait_text("Jamais lu : « Perso ».")?;
    window.step("wizard-refused")?;
    window.click(&By::button("Créer quand même"))?;
    window.wait_text(&format!("Rendez-vous pris : {CLIENT}, mardi 2 mars, 16:00."))
}

/// Looks in the wizard whether today offers the first of these starts and none of the others, and leaves it again.
fn today_offers(window: &Window, wanted: &[&str], unwanted: &[&str]) -> Outcome {
    choose_session(window)?;
    window.click(&By::button("mardi 2 mars"))?;
    let what = format!("today to offer {wanted:?} and not {unwanted:?}");
    window.wait_for(&what, Duration::from_secs(10), || {
        let offered = starts_on_offer(window).ok()?;
        let offers = |start: &&str| offered.iter().any(|it| it == start);
        (wanted.iter().all(offers) && !unwanted.iter().any(offers)).then_some(())
    })?;
    window.step("offered")?;
    window.press(&[keys::ESCAPE])?;
    window.click(&By::button("Abandonner la saisie"))?;
    window.wait_gone(&By::any("dialog"))
}

fn show_week(window: &Window) -> Outcome {
    go(window, "Planning")?;
    window.click(&By::text("Semaine").inside(&By::role("radiogroup", "Vue")))?;
    window.find(&By::css(".planning-grid")).map(drop)
}

/// Waits until the week shows so many busy times; a whole day begins above what is in sight.
fn hatched(window: &Window, count: u32) -> Outcome {
    window.wait_for(&format!("{count} busy times"), Duration::from_secs(10), || {
        let there = "return document.querySelectorAll('.planning-grid .busy-elsewhere').length";
        (window.run(there, &json!([])).ok()? == json!(count)).then_some(())
    })
}

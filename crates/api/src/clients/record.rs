//! All that is kept about one client: given out whole, for machines and for people, or erased.
//!
//! The person may ask for both (GDPR, articles 15, 17 and 20). Where the files go is the shell's. The coach's notes are
//! in them: they are about the person.

use std::fmt::Write;

use agenda::{ClientId, Language, Line};
use chrono::{DateTime, Utc};
use serde::Serialize;
use slots::Zone;

use crate::{
    Actor, Appointment, Client, CoachDesk, Error, ErrorCode, MeetingKind, Person, Result, Status,
    appointments::views, text::say,
};

/// Everything about a client, as files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientRecord {
    /// What to call the files, without their ending: letters, digits and dashes.
    pub file_stem: String,
    /// For programs.
    pub json: String,
    /// For people, in the coach's language.
    pub html: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Record<'a> {
    exported_at: DateTime<Utc>,
    coach: &'a str,
    time_zone: &'a str,
    client: &'a Client,
    appointments: &'a [Appointment],
}

impl CoachDesk {
    /// All that is kept about a client, appointments from before they had a profile included.
    pub async fn export_client(&self, id: ClientId, now: DateTime<Utc>) -> Result<ClientRecord> {
        let client = self.client(id, now).await?;
        let coach = self.rows.coach_card().await?;
        let mut entries = self.rows.entries_of_client(id, u32::MAX).await?;
        if let Some(email) = client
            .email
            .as_deref()
            .and_then(|it| agenda::Email::parse(it).ok())
        {
            entries.extend(self.rows.entries_of_prospect(&email, u32::MAX).await?);
        }
        entries.sort_by_key(|it| it.appointment.start);
        let appointments = views(entries);
        let record = Record {
            exported_at: now,
            coach: coach.name.as_str(),
            time_zone: coach.zone.name(),
            client: &client,
            appointments: &appointments,
        };
        let json = serde_json::to_string_pretty(&record)
            .map_err(|error| Error::of(ErrorCode::Internal, error.to_string()))?;
        Ok(ClientRecord {
            file_stem: file_stem(&client.name, &coach.zone, now),
            html: Sheet {
                language: coach.language,
                zone: &coach.zone,
            }
            .page(&record),
            json,
        })
    }

    /// Erases a client for good: name, contact, notes, and what was said on their appointments. That these took place
    /// stays, for the numbers. What lies ahead is called off.
    pub async fn erase_client(&self, id: ClientId, now: DateTime<Utc>) -> Result<()> {
        let language = self.rows.coach_card().await?.language;
        let name = Line::parse(&say(language, "erased_client", &[]))
            .map_err(|_| Error::of(ErrorCode::Internal, "a text of ours is no name"))?;
        self.rows.erase_client(id, &name, now).await?;
        self.want_room_work();
        Ok(())
    }
}

/// "lea-dupuis-2027-03-01".
fn file_stem(name: &str, zone: &Zone, now: DateTime<Utc>) -> String {
    let plain: String = agenda::search_form(name)
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    let words: Vec<&str> = plain.split('-').filter(|it| !it.is_empty()).collect();
    let name = if words.is_empty() {
        "client".to_owned()
    } else {
        words.join("-")
    };
    format!("{name}-{}", zone.date_of(now))
}

/// The readable form: one page that needs nothing but a browser.
struct Sheet<'a> {
    language: Language,
    zone: &'a Zone,
}

impl Sheet<'_> {
    fn say(&self, key: &str) -> String {
        escaped(&say(self.language, key, &[]))
    }

    fn moment(&self, at: DateTime<Utc>) -> String {
        let format = match self.language {
            Language::Fr => "%d/%m/%Y à %H:%M",
            Language::En => "%-d %B %Y, %H:%M",
        };
        self.zone.local(at).format(format).to_string()
    }

    fn page(&self, record: &Record<'_>) -> String {
        let client = record.client;
        let made = say(
            self.language,
            "export_made",
            &[
                ("coach", record.coach),
                ("when", &self.moment(record.exported_at)),
            ],
        );
        let mut page = format!(
            "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n<title>{name}</title>\n<style>{STYLE}</style>\n\
             <h1>{name}</h1>\n<p>{}</p>\n",
            self.language.word(),
            escaped(&made),
            name = escaped(&client.name),
        );
        self.list(
            &mut page,
            &[
                ("export_email", client.email.clone()),
                ("export_phone", client.phone_written.clone()),
                ("export_zone", client.zone.clone()),
                ("export_notes", Some(client.notes.clone())),
            ],
        );
        let _ = writeln!(page, "<h2>{}</h2>", self.say("export_appointments"));
        if record.appointments.is_empty() {
            let _ = writeln!(page, "<p>{}</p>", self.say("export_no_appointments"));
        }
        for it in record.appointments {
            self.appointment(&mut page, it);
        }
        page
    }

    fn appointment(&self, page: &mut String, it: &Appointment) {
        let until = self.zone.local(it.end).format("%H:%M");
        let _ = writeln!(page, "<h3>{} – {until}</h3>", self.moment(it.start));
        let cancelled = it.cancellation.as_ref();
        let prospect = match &it.person {
            Person::Prospect { name, email } => Some(format!("{name}, {email}")),
            Person::Client { .. } => None,
        };
        self.list(
            page,
            &[
                ("export_type", Some(it.type_name.clone())),
                ("export_reason", it.reason.as_ref().map(|it| it.label.clone())),
                ("export_kind", Some(say(self.language, kind_key(it.kind), &[]))),
                (
                    "export_status",
                    Some(say(self.language, status_key(it.status), &[])),
                ),
                ("export_prospect", prospect),
                ("export_title", Some(it.title.clone())),
                ("export_description", Some(it.description.clone())),
                ("export_message", Some(it.message.clone())),
                ("export_place", Some(it.place.clone())),
                ("export_phone", Some(it.phone.clone())),
                (
                    "export_booked_by",
                    Some(say(self.language, actor_key(it.booked_by), &[])),
                ),
                ("export_booked_at", Some(self.moment(it.created_at))),
                (
                    "export_cancelled_by",
                    cancelled.map(|it| say(self.language, actor_key(it.by), &[])),
                ),
                ("export_cancelled_at", cancelled.map(|it| self.moment(it.at))),
                ("export_cancel_reason", cancelled.map(|it| it.reason.clone())),
            ],
        );
    }

    /// Names and values; what is empty is left out.
    fn list(&self, page: &mut String, rows: &[(&str, Option<String>)]) {
        page.push_str("<dl>\n");
        for (key, value) in rows {
            if let Some(value) = value.as_deref().filter(|it| !it.is_empty()) {
                let _ = writeln!(page, "<dt>{}</dt><dd>{}</dd>", self.say(key), escaped(value));
            }
        }
        page.push_str("</dl>\n");
    }
}

const STYLE: &str = "body{font:16px/1.5 sans-serif;max-width:46em;margin:3em auto;padding:0 1em;color:#1c1e26}\
dl{display:grid;grid-template-columns:12em 1fr;gap:.2em 1em}dt{color:#5b6070}dd{margin:0;white-space:pre-wrap}\
h3{margin:1.6em 0 .4em}";

fn kind_key(kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::Video => "kind_video",
        MeetingKind::Phone => "kind_phone",
        MeetingKind::InPerson => "kind_in_person",
    }
}

fn status_key(status: Status) -> &'static str {
    match status {
        Status::Scheduled => "status_scheduled",
        Status::Completed => "status_completed",
        Status::Cancelled => "status_cancelled",
        Status::NoShow => "status_no_show",
    }
}

fn actor_key(actor: Actor) -> &'static str {
    match actor {
        Actor::Coach => "actor_coach",
        Actor::Client => "actor_client",
    }
}

/// Text that can stand anywhere in HTML: what people wrote is never markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_by_what_every_system_takes() {
        let (zone, now) = (
            Zone::parse("Europe/Paris").unwrap(),
            "2027-03-01T23:30:00Z".parse().unwrap(),
        );
        for (name, stem) in [
            ("Léa  Dupuis", "lea-dupuis-2027-03-02"),
            ("../../etc/passwd", "etc-passwd-2027-03-02"),
            ("山田", "client-2027-03-02"),
        ] {
            assert_eq!(file_stem(name, &zone, now), stem);
        }
    }

    #[test]
    fn what_people_wrote_is_never_markup() {
        assert_eq!(
            escaped("<b>\"L'été\" & co"),
            "&lt;b&gt;&quot;L&#39;été&quot; &amp; co"
        );
    }
}

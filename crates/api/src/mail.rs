//! The client's link as the draft of an e-mail, for the coach to look at and send: nothing is sent from here.

use agenda::{AppointmentId, ClockFace, Email, Person, join_opens};
use chrono::{DateTime, Utc};
use daily::JoinUrl;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use slots::Zone;
use store::Entry;

use crate::{
    CoachDesk, Error, ErrorCode, Result,
    rooms::meeting::first_name,
    text::{day_words, say},
};

/// Everything but the unreserved signs of RFC 3986: programs that decode only what must be encoded (RFC 6068, 2) find
/// the address as it is written.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The draft of an e-mail to one person, as a `mailto:` address (RFC 6068). It holds a link that is that person's alone.
#[derive(Clone, PartialEq, Eq)]
pub struct MailDraft(String);

/// Opens a draft in the coach's e-mail program.
pub trait MailProgram: Send + Sync {
    /// Hands the draft over; an error in English for the log, without the draft.
    fn compose(&self, draft: &MailDraft) -> std::result::Result<(), String>;
}

impl MailDraft {
    /// Everything that means something in an address is encoded: no part can end its place or add a recipient.
    fn new(to: &Email, subject: &str, body: &str) -> Self {
        let safe = |text: &str| utf8_percent_encode(text, RESERVED).to_string();
        // Line breaks are CRLF in a mailto address.
        let body = safe(&body.replace('\n', "\r\n"));
        // The at sign alone is left readable: some programs split there before they decode.
        let to = safe(to.as_str()).replace("%40", "@");
        Self(format!("mailto:{to}?subject={}&body={body}", safe(subject)))
    }

    /// The address itself, for the system.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for MailDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MailDraft(…)")
    }
}

impl CoachDesk {
    /// Opens the draft of an e-mail with the client's link, to the person met and nobody else.
    pub async fn draft_client_link(
        &self,
        id: AppointmentId,
        program: &dyn MailProgram,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let entry = self.rows.entry(id).await?;
        let to = self.email_of(&entry.appointment.person, now).await?;
        let link = self.client_link_of(&entry, now).await?;
        let coach = self.rows.coach_card().await?;
        let draft = draft(
            &to,
            &entry,
            &link,
            &coach,
            self.planner.clock_face(coach.language),
        );
        program.compose(&draft).map_err(|error| {
            tracing::warn!(error, "no e-mail program could be opened");
            Error::of(ErrorCode::MailUnavailable, error)
        })
    }

    async fn email_of(&self, person: &Person, now: DateTime<Utc>) -> Result<Email> {
        match person {
            Person::Prospect { email, .. } => Ok(email.clone()),
            Person::Client { id, .. } => {
                let email = self.rows.client(*id, now).await?.card.email;
                email.ok_or_else(|| Error::of(ErrorCode::NoEmail, "the client has no e-mail address"))
            }
        }
    }
}

fn draft(to: &Email, entry: &Entry, link: &JoinUrl, coach: &agenda::Coach, face: ClockFace) -> MailDraft {
    let (start, zone, language) = (entry.appointment.start, &coach.zone, coach.language);
    let date = day_words(language, zone.date_of(start));
    let clock = |at| face.read(zone.local(at).time());
    let time = clock(start);
    let subject = say(language, "mail_subject", &[("date", &date), ("time", &time)]);
    let values = [
        // First: whatever a person is called, it stands in its own place alone.
        ("link", link.expose()),
        ("person", first_name(entry)),
        ("date", &date),
        ("time", &time),
        ("zone", &city(zone)),
        ("opens", &clock(join_opens(start))),
        ("coach", coach.name.as_str()),
    ];
    MailDraft::new(to, &subject, &say(language, "mail_body", &values))
}

/// "Paris" of `Europe/Paris`: what people call the time there.
fn city(zone: &Zone) -> String {
    let name = zone.name();
    name.rsplit('/').next().unwrap_or(name).replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_adds_a_recipient_or_ends_its_place() {
        let to = Email::parse("lea+x&cc=eve@example.org").unwrap();
        let draft = MailDraft::new(&to, "À bientôt ?&bcc=eve@example.org", "Une ligne\n#deux & trois");
        let url = url::Url::parse(draft.expose()).unwrap();
        assert_eq!(url.path(), "lea%2Bx%26cc%3Deve@example.org");
        let parts: Vec<_> = url.query_pairs().collect();
        assert_eq!(parts.len(), 2, "subject and body, nothing else: {parts:?}");
        assert_eq!(parts[0].1, "À bientôt ?&bcc=eve@example.org");
        assert_eq!(parts[1].1, "Une ligne\r\n#deux & trois");
        assert_eq!(url.fragment(), None);
        assert_eq!(format!("{draft:?}"), "MailDraft(…)");
    }
}

//! Clients: the people a coach follows.

use serde::{Deserialize, Serialize};
use slots::Zone;
use specta::Type;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::{Block, ClientId, Country, Email, Field, FieldProblem, Fields, Line, Phone};

/// What the coach writes down about a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientCard {
    /// First and last name.
    pub name: Line<1, 120>,
    /// Where to write.
    pub email: Option<Email>,
    /// Where to call.
    pub phone: Option<Phone>,
    /// Where they live by the clock; none where the coach does.
    pub zone: Option<Zone>,
    /// For the coach alone. Markdown.
    pub notes: Block<20_000>,
}

/// What a form says about a client, as typed. Empty texts count as none.
#[derive(Debug, Clone, Copy, Default)]
pub struct ClientForm<'a> {
    /// First and last name.
    pub name: &'a str,
    /// Where to write.
    pub email: &'a str,
    /// Where to call.
    pub phone: &'a str,
    /// An IANA name.
    pub zone: &'a str,
    /// For the coach alone.
    pub notes: &'a str,
}

impl ClientCard {
    /// Parses a form; a number without a country code is one of `home`.
    pub fn parse(form: ClientForm<'_>, home: Option<Country>) -> Result<Self, Vec<Field>> {
        let mut fields = Fields::new();
        let name = fields.take("name", Line::parse(form.name));
        let email = filled(form.email).map(|text| fields.take("email", Email::parse(text)));
        let phone = filled(form.phone).map(|text| fields.take("phone", Phone::parse(text, home)));
        let zone = filled(form.zone).map(|text| {
            fields.take(
                "zone",
                Zone::parse(text).map_err(|_| (FieldProblem::NotAZone, None)),
            )
        });
        let notes = fields.take("notes", Block::parse(form.notes));
        let card = name.zip(notes).map(|(name, notes)| Self {
            name,
            email: email.flatten(),
            phone: phone.flatten(),
            zone: zone.flatten(),
            notes,
        });
        fields.finish(card)
    }
}

fn filled(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|it| !it.is_empty())
}

/// In which order clients are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ClientOrder {
    /// By name.
    #[default]
    Name,
    /// Who is met next first; those with nothing ahead after them, by name.
    Next,
    /// Who was added last first.
    Newest,
}

/// Which clients are wanted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClientSearch {
    /// Part of a name, an address or a number; everybody when empty.
    pub text: String,
    /// Only those put away, or only those not; everybody, those put away last, when none.
    pub archived: Option<bool>,
    /// In which order.
    pub order: ClientOrder,
}

impl ClientSearch {
    /// Everybody who is known by `text`, by name.
    pub fn of(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            ..Self::default()
        }
    }

    /// The digits of a number as E.164 holds them, however its beginning was typed; none when no number is searched.
    pub fn digits(&self) -> Option<String> {
        let text = self.text.trim();
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let like_a_number = text
            .chars()
            .all(|c| c.is_ascii_digit() || "+ .-/()\u{a0}\u{202f}".contains(c));
        (like_a_number && digits.len() > 1).then(|| digits.trim_start_matches('0').to_owned())
    }
}

/// A person the coach follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    /// Which.
    pub id: ClientId,
    /// What is written down.
    pub card: ClientCard,
    /// Put away: no longer offered when booking.
    pub archived: bool,
    /// Scheduled appointments that are not over yet.
    pub upcoming: u32,
}

/// `text` without accents and in lower case, as names are searched: "Léa" is found by "lea".
pub fn search_form(text: &str) -> String {
    text.nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect::<String>()
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bad_field_is_told_at_once() {
        let form = ClientForm {
            name: " ",
            email: "nope",
            phone: "abc",
            zone: "Europe/Atlantis",
            notes: "ok",
        };
        let refused = ClientCard::parse(form, None).unwrap_err();
        let told: Vec<_> = refused.iter().map(|f| (f.field.as_str(), f.problem)).collect();
        assert_eq!(
            told,
            [
                ("name", FieldProblem::Required),
                ("email", FieldProblem::NotAnEmail),
                ("phone", FieldProblem::NotAPhone),
                ("zone", FieldProblem::NotAZone),
            ]
        );
    }

    #[test]
    fn an_empty_email_is_none_and_not_an_error() {
        let form = ClientForm {
            name: "Léa Dupuis",
            email: "  ",
            ..ClientForm::default()
        };
        let card = ClientCard::parse(form, None).unwrap();
        assert_eq!((card.email, card.phone, card.zone), (None, None, None));
    }

    #[test]
    fn a_number_is_searched_as_it_is_kept() {
        let digits = |text| ClientSearch::of(text).digits();
        assert_eq!(digits("06 12"), Some("612".into()));
        assert_eq!(digits("+33 6"), Some("336".into()));
        assert_eq!(digits("lea"), None);
        assert_eq!(digits("4"), None, "one digit is in every number");
    }

    #[test]
    fn names_are_found_without_accents_or_case() {
        assert_eq!(search_form(" Éloïse LEFÈVRE "), "eloise lefevre");
    }
}

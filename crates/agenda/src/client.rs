//! Clients: the people a coach follows.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::{Block, ClientId, Email, Field, Fields, Line, Phone};

/// What the coach writes down about a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientCard {
    /// First and last name.
    pub name: Line<1, 120>,
    /// Where to write.
    pub email: Option<Email>,
    /// Where to call.
    pub phone: Option<Phone>,
    /// For the coach alone.
    pub notes: Block<20_000>,
}

impl ClientCard {
    /// Parses a form; empty e-mail and phone count as none.
    pub fn parse(
        name: &str,
        email: Option<&str>,
        phone: Option<&str>,
        notes: &str,
    ) -> Result<Self, Vec<Field>> {
        let mut fields = Fields::new();
        let filled = |text: Option<&str>| text.map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned);
        let name = fields.take("name", Line::parse(name));
        let email = filled(email).map(|text| fields.take("email", Email::parse(&text)));
        let phone = filled(phone).map(|text| fields.take("phone", Phone::parse(&text)));
        let notes = fields.take("notes", Block::parse(notes));
        let card = name.zip(notes).map(|(name, notes)| Self {
            name,
            email: email.flatten(),
            phone: phone.flatten(),
            notes,
        });
        fields.finish(card)
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
    use crate::FieldProblem;

    #[test]
    fn every_bad_field_is_told_at_once() {
        let refused = ClientCard::parse(" ", Some("nope"), Some("abc"), "ok").unwrap_err();
        let told: Vec<_> = refused.iter().map(|f| (f.field.as_str(), f.problem)).collect();
        assert_eq!(
            told,
            [
                ("name", FieldProblem::Required),
                ("email", FieldProblem::NotAnEmail),
                ("phone", FieldProblem::NotAPhone)
            ]
        );
    }

    #[test]
    fn an_empty_email_is_none_and_not_an_error() {
        let card = ClientCard::parse("Léa Dupuis", Some("  "), None, "").unwrap();
        assert_eq!((card.email, card.phone), (None, None));
    }

    #[test]
    fn names_are_found_without_accents_or_case() {
        assert_eq!(search_form(" Éloïse LEFÈVRE "), "eloise lefevre");
    }
}

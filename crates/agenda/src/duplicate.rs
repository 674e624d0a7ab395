//! Clients who may be one person, entered twice: the same address, number or name.
//!
//! Two people may share any of these, so nothing is decided here: the coach sees each pair and says.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{Block, ClientCard, ClientId, Email, Field, Fields, Phone, search_form};

/// What two clients have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum SameBy {
    /// The e-mail address, however it is written.
    Email,
    /// The number, with or without the country.
    Phone,
    /// The name, without accents, case and order of its words.
    Name,
}

/// What clients are known by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Which client.
    pub id: ClientId,
    /// Their name.
    pub name: String,
    /// Where to write.
    pub email: Option<String>,
    /// Where to call.
    pub phone: Option<String>,
}

/// Two clients who may be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lookalikes {
    /// The one that came first in the list.
    pub first: ClientId,
    /// The other.
    pub other: ClientId,
    /// What they have in common, at least one thing.
    pub same: Vec<SameBy>,
}

impl Contact {
    /// What the client of that card will be known by.
    pub fn of(id: ClientId, card: &ClientCard) -> Self {
        Self {
            id,
            name: card.name.to_string(),
            email: card.email.as_ref().map(ToString::to_string),
            phone: card.phone.as_ref().map(ToString::to_string),
        }
    }

    fn keys(&self) -> impl Iterator<Item = (SameBy, String)> {
        let Likeness { name, email, phone } =
            Likeness::of(&self.name, self.email.as_deref(), self.phone.as_deref());
        [
            email.map(|it| (SameBy::Email, it)),
            phone.map(|it| (SameBy::Phone, it)),
            (!name.is_empty()).then_some((SameBy::Name, name)),
        ]
        .into_iter()
        .flatten()
    }
}

/// What a client may have in common with another, each written in one way only: two who share one of these look alike.
/// Who keeps clients keeps these beside them, to find lookalikes without reading everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likeness {
    /// The words of the name without accents and case, in order; empty where there is no word in it, which nobody shares.
    pub name: String,
    /// The e-mail address in lower case.
    pub email: Option<String>,
    /// The last nine digits of the number.
    pub phone: Option<String>,
}

impl Likeness {
    /// What somebody with that name, address and number has in common with others.
    pub fn of(name: &str, email: Option<&str>, phone: Option<&str>) -> Self {
        let filled = |it: &String| !it.is_empty();
        Self {
            name: words_of(name),
            email: email.map(|it| it.trim().to_lowercase()).filter(filled),
            phone: phone.map(subscriber).filter(filled),
        }
    }
}

impl From<&ClientCard> for Likeness {
    fn from(card: &ClientCard) -> Self {
        Self::of(
            card.name.as_str(),
            card.email.as_ref().map(Email::as_str),
            card.phone.as_ref().map(Phone::as_str),
        )
    }
}

/// The clients who look alike, in the order of `contacts`, which lists first whom one would rather keep; without those
/// the coach told apart, whose smaller identifier stands first.
///
/// Each is paired with the first that shares something with it and was not told apart from it, so that a name a hundred
/// people have makes a hundred pairs and not five thousand.
pub fn lookalikes(contacts: &[Contact], apart: &BTreeSet<(ClientId, ClientId)>) -> Vec<Lookalikes> {
    let mut seen: HashMap<(SameBy, String), Vec<usize>> = HashMap::new();
    let are_two = |one: ClientId, other: ClientId| apart.contains(&(one.min(other), one.max(other)));
    let mut pairs: BTreeMap<(usize, usize), Vec<SameBy>> = BTreeMap::new();
    for (index, contact) in contacts.iter().enumerate() {
        for key in contact.keys() {
            let same = key.0;
            let before = seen.entry(key).or_default();
            let first = before
                .iter()
                .find(|at| contacts.get(**at).is_some_and(|it| !are_two(it.id, contact.id)));
            if let Some(first) = first {
                pairs.entry((*first, index)).or_default().push(same);
            }
            before.push(index);
        }
    }
    let pair = |((first, other), same): ((usize, usize), Vec<SameBy>)| {
        Some(Lookalikes {
            first: contacts.get(first)?.id,
            other: contacts.get(other)?.id,
            same,
        })
    };
    pairs.into_iter().filter_map(pair).collect()
}

/// Who is known already, while a list of people is taken in: nobody is taken in twice.
///
/// Stricter than [`lookalikes`], which the coach decides on, in one thing only: two people of one name who each have an
/// address are two people.
#[derive(Debug, Default)]
pub struct Register {
    people: Vec<Contact>,
    by: HashMap<(SameBy, String), Vec<usize>>,
}

impl Register {
    /// A register of those.
    pub fn new(people: impl IntoIterator<Item = Contact>) -> Self {
        let mut register = Self::default();
        people.into_iter().for_each(|it| register.add(it));
        register
    }

    /// Adds one who is not known yet.
    pub fn add(&mut self, contact: Contact) {
        let at = self.people.len();
        for key in contact.keys() {
            self.by.entry(key).or_default().push(at);
        }
        self.people.push(contact);
    }

    /// The one who is that person, and by what: address and number before the name.
    pub fn find(&self, contact: &Contact) -> Option<(&Contact, Vec<SameBy>)> {
        let shared = |key: &(SameBy, String)| {
            let places = self.by.get(key).into_iter().flatten();
            let mut people = places.filter_map(|at| self.people.get(*at));
            people.find(|it| key.0 != SameBy::Name || it.email.is_none() || contact.email.is_none())
        };
        let found = contact.keys().find_map(|key| shared(&key))?;
        let theirs: BTreeSet<_> = found.keys().collect();
        let same = contact.keys().filter(|key| theirs.contains(key));
        Some((found, same.map(|(same, _)| same).collect()))
    }
}

/// The last nine digits: "06 12 34 56 78", "+33 6 12 34 56 78" and "0033612345678" reach the same telephone.
fn subscriber(phone: &str) -> String {
    let digits: Vec<char> = phone.chars().filter(char::is_ascii_digit).collect();
    digits[digits.len().saturating_sub(9)..].iter().collect()
}

fn words_of(name: &str) -> String {
    let plain = search_form(name);
    let mut words: Vec<&str> = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .collect();
    words.sort_unstable();
    words.join(" ")
}

impl ClientCard {
    /// This card with what `other` says besides: what is missing here is taken from there, both notes are kept, and what
    /// contradicts this card is written under them. Refuses `notes` when they would be too long together.
    pub fn merged_with(&self, other: &Self) -> Result<Self, Vec<Field>> {
        let mut merged = self.clone();
        let mut left = Vec::new();
        if words_of(self.name.as_str()) != words_of(other.name.as_str()) {
            left.push(other.name.to_string());
        }
        match (&self.email, &other.email) {
            (None, theirs) => merged.email.clone_from(theirs),
            (Some(ours), Some(theirs)) if !ours.as_str().eq_ignore_ascii_case(theirs.as_str()) => {
                left.push(theirs.to_string());
            }
            _ => {}
        }
        match (&self.phone, &other.phone) {
            (None, theirs) => merged.phone.clone_from(theirs),
            (Some(ours), Some(theirs)) if subscriber(ours.as_str()) != subscriber(theirs.as_str()) => {
                left.push(theirs.to_string());
            }
            _ => {}
        }
        if merged.zone.is_none() {
            merged.zone.clone_from(&other.zone);
        }
        let same_notes = self.notes == other.notes;
        let theirs = if same_notes { "" } else { other.notes.as_str() };
        let parts = [self.notes.as_str(), theirs, &left.join(" · ")];
        let notes: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
        let mut fields = Fields::new();
        let notes = fields.take("notes", Block::parse(&notes.join("\n\n")));
        fields.finish(notes.map(|notes| Self { notes, ..merged }))
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::{ClientForm, Country, FieldProblem};

    fn contacts(of: &[(&str, &str, &str)]) -> Vec<Contact> {
        let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        of.iter()
            .map(|(name, email, phone)| Contact {
                id: ClientId::new(DateTime::UNIX_EPOCH),
                name: (*name).to_owned(),
                email: filled(email),
                phone: filled(phone),
            })
            .collect()
    }

    fn found(of: &[(&str, &str, &str)]) -> Vec<(usize, usize, Vec<SameBy>)> {
        let contacts = contacts(of);
        let place = |id| contacts.iter().position(|it| it.id == id).unwrap();
        lookalikes(&contacts, &BTreeSet::new())
            .into_iter()
            .map(|it| (place(it.first), place(it.other), it.same))
            .collect()
    }

    #[test]
    fn the_same_address_number_or_name_is_seen_however_it_is_written() {
        use SameBy::{Email, Name, Phone};
        let people = [
            ("Léa Dupuis", "lea@exemple.fr", "06 12 34 56 78"),
            ("DUPUIS Lea", "", ""),
            ("L. D.", "LEA@exemple.fr", "+33 6 12 34 56 78"),
            ("Marc Petit", "", "0712345678"),
        ];
        assert_eq!(found(&people), [(0, 1, vec![Name]), (0, 2, vec![Email, Phone])]);
    }

    #[test]
    fn nobody_looks_like_another_for_lack_of_an_address() {
        assert_eq!(found(&[("Léa", "", ""), ("Marc", "", ""), ("Zoé", "", "")]), []);
    }

    #[test]
    fn whom_the_coach_told_apart_is_not_shown_again() {
        let contacts = contacts(&[("Léa", "", ""), ("Lea", "", ""), ("LÉA", "", "")]);
        let (a, b) = (contacts[0].id, contacts[1].id);
        let left = lookalikes(&contacts, &BTreeSet::from([(a.min(b), a.max(b))]));
        assert_eq!((left.len(), left[0].other), (1, contacts[2].id));
        let c = contacts[2].id;
        let left = lookalikes(
            &contacts,
            &BTreeSet::from([(a.min(b), a.max(b)), (a.min(c), a.max(c))]),
        );
        let left: Vec<_> = left.iter().map(|it| (it.first, it.other)).collect();
        assert_eq!(left, [(b, c)], "those two may still be one");
    }

    #[test]
    fn a_register_finds_a_person_by_anything_but_a_name_that_two_people_share() {
        let known = contacts(&[
            ("Marie Martin", "marie@exemple.fr", ""),
            ("Paul Roy", "", "06 12 34 56 78"),
        ]);
        let register = Register::new(known.clone());
        let found = |person: (&str, &str, &str)| {
            let asked = contacts(&[person]).remove(0);
            register.find(&asked).map(|(it, same)| (it.name.clone(), same))
        };
        let (marie, paul) = ("Marie Martin".to_owned(), "Paul Roy".to_owned());
        assert_eq!(
            found(("M.", "MARIE@exemple.fr", "")),
            Some((marie.clone(), vec![SameBy::Email]))
        );
        assert_eq!(found(("Martin Marie", "", "")), Some((marie, vec![SameBy::Name])));
        assert_eq!(
            found(("Marie Martin", "mm@exemple.fr", "")),
            None,
            "each has an address"
        );
        assert_eq!(
            found(("Paul Roy", "paul@exemple.fr", "+33612345678")),
            Some((paul, vec![SameBy::Phone, SameBy::Name]))
        );
    }

    #[test]
    fn a_common_name_makes_as_many_pairs_as_people() {
        let many = vec![("Marie Martin", "", ""); 50];
        assert_eq!(found(&many).len(), 49);
    }

    fn card(name: &str, email: &str, phone: &str, notes: &str) -> ClientCard {
        let zone = "";
        ClientCard::parse(
            ClientForm {
                name,
                email,
                phone,
                zone,
                notes,
            },
            Country::of_zone(&slots::Zone::parse("Europe/Paris").unwrap()),
        )
        .unwrap()
    }

    #[test]
    fn merging_loses_nothing_that_was_written() {
        let kept = card("Léa Dupuis", "lea@exemple.fr", "", "Le matin.");
        let other = card(
            "Dupuis Léa",
            "lea@travail.fr",
            "06 12 34 56 78",
            "Prise de poste.",
        );
        let merged = kept.merged_with(&other).unwrap();
        assert_eq!(merged.name.as_str(), "Léa Dupuis");
        assert_eq!(merged.email.unwrap().as_str(), "lea@exemple.fr");
        assert_eq!(merged.phone.unwrap().as_str(), "+33612345678");
        assert_eq!(
            merged.notes.as_str(),
            "Le matin.\n\nPrise de poste.\n\nlea@travail.fr"
        );
    }

    #[test]
    fn notes_too_long_together_are_refused_and_not_cut() {
        let long = |letter: &str| card("Léa", "", "", &letter.repeat(12_000));
        let refused = long("a").merged_with(&long("b")).unwrap_err();
        assert_eq!(
            (refused[0].field.as_str(), refused[0].problem, refused[0].limit),
            ("notes", FieldProblem::TooLong, Some(20_000))
        );
        assert_eq!(
            long("a").merged_with(&long("a")),
            Ok(long("a")),
            "the same twice is said once"
        );
    }
}

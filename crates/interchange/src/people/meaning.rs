//! What a column of a table holds, guessed from its title or from what is in it.

use agenda::search_form;

/// What a column may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// The whole name.
    Name,
    /// The first name alone.
    FirstName,
    /// The family name alone.
    LastName,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// An IANA time zone.
    Zone,
    /// Anything else worth keeping.
    Notes,
}

use Meaning::{Email, FirstName, LastName, Name, Notes, Phone, Zone};

/// Words of titles without accents, the telling ones first: "E-mail 1 - Value" is an address and "Nom de famille" no
/// whole name. From what Google, Outlook, Apple, Doctolib and people with a spreadsheet write.
const TITLES: [(&str, Meaning); 27] = [
    ("e-mail", Email),
    ("email", Email),
    ("courriel", Email),
    ("mail", Email),
    ("prenom", FirstName),
    ("first name", FirstName),
    ("given name", FirstName),
    ("nom de famille", LastName),
    ("last name", LastName),
    ("family name", LastName),
    ("surname", LastName),
    ("telephone", Phone),
    ("portable", Phone),
    ("mobile", Phone),
    ("phone", Phone),
    ("tel", Phone),
    ("fuseau", Zone),
    ("time zone", Zone),
    ("timezone", Zone),
    ("notes", Notes),
    ("note", Notes),
    ("remarque", Notes),
    ("commentaire", Notes),
    ("comment", Notes),
    ("nom", Name),
    ("name", Name),
    ("client", Name),
];

/// Titles that hold such a word and mean something else.
const OTHERS: [&str; 14] = [
    "type",
    "label",
    "libelle",
    "fax",
    "user",
    "utilisateur",
    "company",
    "entreprise",
    "societe",
    "phonetic",
    "middle",
    "nickname",
    "additional",
    "display",
];

/// What a title announces.
pub(super) fn announced(title: &str) -> Option<Meaning> {
    let title = search_form(title);
    if OTHERS.iter().any(|other| title.contains(other)) {
        return None;
    }
    TITLES
        .iter()
        .find(|(word, _)| holds(&title, word))
        .map(|(_, meaning)| *meaning)
}

/// Whether `title` has that word, at the beginning of a word: "Tél." and "Téléphones" are, "Hotel" is not.
fn holds(title: &str, word: &str) -> bool {
    title
        .match_indices(word)
        .any(|(at, _)| !title[..at].ends_with(char::is_alphanumeric))
}

/// What a cell of a table without titles looks like.
pub(super) fn looks_like(cell: &str) -> Option<Meaning> {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    if cell.contains('@') && cell.contains('.') {
        Some(Email)
    } else if digits >= 6
        && cell
            .chars()
            .all(|c| c.is_ascii_digit() || " +.-/()'\u{a0}\u{202f}".contains(c))
    {
        Some(Phone)
    } else {
        None
    }
}

/// One column each, but for notes; a family name without a first one is the whole name.
pub(super) fn each_once(mut found: Vec<Option<Meaning>>) -> Vec<Option<Meaning>> {
    let whole_is_family = found.contains(&Some(FirstName)) && !found.contains(&Some(LastName));
    let mut seen = Vec::new();
    for one in &mut found {
        if whole_is_family && *one == Some(Name) {
            *one = Some(LastName);
        }
        match *one {
            Some(meaning) if meaning != Notes && seen.contains(&meaning) => *one = None,
            Some(meaning) => seen.push(meaning),
            None => {}
        }
    }
    // Said in parts and as a whole: the whole is what was chosen by hand.
    if seen.contains(&FirstName) && seen.contains(&LastName) {
        for one in &mut found {
            if *one == Some(Name) {
                *one = None;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_known_programs_are_understood() {
        for (title, meaning) in [
            ("Nom", Some(Name)),
            ("Nom complet", Some(Name)),
            ("Nom de famille", Some(LastName)),
            ("Prénom", Some(FirstName)),
            ("Adresse e-mail", Some(Email)),
            ("E-mail 1 - Value", Some(Email)),
            ("E-mail 1 - Type", None),
            ("Courriel", Some(Email)),
            ("Tél.", Some(Phone)),
            ("Phone 1 - Value", Some(Phone)),
            ("Mobile Phone", Some(Phone)),
            ("Business Fax", None),
            ("Company Name", None),
            ("Hôtel", None),
            ("Ville", None),
            ("Remarques", Some(Notes)),
        ] {
            assert_eq!(announced(title), meaning, "{title}");
        }
    }

    #[test]
    fn a_name_beside_a_first_name_is_the_family_name() {
        assert_eq!(
            each_once(vec![Some(Name), Some(FirstName), Some(Email), Some(Email)]),
            [Some(LastName), Some(FirstName), Some(Email), None]
        );
        assert_eq!(
            each_once(vec![Some(Name), Some(FirstName), Some(LastName)]),
            [None, Some(FirstName), Some(LastName)]
        );
    }
}

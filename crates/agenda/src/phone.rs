//! Telephone numbers, kept as E.164 (ITU-T) and written as people of the coach's country write them.

use std::fmt;

use phonenumber::{Mode, PhoneNumber};

use crate::{Country, FieldProblem, field::Problem};

/// A telephone number in E.164: a plus, the country's code, the rest; 15 digits at most.
///
/// One kept by an older version stands as it was typed until its client is written down anew.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Phone(String);

impl Phone {
    /// Reads a number as people type it. Without a country code it is one of `home`, and must be one that exists there;
    /// with one it may be newer than the numbering plans this program knows.
    pub fn parse(text: &str, home: Option<Country>) -> Result<Self, Problem> {
        let text = typed(text)?;
        let number = phonenumber::parse(home.map(|it| it.0), &text).map_err(|_| NOT_ONE)?;
        let international = text.starts_with('+') || text.starts_with("00");
        if international || phonenumber::is_valid(&number) {
            let e164 = number.format().mode(Mode::E164).to_string();
            return Self::stored(&e164);
        }
        Err(NOT_ONE)
    }

    /// A number that was kept: in E.164, or as an older version took it.
    pub fn stored(text: &str) -> Result<Self, Problem> {
        typed(text).map(Self)
    }

    /// The number as it is kept.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number as it is written in `home`: "06 12 34 56 78" there, "+33 6 12 34 56 78" everywhere else.
    pub fn written(&self, home: Option<Country>) -> String {
        let Ok(number) = phonenumber::parse(home.map(|it| it.0), &self.0) else {
            return self.0.clone();
        };
        number.format().mode(mode(&number, home)).to_string()
    }
}

fn mode(number: &PhoneNumber, home: Option<Country>) -> Mode {
    // Of the country's own plan, however many countries share its code: +1 is Canada and seventeen others.
    let at_home = home.is_some_and(|it| number.country().id() == Some(it.0));
    if at_home {
        Mode::National
    } else {
        Mode::International
    }
}

const NOT_ONE: Problem = (FieldProblem::NotAPhone, None);

/// Digits, spaces, dots, dashes, brackets, a leading plus; 4 to 15 digits.
fn typed(text: &str) -> Result<String, Problem> {
    let text = text.trim();
    if text.is_empty() {
        return Err((FieldProblem::Required, None));
    }
    if text.chars().count() > 40 {
        return Err((FieldProblem::TooLong, Some(40)));
    }
    let rest = text.strip_prefix('+').unwrap_or(text);
    let digits = rest.chars().filter(char::is_ascii_digit).count();
    let written_like_one = rest
        .chars()
        .all(|c| c.is_ascii_digit() || " .-/()\u{a0}\u{202f}".contains(c));
    // Two more for those who dial 00 in place of the plus.
    if written_like_one && (4..=17).contains(&digits) {
        Ok(text.replace(['\u{a0}', '\u{202f}'], " "))
    } else {
        Err(NOT_ONE)
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use phonenumber::country::Id;

    use super::*;

    const FRANCE: Option<Country> = Some(Country(Id::FR));
    const CANADA: Option<Country> = Some(Country(Id::CA));

    fn kept(text: &str, home: Option<Country>) -> Result<String, FieldProblem> {
        Phone::parse(text, home)
            .map(|it| it.to_string())
            .map_err(|(problem, _)| problem)
    }

    #[test]
    fn however_it_is_typed_it_is_kept_the_same() {
        for typed in [
            "06 12 34 56 78",
            "0612345678",
            "06.12.34.56.78",
            "06-12-34-56-78",
            "06\u{a0}12\u{202f}34 56 78",
            "+33 6 12 34 56 78",
            "+33 (0)6 12 34 56 78",
            "0033 6 12 34 56 78",
        ] {
            assert_eq!(kept(typed, FRANCE), Ok("+33612345678".into()), "{typed}");
        }
        assert_eq!(kept("514 555-0123", CANADA), Ok("+15145550123".into()));
        assert_eq!(kept("+41 44 668 18 00", FRANCE), Ok("+41446681800".into()));
    }

    #[test]
    fn what_reaches_nobody_is_refused() {
        for typed in [
            "06 12 ab",
            "06 12 34 56",
            "+",
            "123",
            "06 12 34 56 78 90",
            "+999 123 456",
        ] {
            assert_eq!(kept(typed, FRANCE), Err(FieldProblem::NotAPhone), "{typed}");
        }
        assert_eq!(
            kept("06 12 34 56 78", None),
            Err(FieldProblem::NotAPhone),
            "of which country nobody knows"
        );
        assert_eq!(kept(" ", FRANCE), Err(FieldProblem::Required));
    }

    #[test]
    fn a_number_is_written_as_the_coachs_country_does() {
        let paris = Phone::parse("0612345678", FRANCE).unwrap();
        assert_eq!(paris.written(FRANCE), "06 12 34 56 78");
        assert_eq!(paris.written(CANADA), "+33 6 12 34 56 78");
        assert_eq!(paris.written(None), "+33 6 12 34 56 78");
        let old = Phone::stored("3615").unwrap();
        assert_eq!(old.written(None), "3615", "as an older version kept it");
    }
}

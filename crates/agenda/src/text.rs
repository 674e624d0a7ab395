//! Texts as they may be kept: trimmed, bounded, without characters nobody can see.
//!
//! Lengths count Unicode characters, as SQLite's `length()` does, so that the database never refuses what passed here.

use std::{fmt, str::FromStr};

use email_address::EmailAddress;

use crate::field::{FieldProblem, Problem};

/// One line of `MIN` to `MAX` characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line<const MIN: u32, const MAX: u32>(String);

impl<const MIN: u32, const MAX: u32> Line<MIN, MAX> {
    /// Trims `text` and takes it if it fits.
    pub fn parse(text: &str) -> Result<Self, (FieldProblem, Option<u32>)> {
        let text = text.trim();
        bounded(text, MIN, MAX)?;
        if text.chars().any(char::is_control) {
            return Err((FieldProblem::ControlCharacters, None));
        }
        Ok(Self(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Text of several lines, possibly empty, of at most `MAX` characters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Block<const MAX: u32>(String);

impl<const MAX: u32> Block<MAX> {
    /// Takes `text`, with line ends as `\n`, if it fits.
    pub fn parse(text: &str) -> Result<Self, (FieldProblem, Option<u32>)> {
        let text = text.trim().replace("\r\n", "\n");
        bounded(&text, 0, MAX)?;
        if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            return Err((FieldProblem::ControlCharacters, None));
        }
        Ok(Self(text))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An e-mail address (RFC 5321 syntax, at most 254 characters).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Email(String);

impl Email {
    /// Trims `text` and takes it if it is an address with a domain.
    pub fn parse(text: &str) -> Result<Self, (FieldProblem, Option<u32>)> {
        let text = text.trim();
        bounded(text, 1, 254)?;
        let address = EmailAddress::from_str(text).map_err(|_| (FieldProblem::NotAnEmail, None))?;
        // "marie@localhost" is legal and never what was meant.
        if address.domain().contains('.') && !text.contains(char::is_whitespace) {
            Ok(Self(text.to_owned()))
        } else {
            Err((FieldProblem::NotAnEmail, None))
        }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn bounded(text: &str, min: u32, max: u32) -> Result<(), Problem> {
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if length == 0 && min > 0 {
        Err((FieldProblem::Required, None))
    } else if length < min {
        Err((FieldProblem::TooShort, Some(min)))
    } else if length > max {
        Err((FieldProblem::TooLong, Some(max)))
    } else {
        Ok(())
    }
}

macro_rules! shown {
    ($($ty:ty $(, const $n:ident)*;)*) => { $(
        impl<$(const $n: u32),*> fmt::Display for $ty {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )* };
}
shown!(Line<MIN, MAX>, const MIN, const MAX; Block<MAX>, const MAX; Email;);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_trimmed_and_bounded_by_characters_not_bytes() {
        assert_eq!(
            Line::<1, 5>::parse("  Éloïs ").map(|l| l.to_string()),
            Ok("Éloïs".into())
        );
        assert_eq!(
            Line::<1, 4>::parse("Éloïs"),
            Err((FieldProblem::TooLong, Some(4)))
        );
        assert_eq!(Line::<1, 4>::parse(" \t "), Err((FieldProblem::Required, None)));
        assert_eq!(Line::<0, 4>::parse("").map(|l| l.to_string()), Ok(String::new()));
    }

    #[test]
    fn a_line_holds_no_line_break() {
        assert_eq!(
            Line::<1, 9>::parse("a\nb"),
            Err((FieldProblem::ControlCharacters, None))
        );
        assert_eq!(
            Block::<9>::parse("a\r\nb").map(|b| b.to_string()),
            Ok("a\nb".into())
        );
        assert_eq!(
            Block::<9>::parse("a\u{0}b"),
            Err((FieldProblem::ControlCharacters, None))
        );
    }

    #[test]
    fn an_email_needs_a_name_and_a_domain() {
        for good in ["marie@exemple.fr", " luc.petit+rdv@sous.domaine.org "] {
            assert!(Email::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "marie",
            "marie@",
            "@exemple.fr",
            "marie@localhost",
            "a b@exemple.fr",
            "marie@exemple..fr",
        ] {
            assert_eq!(Email::parse(bad), Err((FieldProblem::NotAnEmail, None)), "{bad}");
        }
        assert_eq!(Email::parse(""), Err((FieldProblem::Required, None)));
    }
}

//! Appointment types: what kinds of meeting a coach offers.

use std::fmt;

use crate::{Block, Field, FieldProblem, Fields, Line, MeetingKind, TypeId, parse_offsets};

/// Shortest meeting, in minutes.
pub const MIN_DURATION_MIN: u32 = 5;
/// Longest meeting, in minutes: a day.
pub const MAX_DURATION_MIN: u32 = 1440;
/// Longest buffer before or after, in minutes.
pub const MAX_BUFFER_MIN: u32 = 240;

/// A colour as `#rrggbb`, in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colour(String);

impl Colour {
    /// Takes `#rrggbb`, in either case.
    pub fn parse(text: &str) -> Result<Self, (FieldProblem, Option<u32>)> {
        let text = text.trim().to_ascii_lowercase();
        let digits = text.strip_prefix('#').unwrap_or_default();
        if digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            Ok(Self(text))
        } else {
            Err((FieldProblem::NotAColour, None))
        }
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a type says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypeCard {
    /// Its name.
    pub name: Line<1, 80>,
    /// Minutes, [`MIN_DURATION_MIN`] to [`MAX_DURATION_MIN`].
    pub duration_min: u32,
    /// Its colour in the calendar.
    pub colour: Colour,
    /// What it is for.
    pub description: Block<2000>,
    /// Minutes kept free before, 0 to [`MAX_BUFFER_MIN`].
    pub buffer_before_min: u32,
    /// Minutes kept free after, 0 to [`MAX_BUFFER_MIN`].
    pub buffer_after_min: u32,
    /// How one meets unless said otherwise.
    pub default_kind: MeetingKind,
    /// Minutes before the start at which to remind, largest first; `None` for the coach's usual ones.
    pub reminder_offsets_min: Option<Vec<u32>>,
}

impl TypeCard {
    /// Parses the texts of a form; the numbers are checked too.
    pub fn parse(
        (name, colour, description): (&str, &str, &str),
        duration_min: u32,
        (buffer_before_min, buffer_after_min): (u32, u32),
        default_kind: MeetingKind,
        reminders: Option<&[u32]>,
    ) -> Result<Self, Vec<Field>> {
        let mut fields = Fields::new();
        let name = fields.take("name", Line::parse(name));
        fields.within("durationMin", duration_min, MIN_DURATION_MIN..=MAX_DURATION_MIN);
        let colour = fields.take("colour", Colour::parse(colour));
        let description = fields.take("description", Block::parse(description));
        fields.within("bufferBeforeMin", buffer_before_min, 0..=MAX_BUFFER_MIN);
        fields.within("bufferAfterMin", buffer_after_min, 0..=MAX_BUFFER_MIN);
        let reminder_offsets_min = reminders.map(|it| parse_offsets(&mut fields, "reminderOffsetsMin", it));
        let card = name
            .zip(colour)
            .zip(description)
            .map(|((name, colour), description)| Self {
                name,
                duration_min,
                colour,
                description,
                buffer_before_min,
                buffer_after_min,
                default_kind,
                reminder_offsets_min,
            });
        fields.finish(card)
    }
}

/// A kind of meeting the coach offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppointmentType {
    /// Which.
    pub id: TypeId,
    /// What it says.
    pub card: TypeCard,
    /// Deleted while in use: kept for the labels of past appointments, not offered.
    pub archived: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_a_hash_and_six_digits() {
        assert_eq!(
            Colour::parse("#4352D9").map(|c| c.to_string()),
            Ok("#4352d9".into())
        );
        for bad in ["4352d9", "#435", "#4352dg", "red", "", "#é352d"] {
            assert_eq!(Colour::parse(bad), Err((FieldProblem::NotAColour, None)), "{bad}");
        }
    }

    #[test]
    fn numbers_out_of_range_name_their_limit() {
        let refused =
            TypeCard::parse(("Séance", "#000000", ""), 2, (0, 500), MeetingKind::Video, None).unwrap_err();
        let told: Vec<_> = refused.iter().map(|f| (f.field.as_str(), f.limit)).collect();
        assert_eq!(told, [("durationMin", Some(5)), ("bufferAfterMin", Some(240))]);
    }
}

//! Types and reasons: what a coach offers, and why one meets.

use agenda::{Line, MeetingKind, ReasonId, TypeCard, TypeId, search_form};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{CoachDesk, Error, FieldProblem, Result};

/// An appointment type as the interface sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AppointmentType {
    /// Which.
    pub id: TypeId,
    /// Its name.
    pub name: String,
    /// Minutes.
    pub duration_min: u32,
    /// `#rrggbb`.
    pub colour: String,
    /// What it is for.
    pub description: String,
    /// Minutes kept free before.
    pub buffer_before_min: u32,
    /// Minutes kept free after.
    pub buffer_after_min: u32,
    /// How one meets unless said otherwise.
    pub default_kind: MeetingKind,
    /// Minutes before the start at which to remind, largest first; none for the coach's usual ones.
    pub reminder_offsets_min: Option<Vec<u32>>,
    /// No longer offered.
    pub archived: bool,
}

/// What a form says about a type.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AppointmentTypeInput {
    /// 1 to 80 characters.
    pub name: String,
    /// 5 to 1440.
    pub duration_min: u32,
    /// `#rrggbb`.
    pub colour: String,
    /// At most 2000 characters.
    pub description: String,
    /// 0 to 240.
    pub buffer_before_min: u32,
    /// 0 to 240.
    pub buffer_after_min: u32,
    /// How one meets unless said otherwise.
    pub default_kind: MeetingKind,
    /// Minutes before the start at which to remind, at most 8, each 0 to 20 160; none for the coach's usual ones.
    pub reminder_offsets_min: Option<Vec<u32>>,
}

impl AppointmentTypeInput {
    fn card(&self) -> Result<TypeCard> {
        let texts = (
            self.name.as_str(),
            self.colour.as_str(),
            self.description.as_str(),
        );
        let buffers = (self.buffer_before_min, self.buffer_after_min);
        Ok(TypeCard::parse(
            texts,
            self.duration_min,
            buffers,
            self.default_kind,
            self.reminder_offsets_min.as_deref(),
        )?)
    }
}

impl From<agenda::AppointmentType> for AppointmentType {
    fn from(it: agenda::AppointmentType) -> Self {
        Self {
            id: it.id,
            name: it.card.name.to_string(),
            duration_min: it.card.duration_min,
            colour: it.card.colour.to_string(),
            description: it.card.description.to_string(),
            buffer_before_min: it.card.buffer_before_min,
            buffer_after_min: it.card.buffer_after_min,
            default_kind: it.card.default_kind,
            reminder_offsets_min: it.card.reminder_offsets_min,
            archived: it.archived,
        }
    }
}

/// A reason as the interface sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Reason {
    /// Which.
    pub id: ReasonId,
    /// What it says.
    pub label: String,
    /// No longer offered.
    pub archived: bool,
}

impl From<agenda::Reason> for Reason {
    fn from(it: agenda::Reason) -> Self {
        Self {
            id: it.id,
            label: it.label.to_string(),
            archived: it.archived,
        }
    }
}

/// What is on offer, in the coach's order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Configuration {
    /// Types that are not archived.
    pub types: Vec<AppointmentType>,
    /// Reasons that are not archived.
    pub reasons: Vec<Reason>,
}

fn label(text: &str) -> Result<Line<1, 80>> {
    Line::parse(text).map_err(|(problem, limit)| {
        Error::fields(vec![agenda::Field {
            field: "label".into(),
            problem,
            limit,
        }])
    })
}

/// Where one chooses, two of one name could not be told apart.
fn refuse_second<'a>(field: &str, name: &str, mut others: impl Iterator<Item = &'a str>) -> Result<()> {
    let name = search_form(name);
    if others.any(|other| search_form(other) == name) {
        return Err(Error::field(field, FieldProblem::Duplicate));
    }
    Ok(())
}

impl CoachDesk {
    /// What is on offer.
    pub async fn configuration(&self) -> Result<Configuration> {
        let types = self
            .rows
            .appointment_types()
            .await?
            .into_iter()
            .map(AppointmentType::from)
            .collect();
        let reasons = self.rows.reasons().await?.into_iter().map(Reason::from).collect();
        Ok(Configuration { types, reasons })
    }

    /// Adds a type at the end.
    pub async fn create_appointment_type(
        &self,
        input: &AppointmentTypeInput,
        now: DateTime<Utc>,
    ) -> Result<AppointmentType> {
        let it = agenda::AppointmentType {
            id: TypeId::new(now),
            card: input.card()?,
            archived: false,
        };
        self.refuse_second_type(&it.card, None).await?;
        self.rows.add_appointment_type(&it).await?;
        Ok(it.into())
    }

    /// Replaces what a type says. Appointments booked before keep their length; those ahead are reminded of as it says.
    pub async fn update_appointment_type(
        &self,
        id: TypeId,
        input: &AppointmentTypeInput,
        now: DateTime<Utc>,
    ) -> Result<AppointmentType> {
        let card = input.card()?;
        // What keeps its name may be changed, though an older agenda has two of it.
        if self.rows.appointment_type(id).await?.card.name != card.name {
            self.refuse_second_type(&card, Some(id)).await?;
        }
        self.rows.update_appointment_type(id, &card, now).await?;
        Ok(self.rows.appointment_type(id).await?.into())
    }

    /// Deletes a type, or archives it when appointments use it.
    pub async fn delete_appointment_type(&self, id: TypeId, now: DateTime<Utc>) -> Result<()> {
        Ok(self.rows.delete_appointment_type(id, now).await?)
    }

    /// Puts the types into the order of `ids`.
    pub async fn reorder_appointment_types(&self, ids: &[TypeId]) -> Result<()> {
        Ok(self.rows.reorder_appointment_types(ids).await?)
    }

    /// Adds a reason at the end.
    pub async fn create_reason(&self, text: &str, now: DateTime<Utc>) -> Result<Reason> {
        let it = agenda::Reason {
            id: ReasonId::new(now),
            label: label(text)?,
            archived: false,
        };
        self.refuse_second_reason(&it).await?;
        self.rows.add_reason(&it).await?;
        Ok(it.into())
    }

    /// Changes the label of a reason, for past appointments too.
    pub async fn update_reason(&self, id: ReasonId, text: &str) -> Result<Reason> {
        let label = label(text)?;
        let before = self.rows.reason(id).await?;
        let renamed = before.label != label;
        let it = agenda::Reason { label, ..before };
        if renamed {
            self.refuse_second_reason(&it).await?;
        }
        self.rows.update_reason(&it).await?;
        Ok(it.into())
    }

    /// Deletes a reason, or archives it when appointments use it.
    pub async fn delete_reason(&self, id: ReasonId, now: DateTime<Utc>) -> Result<()> {
        Ok(self.rows.delete_reason(id, now).await?)
    }

    /// Puts the reasons into the order of `ids`.
    pub async fn reorder_reasons(&self, ids: &[ReasonId]) -> Result<()> {
        Ok(self.rows.reorder_reasons(ids).await?)
    }

    async fn refuse_second_type(&self, card: &TypeCard, own: Option<TypeId>) -> Result<()> {
        let offered = self.rows.appointment_types().await?;
        let others = offered.iter().filter(|it| Some(it.id) != own);
        refuse_second("name", card.name.as_str(), others.map(|it| it.card.name.as_str()))
    }

    async fn refuse_second_reason(&self, reason: &agenda::Reason) -> Result<()> {
        let offered = self.rows.reasons().await?;
        let others = offered.iter().filter(|it| it.id != reason.id);
        refuse_second("label", reason.label.as_str(), others.map(|it| it.label.as_str()))
    }
}

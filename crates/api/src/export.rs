//! The agenda as a file: which appointments, in what form, with or without names.

mod sheet;

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    sync::Arc,
};

use agenda::{AppointmentId, Coach, FieldProblem, Language, MeetingKind};
use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc, Weekday};
use interchange::{Meeting, PdfProblem, Progress, Stopped};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::Entry;

use crate::{CoachDesk, Error, ErrorCode, Result, table_file::content, text::say};

/// What is to be exported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ExportWhat {
    /// One appointment, to be sent to the person one meets.
    Appointment {
        /// Which.
        id: AppointmentId,
    },
    /// One date.
    Day {
        /// Which.
        date: NaiveDate,
    },
    /// The week a date is in, from the coach's first weekday on.
    Week {
        /// Any date of it.
        date: NaiveDate,
    },
    /// The month a date is in.
    Month {
        /// Any date of it.
        date: NaiveDate,
    },
    /// From one date to another, both inclusive.
    Days {
        /// The first.
        from: NaiveDate,
        /// The last.
        to: NaiveDate,
    },
    /// Everything there is.
    All,
}

/// In what form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// iCalendar, for other calendars.
    Calendar,
    /// CSV, for spreadsheets.
    Table,
    /// PDF, for paper: of a day, a week or a month.
    Page,
}

/// An export as the coach asks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ExportInput {
    /// What.
    pub what: ExportWhat,
    /// In what form.
    pub format: ExportFormat,
    /// Whether people's names, and titles, which may hold them, go with it.
    pub names: bool,
}

/// An export that was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ExportedFile {
    /// What the file is called.
    pub file_name: String,
    /// How many appointments are in it.
    pub appointments: u32,
}

/// An export whose every field is right.
#[derive(Debug, Clone)]
pub struct ExportPlan {
    input: ExportInput,
    period: Period,
    coach: Coach,
    first_weekday: Weekday,
    alarms_min: Vec<u32>,
    file_name: String,
}

impl ExportPlan {
    /// What the file might be called.
    pub fn file_name(&self) -> &str {
        &self.file_name
    }
}

#[derive(Debug, Clone, Copy)]
enum Period {
    One(AppointmentId),
    Dates(NaiveDate, NaiveDate),
    All,
}

impl CoachDesk {
    /// Looks at every field of an export, before anybody is asked where the file goes.
    pub async fn plan_export(&self, input: &ExportInput) -> Result<ExportPlan> {
        let (coach, settings) = (self.rows.coach_card().await?, self.rows.settings().await?);
        let period = period(&input.what, settings.first_weekday)?;
        if input.format == ExportFormat::Page && sheet::layout(&input.what).is_none() {
            return Err(Error::field("what", FieldProblem::OutOfRange));
        }
        let extension = match input.format {
            ExportFormat::Calendar => "ics",
            ExportFormat::Table => "csv",
            ExportFormat::Page => "pdf",
        };
        Ok(ExportPlan {
            file_name: format!("{}.{extension}", self.stem(period, &coach).await?),
            input: input.clone(),
            period,
            coach,
            first_weekday: settings.first_weekday,
            alarms_min: settings.reminder_offsets_min,
        })
    }

    /// Writes an export to the file `path`, over what is there, whole or not at all. `None` when `progress` ended it.
    pub async fn export(
        &self,
        plan: &ExportPlan,
        path: &Path,
        progress: Arc<dyn Progress + Send + Sync>,
    ) -> Result<Option<ExportedFile>> {
        let entries = self.entries_of(plan).await?;
        let (plan, path) = (plan.clone(), path.to_owned());
        let work = tokio::task::spawn_blocking(move || {
            let meetings: Vec<Meeting> = entries.iter().map(|it| meeting(it, &plan)).collect();
            match written(&plan, &meetings, progress.as_ref()) {
                Ok(bytes) => save(&path, &bytes).map(|()| Some(exported(&path, held(&plan, &meetings)))),
                Err(PdfProblem::Stopped(Stopped)) => Ok(None),
                Err(broken) => Err(Error::of(ErrorCode::Internal, broken.to_string())),
            }
        });
        work.await
            .unwrap_or_else(|broken| Err(Error::of(ErrorCode::Internal, broken.to_string())))
    }

    async fn entries_of(&self, plan: &ExportPlan) -> Result<Vec<Entry>> {
        let zone = &plan.coach.zone;
        Ok(match plan.period {
            Period::One(id) => vec![self.rows.entry(id).await?],
            Period::Dates(from, to) => {
                let after = to.checked_add_days(Days::new(1)).unwrap_or(to);
                self.rows
                    .entries_between(zone.start_of_day(from), zone.start_of_day(after))
                    .await?
            }
            Period::All => {
                self.rows
                    .entries_between(DateTime::UNIX_EPOCH, DateTime::<Utc>::MAX_UTC)
                    .await?
            }
        })
    }

    async fn stem(&self, period: Period, coach: &Coach) -> Result<String> {
        let word = |key| say(coach.language, key, &[]);
        Ok(match period {
            Period::One(id) => {
                let start = self.rows.entry(id).await?.appointment.start;
                format!("{}-{}", word("file_appointment"), coach.zone.date_of(start))
            }
            Period::Dates(from, to) if from == to => format!("{}-{from}", word("file_agenda")),
            Period::Dates(from, to) => format!("{}-{from}_{to}", word("file_agenda")),
            Period::All => word("file_agenda"),
        })
    }
}

fn period(what: &ExportWhat, first_weekday: Weekday) -> Result<Period> {
    let too_far = || Error::field("date", FieldProblem::OutOfRange);
    match *what {
        ExportWhat::Appointment { id } => Ok(Period::One(id)),
        ExportWhat::Day { date } => Ok(Period::Dates(date, date)),
        ExportWhat::Week { date } => {
            let week = date.week(first_weekday);
            let ends = week.checked_first_day().zip(week.checked_last_day());
            ends.map(|(first, last)| Period::Dates(first, last))
                .ok_or_else(too_far)
        }
        ExportWhat::Month { date } => {
            let first = date.with_day(1);
            let next = first.and_then(|first| first.checked_add_months(Months::new(1)));
            let last = next.and_then(|next| next.pred_opt());
            let ends = first.zip(last);
            ends.map(|(first, last)| Period::Dates(first, last))
                .ok_or_else(too_far)
        }
        ExportWhat::Days { from, to } if from <= to => Ok(Period::Dates(from, to)),
        ExportWhat::Days { .. } => Err(Error::field("to", FieldProblem::OutOfRange)),
        ExportWhat::All => Ok(Period::All),
    }
}

fn written(
    plan: &ExportPlan,
    meetings: &[Meeting],
    progress: &dyn Progress,
) -> std::result::Result<Vec<u8>, PdfProblem> {
    let zone = &plan.coach.zone;
    Ok(match plan.input.format {
        ExportFormat::Calendar => {
            interchange::calendar(meetings, zone, &plan.alarms_min, progress)?.into_bytes()
        }
        ExportFormat::Table => spreadsheet(&plan.coach, meetings, progress)?.into_bytes(),
        ExportFormat::Page => match (sheet::layout(&plan.input.what), plan.period) {
            (Some(layout), Period::Dates(from, to)) => {
                let sheet = sheet::sheet(layout, from, to, plan.first_weekday, &plan.coach);
                interchange::pdf(&sheet, meetings, zone, progress)?
            }
            _ => return Err(PdfProblem::Broken("a page has no such period".into())),
        },
    })
}

/// How many of the appointments are in the file.
fn held(plan: &ExportPlan, meetings: &[Meeting]) -> usize {
    match plan.input.format {
        ExportFormat::Calendar | ExportFormat::Table => meetings.len(),
        ExportFormat::Page => meetings.iter().filter(|it| it.is_on_paper()).count(),
    }
}

/// One row an appointment, in the coach's language and zone.
fn spreadsheet(
    coach: &Coach,
    meetings: &[Meeting],
    progress: &dyn Progress,
) -> std::result::Result<String, Stopped> {
    let word = |key: &str| say(coach.language, key, &[]);
    let heading = COLUMNS.map(|name| word(&format!("column_{name}"))).to_vec();
    let rows = meetings.iter().map(|it| {
        let (start, end) = (coach.zone.local(it.start), coach.zone.local(it.end));
        vec![
            start.date().to_string(),
            start.format("%H:%M").to_string(),
            end.format("%H:%M").to_string(),
            (it.end - it.start).num_minutes().to_string(),
            it.type_name.clone(),
            it.person.clone().unwrap_or_default(),
            word(&format!("status_{}", it.status.word())),
            word(&format!("kind_{}", it.kind.word())),
            it.place.clone(),
        ]
    });
    let rows: Vec<_> = std::iter::once(heading).chain(rows).collect();
    content(coach.language, &rows, progress)
}

const COLUMNS: [&str; 9] = [
    "date", "start", "end", "minutes", "type", "person", "status", "kind", "place",
];

fn meeting(entry: &Entry, plan: &ExportPlan) -> Meeting {
    let it = &entry.appointment;
    let person = plan.input.names.then(|| it.person.name().to_string());
    Meeting {
        id: it.id,
        sequence: entry.sequence,
        created: it.created_at,
        changed: entry.changed_at,
        start: it.start,
        end: it.end,
        status: it.status,
        kind: it.kind,
        summary: summary(entry, plan),
        person,
        type_name: entry.type_name.to_string(),
        colour: rgb(&entry.colour.to_string()),
        place: place(it, plan.coach.language),
    }
}

/// For the person one meets: what it is, and with which coach. For the coach: what it is, and with whom, if wanted.
fn summary(entry: &Entry, plan: &ExportPlan) -> String {
    let it = &entry.appointment;
    let who = match plan.period {
        Period::One(_) => plan.coach.name.to_string(),
        _ if plan.input.names => it.person.name().to_string(),
        _ => return entry.type_name.to_string(),
    };
    let what = if it.title.as_str().is_empty() {
        entry.type_name.as_str()
    } else {
        it.title.as_str()
    };
    format!("{what} – {who}")
}

fn place(it: &agenda::Appointment, language: Language) -> String {
    match it.kind {
        MeetingKind::Video => say(language, "kind_video", &[]),
        MeetingKind::Phone if it.place.phone.as_str().is_empty() => say(language, "kind_phone", &[]),
        MeetingKind::Phone => it.place.phone.to_string(),
        MeetingKind::InPerson => it.place.place.to_string(),
    }
}

/// `#rrggbb`; grey for what is none.
fn rgb(colour: &str) -> [u8; 3] {
    let part = |at: usize| {
        colour
            .get(at..at + 2)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok())
    };
    part(1)
        .zip(part(3))
        .zip(part(5))
        .map_or([128; 3], |((red, green), blue)| [red, green, blue])
}

fn exported(path: &Path, appointments: usize) -> ExportedFile {
    ExportedFile {
        file_name: path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default(),
        appointments: u32::try_from(appointments).unwrap_or(u32::MAX),
    }
}

/// Under another name first: a full disk must not leave half a file where a whole one was.
fn save(path: &Path, bytes: &[u8]) -> Result<()> {
    let beside = beside(path);
    let done = write_whole(&beside, bytes).and_then(|()| fs::rename(&beside, path));
    done.map_err(|error| {
        // What could not be finished is of no use; that it cannot be removed either changes nothing.
        let _ = fs::remove_file(&beside);
        tracing::warn!(%error, "a file could not be written");
        let code = match error.kind() {
            std::io::ErrorKind::StorageFull => ErrorCode::DiskFull,
            _ => ErrorCode::FileNotWritten,
        };
        Error::of(code, "the file could not be written")
    })
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    path.with_file_name(name)
}

fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

//! Series: previewed, made all together or not at all, and changed from one appointment on.

mod changing;
mod ending;
mod making;

use api::{
    Appointment, CoachDesk, ConflictKind, Error, ExceptionInput, MeetingKind, NewOccurrence, NewPerson,
    NewSeries, RepeatEvery, RepeatUntil, Repetition, SeriesPlan,
};
use chrono::{DateTime, Utc};
use testkit::day::at;

use crate::scene::Scene;

pub(crate) const WEEKLY: Repetition = Repetition {
    every: RepeatEvery::Week,
    until: RepeatUntil::Times { count: 4 },
};

/// Four Tuesdays at nine in Paris; the clocks go forward between the first and the second.
pub(crate) const TUESDAYS: [&str; 4] = [
    "2027-03-23T08:00:00Z",
    "2027-03-30T07:00:00Z",
    "2027-04-06T07:00:00Z",
    "2027-04-13T07:00:00Z",
];

pub(crate) async fn plan(scene: &Scene) -> SeriesPlan {
    SeriesPlan {
        type_id: scene.session_type().await,
        duration_min: None,
        first: at(TUESDAYS[0]),
        repetition: WEEKLY,
    }
}

/// A series of videos with Léa, at those starts.
pub(crate) async fn series(scene: &Scene, starts: &[&str]) -> NewSeries {
    let one = scene.video_on_tuesday().await;
    NewSeries {
        person: one.person,
        type_id: one.type_id,
        reason_id: None,
        kind: MeetingKind::Video,
        title: String::new(),
        description: String::new(),
        place: String::new(),
        phone: String::new(),
        duration_min: None,
        repetition: WEEKLY,
        occurrences: starts
            .iter()
            .map(|start| NewOccurrence {
                start: at(start),
                outside_rules: false,
            })
            .collect(),
    }
}

pub(crate) async fn booked(scene: &Scene) -> Vec<Appointment> {
    let new = series(scene, &TUESDAYS).await;
    scene
        .desk()
        .await
        .create_series(&new, scene.clock.now())
        .await
        .unwrap()
}

/// Something else in the way.
pub(crate) async fn book_karim(scene: &Scene, start: &str) {
    let mut new = scene.video_on_tuesday().await;
    new.person = NewPerson::Prospect {
        name: "Karim Haddad".into(),
        email: "karim@exemple.fr".into(),
    };
    new.start = at(start);
    scene.book(&new).await;
}

pub(crate) async fn close(scene: &Scene, date: &str) {
    let input = ExceptionInput {
        from: date.into(),
        to: date.into(),
        label: "Congés".into(),
        ranges: Vec::new(),
    };
    scene
        .desk()
        .await
        .create_exception(&input, scene.clock.now())
        .await
        .unwrap();
}

pub(crate) fn starts(appointments: &[Appointment]) -> Vec<DateTime<Utc>> {
    appointments.iter().map(|it| it.start).collect()
}

pub(crate) fn told(error: &Error) -> Vec<(u32, ConflictKind)> {
    error
        .details
        .conflicts
        .iter()
        .map(|it| (it.index, it.conflict.kind))
        .collect()
}

pub(crate) async fn now_in(desk: &CoachDesk, of: &[Appointment]) -> Vec<Appointment> {
    let mut now = Vec::new();
    for it in of {
        now.push(desk.appointment(it.id).await.unwrap());
    }
    now
}

//! A week looked back upon, through the real store.

use api::{
    Appointment, CancelNotice, ClientsWanted, ErrorCode, ExceptionInput, FieldProblem, NewAppointment,
    NewPerson, StatisticsTable,
};
use testkit::day::at;

use crate::scene::Scene;

/// The week of Tuesday 2 March 2027; the coach opens 9–12 and 14–18, Monday to Friday.
const WEEK: (&str, &str) = ("2027-03-01", "2027-03-07");

async fn book(scene: &Scene, new: &NewAppointment, start: &str) -> Appointment {
    let new = NewAppointment {
        start: at(start),
        outside_rules: true,
        ..new.clone()
    };
    scene.book(&new).await
}

/// Léa came on Tuesday, stayed away on Wednesday, called off Thursday's the evening before; a prospect comes on Friday.
async fn week(scene: &Scene) {
    let lea = scene.video_on_tuesday().await;
    let desk = scene.desk().await;
    let came = book(scene, &lea, "2027-03-02T08:00:00Z").await;
    let away = book(scene, &lea, "2027-03-03T08:00:00Z").await;
    let off = book(scene, &lea, "2027-03-04T08:00:00Z").await;
    let prospect = NewAppointment {
        person: NewPerson::Prospect {
            name: "=Karim".into(),
            email: "karim@exemple.fr".into(),
        },
        ..lea
    };
    book(scene, &prospect, "2027-03-05T16:30:00Z").await;
    desk.complete_appointment(came.id, came.end).await.unwrap();
    desk.mark_no_show(away.id, away.end).await.unwrap();
    desk.cancel_appointment(off.id, "Malade", at("2027-03-03T18:00:00Z"))
        .await
        .unwrap();
}

#[tokio::test]
async fn a_week_is_counted_from_the_stored_appointments() {
    let scene = Scene::set_up().await;
    week(&scene).await;
    let desk = scene.desk().await;
    let closed = ExceptionInput {
        from: "2027-03-01".into(),
        to: "2027-03-01".into(),
        label: String::new(),
        ranges: vec![],
    };
    desk.create_exception(&closed, scene.clock.now()).await.unwrap();
    let it = desk.statistics(WEEK.0, WEEK.1).await.unwrap();
    let tally = it.current.tally;
    assert_eq!(
        (
            tally.total,
            tally.completed,
            tally.no_show,
            tally.cancelled,
            tally.scheduled
        ),
        (4, 1, 1, 1, 1)
    );
    assert_eq!(
        (tally.attendance_rate, it.current.average_min),
        (Some(0.5), Some(60.0))
    );
    assert_eq!((it.current.new_clients, it.current.returning_clients), (1, 0));
    let late = it.current.cancellations.iter().find(|it| it.count > 0).unwrap();
    assert_eq!((late.notice, late.count), (CancelNotice::LastDay, 1));
    assert_eq!(
        (it.current.open_min, it.current.filled_min),
        (4 * 420, 60 + 60 + 30),
        "Monday is closed, and half of Friday's hour is after closing"
    );
    let names: Vec<_> = it
        .clients
        .iter()
        .map(|it| (it.name.as_deref(), it.tally.total))
        .collect();
    assert_eq!(names, [(Some("Léa Dupuis"), 3), (None, 1)]);
    assert_eq!(it.weekdays.map_totals(), [0, 1, 1, 1, 1, 0, 0]);
    assert_eq!(
        (it.hours[9].total, it.hours[17].total),
        (3, 1),
        "by the coach's clock"
    );
    assert_eq!(
        it.before.tally.total, 0,
        "the week before is told beside it, and was empty"
    );

    let next = desk.statistics("2027-03-08", "2027-03-14").await.unwrap();
    assert_eq!(next.before.tally, tally, "compared with the week just counted");
}

trait Totals {
    fn map_totals(&self) -> Vec<u32>;
}

impl Totals for Vec<api::Tally> {
    fn map_totals(&self) -> Vec<u32> {
        self.iter().map(|it| it.total).collect()
    }
}

#[tokio::test]
async fn a_type_that_was_deleted_keeps_its_name_in_the_statistics() {
    let scene = Scene::set_up().await;
    week(&scene).await;
    let desk = scene.desk().await;
    let session = scene.session_type().await;
    desk.delete_appointment_type(session, scene.clock.now())
        .await
        .unwrap();
    let it = desk.statistics(WEEK.0, WEEK.1).await.unwrap();
    assert_eq!((it.types.len(), it.types[0].name.as_deref()), (1, Some("Séance")));
}

#[tokio::test]
async fn a_client_who_was_erased_leaves_numbers_and_no_way_to_a_profile() {
    let scene = Scene::set_up().await;
    week(&scene).await;
    let desk = scene.desk().await;
    let lea = desk
        .list_clients(&ClientsWanted::default(), scene.clock.now())
        .await
        .unwrap()[0]
        .id;
    let before = desk.statistics(WEEK.0, WEEK.1).await.unwrap();
    desk.erase_client(lea, at("2027-03-06T08:00:00Z")).await.unwrap();
    let after = desk.statistics(WEEK.0, WEEK.1).await.unwrap();
    assert_eq!(after.current, before.current, "the numbers stay");
    let erased = &after.clients[0];
    assert_eq!(
        (erased.id.as_deref(), erased.name.as_deref(), erased.tally.total),
        (None, Some("Client effacé"), 3)
    );
}

#[tokio::test]
async fn each_table_is_a_file_in_the_coachs_language() {
    let scene = Scene::set_up().await;
    week(&scene).await;
    let desk = scene.desk().await;
    let file = desk
        .statistics_file(StatisticsTable::Clients, WEEK.0, WEEK.1)
        .await
        .unwrap();
    assert_eq!(file.stem, "statistiques-par-client-2027-03-01-2027-03-07");
    let text = file.content;
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert!(
        lines[0].starts_with("Client;Rendez-vous;Terminés;"),
        "{}",
        lines[0]
    );
    assert_eq!(lines[1], "Léa Dupuis;3;1;1;1;0;1,00;2,00;50,00");
    assert_eq!(lines[2], "Prospects;1;0;0;0;1;0,00;1,00;");
    for table in [
        StatisticsTable::Summary,
        StatisticsTable::Months,
        StatisticsTable::Types,
        StatisticsTable::Reasons,
        StatisticsTable::Weekdays,
        StatisticsTable::Hours,
        StatisticsTable::Cancellations,
    ] {
        let file = desk.statistics_file(table, WEEK.0, WEEK.1).await.unwrap();
        let text = file.content;
        assert!(
            text.lines().count() > 1 && !text.contains("csv_"),
            "a text is missing: {text}"
        );
    }
}

#[tokio::test]
async fn a_period_that_is_none_is_told_at_its_field() {
    let scene = Scene::set_up().await;
    let desk = scene.desk().await;
    for (from, to, field, problem) in [
        ("2027-03-02", "2027-03-01", "to", FieldProblem::OutOfRange),
        ("2027-02-30", "2027-03-01", "from", FieldProblem::NotADate),
        ("1027-03-02", "2027-03-01", "from", FieldProblem::OutOfRange),
    ] {
        let refused = desk.statistics(from, to).await.unwrap_err();
        assert_eq!(refused.code, ErrorCode::InvalidInput);
        assert_eq!(
            (
                refused.details.fields[0].field.as_str(),
                refused.details.fields[0].problem
            ),
            (field, problem)
        );
    }
}

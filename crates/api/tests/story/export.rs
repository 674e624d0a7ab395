//! The agenda as a file, as the coach sees it leave.

use std::{fs, path::Path, sync::Arc};

use agenda::FieldProblem;
use api::{
    AppointmentChange, CoachDesk, ErrorCode, ExportFormat, ExportInput, ExportWhat, Language, MeetingKind,
    Progress, Reschedule,
};
use testkit::day::at;

use crate::scene::Scene;

fn wanted(what: ExportWhat) -> ExportInput {
    ExportInput {
        what,
        format: ExportFormat::Calendar,
        names: true,
    }
}

async fn write(desk: &CoachDesk, input: &ExportInput, file: &Path) -> String {
    let plan = desk.plan_export(input).await.unwrap();
    desk.export(&plan, file, Arc::new(())).await.unwrap().unwrap();
    fs::read_to_string(file).unwrap()
}

fn change_of(it: &api::Appointment) -> AppointmentChange {
    AppointmentChange {
        id: it.id,
        type_id: it.type_id,
        reason_id: None,
        kind: it.kind,
        title: it.title.clone(),
        description: it.description.clone(),
        place: it.place.clone(),
        phone: it.phone.clone(),
    }
}

#[tokio::test]
async fn what_is_private_leaves_in_no_format_and_names_only_when_wanted() {
    let scene = Scene::set_up().await;
    let mut new = scene.video_on_tuesday().await;
    new.description = "SECRET-DESCRIPTION".into();
    new.title = "Avec Léa Dupuis".into();
    let booked = scene.book(&new).await;
    scene.work_off_rooms().await;
    let desk = scene.desk().await;
    desk.cancel_appointment(booked.id, "SECRET-REASON", scene.clock.now())
        .await
        .unwrap();
    let file = scene.folder.path().join("agenda.out");
    for format in [ExportFormat::Calendar, ExportFormat::Table] {
        for names in [true, false] {
            let input = ExportInput {
                what: ExportWhat::All,
                format,
                names,
            };
            let said = write(&desk, &input, &file).await;
            assert!(!said.contains("SECRET"), "{said}");
            assert!(
                !said.contains("daily.co"),
                "the room's address stays here: {said}"
            );
            assert_eq!(said.contains("Dupuis"), names, "{said}");
            assert!(said.contains("Séance") || names, "{said}");
        }
    }
}

#[tokio::test]
async fn the_sequence_grows_with_what_others_see_and_the_name_stays() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let file = scene.folder.path().join("one.ics");
    let input = wanted(ExportWhat::Appointment { id: booked.id });
    let uid = format!("UID:{}@virtus-planning", booked.id);
    let said = write(&desk, &input, &file).await;
    assert!(said.contains("SEQUENCE:0\r\n") && said.contains(&uid), "{said}");
    assert!(
        said.contains("Camille") && !said.contains("Dupuis"),
        "it is for the client: {said}"
    );

    let mut change = change_of(&booked);
    change.description = "for me alone".into();
    desk.update_appointment(&change, now).await.unwrap();
    let said = write(&desk, &input, &file).await;
    assert!(
        said.contains("SEQUENCE:0\r\n"),
        "a private text is nobody's business: {said}"
    );

    change.kind = MeetingKind::Phone;
    change.phone = "+33 6 12 34 56 78".into();
    desk.update_appointment(&change, now).await.unwrap();
    let moved = Reschedule {
        id: booked.id,
        start: at("2027-03-02T10:00:00Z"),
        type_id: None,
        duration_min: None,
        outside_rules: false,
    };
    desk.reschedule_appointment(&moved, now).await.unwrap();
    desk.cancel_appointment(booked.id, "Grippe", now).await.unwrap();
    let said = write(&desk, &input, &file).await;
    assert!(said.contains("SEQUENCE:3\r\n") && said.contains(&uid), "{said}");
    assert!(
        said.contains("STATUS:CANCELLED") && !said.contains("VALARM"),
        "{said}"
    );
}

#[tokio::test]
async fn a_week_holds_its_seven_days_and_no_more() {
    let scene = Scene::set_up().await;
    scene.booked_video().await;
    let desk = scene.desk().await;
    let file = scene.folder.path().join("week.ics");
    for (date, there) in [
        ("2027-02-28", 0),
        ("2027-03-01", 1),
        ("2027-03-07", 1),
        ("2027-03-08", 0),
    ] {
        let input = wanted(ExportWhat::Week {
            date: date.parse().unwrap(),
        });
        let said = write(&desk, &input, &file).await;
        assert_eq!(said.matches("BEGIN:VEVENT").count(), there, "{date}");
    }
    let plan = desk
        .plan_export(&wanted(ExportWhat::Week {
            date: "2027-03-03".parse().unwrap(),
        }))
        .await
        .unwrap();
    assert_eq!(plan.file_name(), "agenda-2027-03-01_2027-03-07.ics");
}

#[tokio::test]
async fn dates_the_wrong_way_round_are_told_at_the_last() {
    let scene = Scene::set_up().await;
    let input = wanted(ExportWhat::Days {
        from: "2027-03-02".parse().unwrap(),
        to: "2027-03-01".parse().unwrap(),
    });
    let refused = scene.desk().await.plan_export(&input).await.unwrap_err();
    let field = &refused.details.fields[0];
    assert_eq!(
        (field.field.as_str(), field.problem),
        ("to", FieldProblem::OutOfRange)
    );
}

struct Unwanted;

impl Progress for Unwanted {
    fn at(&self, _: usize, _: usize) -> bool {
        false
    }
}

#[tokio::test]
async fn a_stopped_export_and_one_that_fails_leave_the_old_file_alone() {
    let scene = Scene::set_up().await;
    scene.booked_video().await;
    let desk = scene.desk().await;
    let folder = scene.folder.path().join("out");
    fs::create_dir(&folder).unwrap();
    let file = folder.join("agenda.ics");
    fs::write(&file, "old").unwrap();
    let plan = desk.plan_export(&wanted(ExportWhat::All)).await.unwrap();
    let stopped = desk.export(&plan, &file, Arc::new(Unwanted)).await.unwrap();
    assert_eq!(stopped, None);
    assert_eq!(fs::read_to_string(&file).unwrap(), "old");
    let nowhere = folder.join("missing").join("agenda.ics");
    let refused = desk.export(&plan, &nowhere, Arc::new(())).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::FileNotWritten);
    assert_eq!(
        fs::read_dir(&folder).unwrap().count(),
        1,
        "nothing half-written stays"
    );
}

/// What poppler reads on a page.
async fn on_paper(desk: &CoachDesk, input: &ExportInput, folder: &Path) -> String {
    let plan = desk.plan_export(input).await.unwrap();
    let file = folder.join(plan.file_name());
    desk.export(&plan, &file, Arc::new(())).await.unwrap().unwrap();
    let told = std::process::Command::new("pdftotext")
        .args(["-layout".as_ref(), file.as_os_str(), "-".as_ref()])
        .output()
        .unwrap();
    String::from_utf8(told.stdout).unwrap()
}

#[tokio::test]
async fn a_month_is_a_page_in_either_language_and_the_whole_agenda_is_none() {
    let scene = Scene::set_up().await;
    scene.booked_video().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let mut input = ExportInput {
        what: ExportWhat::Month {
            date: "2027-03-01".parse().unwrap(),
        },
        format: ExportFormat::Page,
        names: true,
    };
    let plan = desk.plan_export(&input).await.unwrap();
    assert_eq!(plan.file_name(), "agenda-2027-03-01_2027-03-31.pdf");
    let french = on_paper(&desk, &input, scene.folder.path()).await;
    assert!(
        french.contains("Mars 2027") && french.contains("mercredi"),
        "{french}"
    );
    assert!(french.contains("09:00 Léa Dupuis"), "{french}");
    let mut settings = desk.settings().await.unwrap();
    settings.language = Language::En;
    desk.update_settings(&settings, now).await.unwrap();
    let english = on_paper(&desk, &input, scene.folder.path()).await;
    assert!(
        english.contains("March 2027") && english.contains("Wednesday"),
        "{english}"
    );
    assert!(
        english.contains("09:00 Léa Dupuis") && !english.contains("mercredi"),
        "{english}"
    );
    input.what = ExportWhat::All;
    let refused = desk.plan_export(&input).await.unwrap_err();
    assert_eq!(refused.details.fields[0].field, "what");
}

#[tokio::test]
async fn what_paper_leaves_out_is_not_counted() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    desk.cancel_appointment(booked.id, "Grippe", now).await.unwrap();
    for (format, counted) in [(ExportFormat::Page, 0), (ExportFormat::Table, 1)] {
        let input = ExportInput {
            what: ExportWhat::Month {
                date: "2027-03-01".parse().unwrap(),
            },
            format,
            names: true,
        };
        let plan = desk.plan_export(&input).await.unwrap();
        let file = scene.folder.path().join(plan.file_name());
        let done = desk.export(&plan, &file, Arc::new(())).await.unwrap().unwrap();
        assert_eq!(done.appointments, counted, "{format:?}");
    }
}

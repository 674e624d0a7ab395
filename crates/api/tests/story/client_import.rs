//! Clients from another program's file.

use api::{
    ClientFile, ClientsWanted, CoachDesk, ColumnMeaning, ErrorCode, FieldProblem, ImportReport, RowOutcome,
    SameBy,
};

use crate::scene::Scene;

const FILE: &str = "Prénom;Nom;Courriel;Tél.;Remarques;Ville\r\n\
    Léa;Dupuis;lea@exemple.fr;06 12 34 56 78;Le matin;Lyon\r\n\
    Marc;Petit;marc@;07 12 34 56 78;;Paris\r\n\
    Inès;Garcia;;06 99;;\r\n\
    LEA;DUPUIS;Lea@Exemple.fr;;;\r\n\
    Zoé;Martin;;+33 6 12 34 56 78;;\r\n\
    Karim;Haddad;karim@exemple.fr;;Prise de poste;Nice\r\n";

fn opened(text: &str) -> ClientFile {
    ClientFile::read("clients.csv".into(), text.as_bytes()).unwrap()
}

fn guessed(file: &ClientFile) -> Vec<Option<ColumnMeaning>> {
    file.view().columns.iter().map(|it| it.meaning).collect()
}

async fn names(desk: &CoachDesk, scene: &Scene) -> Vec<String> {
    let everybody = desk
        .list_clients(&ClientsWanted::default(), scene.clock.now())
        .await
        .unwrap();
    everybody.into_iter().map(|it| it.name).collect()
}

fn counted(report: &ImportReport) -> (u32, u32, u32) {
    (report.added, report.known, report.refused)
}

#[tokio::test]
async fn a_file_is_looked_at_then_taken_in_and_a_second_time_adds_nobody() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let file = opened(FILE);
    let columns = guessed(&file);
    let preview = desk.preview_client_import(&file, &columns, now).await.unwrap();
    assert_eq!(counted(&preview), (2, 2, 2));
    assert_eq!(
        names(&desk, &scene).await,
        Vec::<String>::new(),
        "a preview adds nobody"
    );

    let done = desk.import_clients(&file, &columns, now).await.unwrap();
    assert_eq!(done, preview, "what was shown is what is done");
    assert_eq!(names(&desk, &scene).await, ["Karim Haddad", "Léa Dupuis"]);
    let wanted = ClientsWanted {
        search: "lea".into(),
        ..ClientsWanted::default()
    };
    let lea = desk.list_clients(&wanted, now).await.unwrap().remove(0);
    assert_eq!(
        (lea.phone.as_deref(), lea.notes.as_str()),
        (Some("+33612345678"), "Le matin"),
        "a column that is not wanted stays out"
    );

    let again = desk.import_clients(&file, &columns, now).await.unwrap();
    assert_eq!(counted(&again), (0, 4, 2));
    assert_eq!(names(&desk, &scene).await.len(), 2);
}

#[tokio::test]
async fn each_row_left_out_says_why() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let file = opened(FILE);
    let report = desk
        .preview_client_import(&file, &guessed(&file), now)
        .await
        .unwrap();
    let why: Vec<_> = report
        .left_out
        .iter()
        .map(|row| match &row.outcome {
            RowOutcome::Refused { fields } => {
                (row.line, format!("{} {:?}", fields[0].field, fields[0].problem))
            }
            RowOutcome::Repeated { line, same } => (row.line, format!("{line} {same:?}")),
            other => (row.line, format!("{other:?}")),
        })
        .collect();
    let same = |by: &[SameBy]| format!("2 {by:?}");
    assert_eq!(
        why,
        [
            (3, format!("email {:?}", FieldProblem::NotAnEmail)),
            (4, format!("phone {:?}", FieldProblem::NotAPhone)),
            (5, same(&[SameBy::Email, SameBy::Name])),
            (6, same(&[SameBy::Phone])),
        ]
    );
}

#[tokio::test]
async fn two_people_of_one_name_with_an_address_each_are_two_people() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let file =
        opened("Nom;E-mail\nMarie Martin;marie@exemple.fr\nMarie Martin;mm@exemple.fr\nMARTIN Marie;\n");
    let report = desk.import_clients(&file, &guessed(&file), now).await.unwrap();
    assert_eq!(counted(&report), (2, 1, 0));
    let again = desk.import_clients(&file, &guessed(&file), now).await.unwrap();
    assert_eq!(counted(&again), (0, 3, 0));
}

#[tokio::test]
async fn the_coach_says_what_the_columns_are() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let file = opened(FILE);
    let mut columns = guessed(&file);
    columns[5] = Some(ColumnMeaning::Notes);
    desk.import_clients(&file, &columns, now).await.unwrap();
    let wanted = ClientsWanted {
        search: "karim".into(),
        ..ClientsWanted::default()
    };
    let karim = desk.list_clients(&wanted, now).await.unwrap().remove(0);
    assert_eq!(karim.notes, "Remarques : Prise de poste\n\nVille : Nice");

    columns[4] = Some(ColumnMeaning::Email);
    let twice = desk.import_clients(&file, &columns, now).await.unwrap_err();
    let told = &twice.details.fields[0];
    assert_eq!(
        (told.field.as_str(), told.problem),
        ("columns.4", FieldProblem::Duplicate)
    );
    let nameless = desk.import_clients(&file, &[None; 6], now).await.unwrap_err();
    let told = &nameless.details.fields[0];
    assert_eq!(
        (told.field.as_str(), told.problem),
        ("columns", FieldProblem::Required)
    );
    let short = desk.import_clients(&file, &[None; 2], now).await.unwrap_err();
    assert_eq!(short.details.fields[0].problem, FieldProblem::Unknown);
}

#[tokio::test]
async fn cards_are_taken_in_as_tables_are() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let file = opened(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Léa Dupuis\r\nTEL:06 12 34 56 78\r\nEND:VCARD\r\n\
         BEGIN:VCARD\r\nVERSION:3.0\r\nTEL:07 12 34 56 78\r\nEND:VCARD\r\n",
    );
    let view = file.view();
    assert!(view.cards && view.separator.is_none());
    let report = desk.import_clients(&file, &guessed(&file), now).await.unwrap();
    assert_eq!(counted(&report), (1, 0, 1));
    assert_eq!(report.left_out[0].line, 2, "the second card has no name");
}

#[test]
fn a_file_that_is_none_is_told() {
    let of = |bytes: &[u8]| ClientFile::read("a".into(), bytes).unwrap_err().code;
    assert_eq!(of(b"PK\x03\x04\x00\x00"), ErrorCode::NotAClientFile);
    assert_eq!(of(b""), ErrorCode::NotAClientFile);
    assert_eq!(of(&vec![b'a'; 9 * 1024 * 1024]), ErrorCode::FileTooLarge);
    let folder = tempfile::tempdir().unwrap();
    let gone = ClientFile::open(&folder.path().join("parti.csv")).unwrap_err();
    assert_eq!(gone.code, ErrorCode::FileNotRead);
    let path = folder.path().join("équipe.csv");
    std::fs::write(&path, FILE).unwrap();
    let view = ClientFile::open(&path).unwrap().view();
    assert_eq!(
        (view.name.as_str(), view.rows, view.separator),
        ("équipe.csv", 6, Some(';'))
    );
}

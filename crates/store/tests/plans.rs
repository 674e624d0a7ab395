//! How SQLite answers every statement of this crate: by an index, or by reading all there is.
//!
//! The statements are those of `.sqlx`, which the compiler wrote down, so none can be forgotten. The database is fresh
//! and was never analysed: its plans are those of a program's first day, when no statistics help.
#![expect(clippy::unwrap_used, reason = "helpers of tests panic, as tests do")]

use std::{fs, path::Path};

use sqlx::{AssertSqlSafe, Row, SqliteConnection, sqlite::SqliteConnectOptions};
use store::Store;

/// What holds as much as one person sets up, never what years of work leave: a table, the clients whom the same statement found or
/// shows, what several share, as many as it was asked for, what was held in the period asked for, and who was met in it.
const MAY_BE_SCANNED: [&str; 6] = ["coaches", "found", "shared", "shown", "held", "met"];

/// Indexes in which everything a coach has may be walked, and why that is little or wanted.
const MAY_BE_WALKED: [(&str, &str); 19] = [
    ("clients_by_name", "a search looks for text anywhere in a name"),
    ("clients_by_age", "a search looks for text anywhere in a name"),
    (
        "clients_sharing_name",
        "those entered twice, as many as were asked for",
    ),
    (
        "clients_sharing_email",
        "those entered twice, as many as were asked for",
    ),
    (
        "clients_sharing_phone",
        "those entered twice, as many as were asked for",
    ),
    (
        "sqlite_autoindex_clients_told_apart_1",
        "a pair is told apart by hand",
    ),
    (
        "appointments_with_words",
        "a search looks for text anywhere in a title, in the latest 5 000 that have one",
    ),
    (
        "room_operations_of_coach",
        "what is owed is erased when it is done",
    ),
    (
        "rooms_not_gone",
        "a room leaves it when it is gone, hours after it closed",
    ),
    ("rooms_of_appointment", "whether there is any: the first answers"),
    ("appointment_types_in_order", "set up by hand"),
    ("appointment_reasons_in_order", "set up by hand"),
    ("sqlite_autoindex_coach_availability_1", "one week"),
    ("sqlite_autoindex_reminder_offsets_1", "a few numbers"),
    ("sqlite_autoindex_coach_settings_1", "one row"),
    ("sqlite_autoindex_video_options_1", "one row"),
    ("sqlite_autoindex_plan_refusals_1", "three features"),
    ("sqlite_autoindex_availability_exceptions_2", "set up by hand"),
    ("busy_feeds_in_order", "a handful of calendars"),
];

struct Statement {
    sql: String,
    plan: Vec<String>,
}

async fn statements() -> Vec<Statement> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("agenda.db");
    Store::open(&file).await.unwrap().close().await;
    let options = SqliteConnectOptions::new().filename(&file);
    let mut connection: SqliteConnection = sqlx::ConnectOptions::connect(&options).await.unwrap();
    let mut statements = Vec::new();
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.sqlx");
    for file in fs::read_dir(committed).unwrap() {
        let described: serde_json::Value =
            serde_json::from_slice(&fs::read(file.unwrap().path()).unwrap()).unwrap();
        let sql = described["query"].as_str().unwrap().to_owned();
        let plan = sqlx::query(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}")))
            .fetch_all(&mut connection)
            .await
            .unwrap();
        let plan = plan.into_iter().map(|row| row.get("detail")).collect();
        statements.push(Statement { sql, plan });
    }
    assert!(
        statements.len() > 60,
        "only {} statements were found",
        statements.len()
    );
    statements
}

/// Steps of all plans that are wrong in the eyes of `is_wrong`, with their statements.
async fn wrong(is_wrong: impl Fn(&str) -> bool) -> Vec<String> {
    let mut wrong = Vec::new();
    for Statement { sql, plan } in statements().await {
        wrong.extend(
            plan.iter()
                .filter(|step| is_wrong(step))
                .map(|step| format!("{step}\n    {sql}")),
        );
    }
    wrong
}

#[tokio::test]
async fn no_statement_reads_a_whole_table_that_grows() {
    let scans = wrong(|step| {
        step.strip_prefix("SCAN ").is_some_and(|scanned| {
            // A list that is handed over is no table.
            !scanned.ends_with("CONSTANT ROW")
                && !scanned.contains("VIRTUAL TABLE")
                && !MAY_BE_SCANNED.contains(&scanned)
        })
    })
    .await;
    assert!(scans.is_empty(), "an index is missing:\n{}", scans.join("\n"));
}

/// With one coach in a database, an index searched by the coach alone is the whole table in another order.
#[tokio::test]
async fn no_statement_reads_all_a_coach_has() {
    let walks = wrong(|step| {
        step.ends_with("(coach_id=?)")
            && !MAY_BE_WALKED
                .iter()
                .any(|(index, _)| step.contains(&format!("INDEX {index} ")))
    })
    .await;
    assert!(
        walks.is_empty(),
        "a better condition or index is missing:\n{}",
        walks.join("\n")
    );
}

//! That a handle for one coach reaches one agenda is tried for each of its operations; here it is seen that none was
//! forgotten, and that every statement on a coach's rows names the coach.
#![expect(clippy::unwrap_used, reason = "helpers of tests panic, as tests do")]

use std::{collections::BTreeSet, fs, path::Path};

/// Statements for work on everybody's rows: reminders that are due, rooms that are owed, what a restore must not bring
/// back, what an older program did not write. No handle gives them.
const FOR_EVERYBODY: [&str; 23] = [
    "SELECT MIN(due_at)",
    "SELECT 1 FROM appointment_notifications",
    "FROM coaches ORDER BY created_at",
    "INTO coaches",
    "UPDATE coaches",
    "FROM coaches WHERE id = ?",
    "FROM appointment_notifications AS n",
    "UPDATE appointment_notifications SET state = 'claimed'",
    "UPDATE appointment_notifications SET state = ?, why = ?",
    "UPDATE appointment_notifications SET state = 'failed'",
    "FROM room_operations AS o JOIN appointments",
    "UPDATE room_operations SET attempts = attempts + 1",
    "UPDATE room_operations SET problem = ?",
    "DELETE FROM room_operations WHERE room_name = ?",
    "SELECT coach_id FROM clients WHERE id = ?",
    "FROM clients WHERE erased_at > 0",
    "WHERE o.next_try_at > 0 AND o.goal = 'create'",
    "SELECT MIN(next_try_at)",
    "FROM announcements AS n\n",
    "UPDATE announcements SET state = 'claimed'",
    "UPDATE announcements SET state = ?",
    "FROM clients WHERE same_name IS NULL",
    "UPDATE clients SET same_name = ?, same_email = ?, same_phone = ? WHERE id = ?",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The operations that `CoachRows` has.
fn operations() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for file in fs::read_dir(root().join("src/table")).unwrap() {
        let source = fs::read_to_string(file.unwrap().path()).unwrap();
        let mut of_coach = false;
        for line in source.lines() {
            if line.trim_start().starts_with("impl") {
                of_coach = line.contains("CoachRows");
            }
            if let Some((name, _)) = line
                .split_once("pub async fn ")
                .filter(|_| of_coach)
                .and_then(|(_, rest)| rest.split_once('('))
            {
                found.insert(name.to_owned());
            }
            if line.trim_start().starts_with("ordered_list!(") {
                of_coach = false;
            }
        }
        for name in [
            "delete_appointment_type",
            "reorder_appointment_types",
            "delete_reason",
            "reorder_reasons",
        ] {
            if source.contains(&format!("    {name}")) {
                found.insert(name.to_owned());
            }
        }
    }
    found.retain(|name| !name.starts_with('$'));
    found
}

#[test]
fn no_operation_of_a_handle_is_left_untried() {
    let suite = root().join("../testkit/src/store_suite");
    let files = ["isolation.rs", "isolation/other.rs", "isolation/writes.rs"];
    let tried = files
        .map(|it| fs::read_to_string(suite.join(it)).unwrap())
        .concat();
    let operations = operations();
    assert!(
        operations.len() > 50,
        "the sources are read wrongly: {operations:?}"
    );
    let untried: Vec<_> = operations
        .iter()
        .filter(|name| !tried.contains(&format!(".{name}(")))
        .collect();
    assert!(untried.is_empty(), "{untried:?}");
}

#[test]
fn every_statement_on_a_coachs_rows_names_the_coach() {
    let (mut nameless, mut used) = (Vec::new(), BTreeSet::new());
    for file in fs::read_dir(root().join("../../.sqlx")).unwrap() {
        let described: serde_json::Value =
            serde_json::from_slice(&fs::read(file.unwrap().path()).unwrap()).unwrap();
        let sql = described["query"].as_str().unwrap().to_owned();
        let conditions = sql.split_once("WHERE").map_or("", |(_, after)| after);
        if conditions.contains("coach_id") || (sql.starts_with("INSERT") && sql.contains("coach_id")) {
            continue;
        }
        match FOR_EVERYBODY.iter().find(|known| sql.contains(**known)) {
            Some(known) => drop(used.insert(*known)),
            None => nameless.push(sql),
        }
    }
    assert!(nameless.is_empty(), "no coach is named:\n{}", nameless.join("\n"));
    let idle: Vec<_> = FOR_EVERYBODY
        .iter()
        .filter(|known| !used.contains(*known))
        .collect();
    assert!(idle.is_empty(), "no statement needs these any more: {idle:?}");
}

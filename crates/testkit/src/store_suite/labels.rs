//! Types and reasons.

use store::Store;

use crate::{
    day::{TUESDAY_NINE, at},
    desk::furnish,
};

/// A type or reason in use is archived: it is no longer offered, and past appointments keep its label.
pub async fn what_is_used_is_archived(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let id = desk.book(at(TUESDAY_NINE)).await.unwrap();
    desk.rows
        .delete_appointment_type(desk.type_id, desk.now)
        .await
        .unwrap();
    desk.rows.delete_reason(desk.reason_id, desk.now).await.unwrap();
    assert_eq!(desk.rows.appointment_types().await.unwrap(), []);
    assert_eq!(desk.rows.reasons().await.unwrap(), []);
    let entry = desk.rows.entry(id).await.unwrap();
    assert_eq!(
        (
            entry.type_name.as_str(),
            entry.reason_label.unwrap().to_string().as_str()
        ),
        ("Séance", "Suivi")
    );
    assert!(desk.rows.appointment_type(desk.type_id).await.unwrap().archived);
}

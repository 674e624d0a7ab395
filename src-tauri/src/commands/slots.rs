//! Free slots.

use api::{DaySlots, Result, SlotSearch, TypeId};
use chrono::{DateTime, NaiveDate, Utc};
use tauri::State;

use crate::app::App;

/// The free slots of one date.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_available_slots(
    app: State<'_, App>,
    type_id: TypeId,
    date: NaiveDate,
) -> Result<DaySlots> {
    app.desk().await?.available_slots(type_id, date, app.now()).await
}

/// The free slots of every date from `from` to `to`, both inclusive.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_available_slots_for_period(
    app: State<'_, App>,
    search: SlotSearch,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<DaySlots>> {
    app.desk()
        .await?
        .available_slots_for_period(search, from, to, app.now())
        .await
}

/// Whether an appointment of that type can start then.
#[tauri::command]
#[specta::specta]
pub(crate) async fn is_slot_available(
    app: State<'_, App>,
    type_id: TypeId,
    start: DateTime<Utc>,
) -> Result<bool> {
    app.desk()
        .await?
        .is_slot_available(type_id, start, app.now())
        .await
}

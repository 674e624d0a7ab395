//! The interface between window and Rust, as one list: the commands, the events, the topics. From it the TypeScript
//! bindings are generated, committed and compared by a test.

use api::Topic;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, Wry, generate_handler, ipc::Invoke};
use tauri_specta::{Builder, Event, collect_events};

use crate::commands::{
    appointments, availability, backups, client_import, clients, configuration, desktop, display, export,
    feeds, meetings, notices, series, session, settings, slots, statistics, video_account,
};
use crate::errands::ErrandWaiting;

/// Something changed that the window did not ask for: a room was made, a reminder shown.
#[derive(Debug, Clone, Serialize, Deserialize, Type, Event)]
pub(crate) struct Changed {
    /// What became stale.
    pub(crate) topics: Vec<Topic>,
}

impl Changed {
    /// Tells the window.
    pub(crate) fn tell(app: &AppHandle, topics: Vec<Topic>) {
        if let Err(error) = (Self { topics }).emit(app) {
            tracing::warn!(%error, "the window does not hear what changed");
        }
    }
}

/// How far an export is.
#[derive(Debug, Clone, Serialize, Deserialize, Type, Event)]
pub(crate) struct ExportProgress {
    /// Appointments written.
    pub(crate) done: u32,
    /// Appointments to be written.
    pub(crate) total: u32,
}

/// Hands all commands to another macro. The list is needed twice, and a program that runs needs no types of TypeScript: to find out
/// those of all commands costs each start half a megabyte of code.
macro_rules! every_command {
    ($to:ident) => {
        $to![
            feeds::list_busy_feeds,
            feeds::get_busy_times,
            feeds::add_busy_feed,
            feeds::add_busy_feed_file,
            feeds::replace_busy_feed_file,
            feeds::update_busy_feed,
            feeds::refresh_busy_feed,
            feeds::remove_busy_feed,
            feeds::pass_over_unread_feeds,
            session::get_session,
            session::set_up_coach,
            settings::get_settings,
            settings::update_settings,
            display::set_zoom,
            video_account::get_video_account,
            video_account::set_api_key,
            video_account::remove_api_key,
            video_account::get_video_options,
            video_account::update_video_options,
            video_account::test_video_setup,
            video_account::get_connection,
            video_account::check_connection,
            configuration::get_configuration,
            configuration::create_appointment_type,
            configuration::update_appointment_type,
            configuration::delete_appointment_type,
            configuration::reorder_appointment_types,
            configuration::create_appointment_reason,
            configuration::update_appointment_reason,
            configuration::delete_appointment_reason,
            configuration::reorder_appointment_reasons,
            availability::get_availability,
            availability::get_public_holidays,
            availability::replace_weekly_hours,
            availability::create_exception,
            availability::update_exception,
            availability::delete_exception,
            client_import::choose_client_file,
            client_import::preview_client_import,
            client_import::import_clients,
            client_import::forget_client_file,
            clients::list_clients,
            clients::get_client_attendance,
            clients::update_client_notes,
            clients::tell_clients_apart,
            clients::get_client,
            clients::create_client,
            clients::update_client,
            clients::archive_client,
            clients::get_client_duplicates,
            clients::merge_clients,
            clients::get_prospect,
            clients::create_client_from_prospect,
            clients::export_client,
            clients::erase_client,
            backups::get_backups,
            backups::backup_now,
            backups::delete_backup,
            backups::restore_backup,
            backups::replace_damaged,
            slots::get_available_slots,
            slots::get_available_slots_for_period,
            slots::is_slot_available,
            appointments::create_appointment,
            appointments::get_coach_appointments,
            appointments::get_client_appointments,
            appointments::get_appointments_for_date,
            appointments::get_upcoming_appointments,
            appointments::find_appointments,
            appointments::get_appointment,
            appointments::update_appointment,
            appointments::reschedule_appointment,
            appointments::cancel_appointment,
            appointments::complete_appointment,
            appointments::mark_no_show,
            appointments::reopen_appointment,
            appointments::get_attention,
            series::preview_series,
            series::check_occurrences,
            series::create_series,
            series::update_series,
            series::reschedule_series,
            series::cancel_series,
            statistics::get_statistics,
            statistics::save_statistics,
            export::export_agenda,
            export::stop_export,
            meetings::join_meeting,
            meetings::get_meeting_token,
            meetings::draft_client_link,
            meetings::get_room_presence,
            meetings::get_attendance,
            meetings::get_owed_rooms,
            meetings::retry_rooms,
            notices::get_notices,
            notices::dismiss_notice,
            notices::get_popup_standing,
            notices::test_popup,
            notices::take_errand,
            desktop::get_desktop,
            desktop::set_keep_in_tray,
            desktop::set_start_at_login,
        ]
    };
}

/// What answers the window.
pub(crate) fn commands() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    every_command!(generate_handler)
}

/// What the window hears.
pub(crate) fn events() -> Builder<Wry> {
    Builder::new().events(collect_events![Changed, ErrandWaiting, ExportProgress])
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, env, fs, path::Path};

    use api::topics;
    use specta_typescript::Typescript;
    use tauri_specta::{ErrorHandlingMode, collect_commands};

    use super::*;

    fn generated() -> String {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("bindings.ts");
        let header = "// Generated from the commands of src-tauri: `cargo xtask bindings` writes it anew.\n";
        events()
            .commands(every_command!(collect_commands))
            .constant("topics", topics())
            .error_handling(ErrorHandlingMode::Result)
            .disable_serde_phases()
            .export(Typescript::default().header(header), &file)
            .unwrap();
        fs::read_to_string(file).unwrap()
    }

    #[test]
    fn the_committed_bindings_are_those_of_the_commands() {
        let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/api/bindings.ts");
        let generated = generated();
        if env::var_os("VIRTUS_WRITE_BINDINGS").is_some() {
            fs::write(&committed, &generated).unwrap();
        }
        let there = fs::read_to_string(&committed)
            .unwrap_or_default()
            .replace("\r\n", "\n");
        assert!(
            there == generated,
            "bindings.ts is stale: run `cargo xtask bindings`"
        );
    }

    #[test]
    fn every_command_says_which_topics_it_reads_or_makes_stale() {
        let bindings = generated();
        let commands: BTreeSet<&str> = bindings
            .lines()
            .filter(|line| line.contains("typedError<"))
            .filter_map(|line| line.trim().split_once(": (").map(|(name, _)| name))
            .collect();
        let table = topics();
        let told: BTreeSet<&str> = table.reads.keys().chain(table.writes.keys()).copied().collect();
        assert!(commands.len() > 40, "the bindings are read wrongly: {commands:?}");
        assert_eq!(told, commands);
        assert_eq!(
            table.reads.len() + table.writes.len(),
            told.len(),
            "a command reads or writes, not both"
        );
    }
}

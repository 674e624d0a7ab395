//! Topics: what reads are made of and what writes make stale, said once, here. The interface derives the refresh of
//! its caches from this table; a test in the shell compares it with the commands there are.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

/// Something a read is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// Whether the first run is done, and whose agenda it is.
    Session,
    /// How the agenda behaves.
    Settings,
    /// The key and the domain.
    VideoAccount,
    /// Types and reasons.
    Configuration,
    /// Weekly hours and exceptions.
    Availability,
    /// Calendars of others and the times they say.
    BusyFeeds,
    /// Clients.
    Clients,
    /// Appointments.
    Appointments,
    /// Video rooms.
    Rooms,
    /// Reminders.
    Reminders,
    /// Copies of the agenda.
    Backups,
    /// Whether Daily answers.
    Connection,
    /// How the program lives on this computer.
    Desktop,
    /// What the window shows until it is closed, and whether the system shows pop-ups.
    Notices,
}

/// Which topics each command reads or makes stale, by its name in the interface.
#[derive(Debug, Clone, Serialize, Type)]
pub struct Topics {
    /// What a read is made of.
    pub reads: BTreeMap<&'static str, &'static [Topic]>,
    /// What a write makes stale.
    pub writes: BTreeMap<&'static str, &'static [Topic]>,
}

use Topic::{
    Appointments, Availability, Backups, BusyFeeds, Clients, Configuration, Connection, Desktop, Notices,
    Reminders, Rooms, Session, Settings, VideoAccount,
};

const READS: &[(&str, &[Topic])] = &[
    ("getSession", &[Session]),
    ("getSettings", &[Settings]),
    ("getVideoAccount", &[VideoAccount]),
    ("getVideoOptions", &[VideoAccount, Session]),
    ("getConnection", &[Connection]),
    ("getOwedRooms", &[Rooms, Appointments, Clients]),
    ("getRoomPresence", &[Appointments, Rooms]),
    ("getAttendance", &[Appointments, Rooms]),
    ("getConfiguration", &[Configuration]),
    ("getAvailability", &[Availability]),
    ("getPublicHolidays", &[]),
    ("listBusyFeeds", &[BusyFeeds]),
    ("getBusyTimes", &[BusyFeeds]),
    ("listClients", &[Clients, Appointments]),
    ("getClientDuplicates", &[Clients, Appointments]),
    ("previewClientImport", &[Clients, Settings]),
    ("getClient", &[Clients, Appointments]),
    ("getClientAttendance", &[Clients, Appointments]),
    ("getProspect", &[Clients, Appointments, Configuration, Rooms]),
    ("getBackups", &[Backups]),
    ("getAvailableSlots", SLOTS),
    ("getAvailableSlotsForPeriod", SLOTS),
    ("isSlotAvailable", SLOTS),
    ("previewSeries", OCCURRENCES),
    ("checkOccurrences", OCCURRENCES),
    ("getCoachAppointments", ENTRIES),
    ("getClientAppointments", ENTRIES),
    ("getAppointmentsForDate", ENTRIES),
    ("getUpcomingAppointments", ENTRIES),
    ("findAppointments", ENTRIES),
    (
        "getAppointment",
        &[Appointments, Configuration, Clients, Rooms, Reminders],
    ),
    ("getDesktop", &[Desktop]),
    (
        "getNotices",
        &[Notices, Appointments, Clients, Configuration, Settings],
    ),
    ("getPopupStanding", &[Notices]),
    (
        "getAttention",
        &[
            Appointments,
            BusyFeeds,
            Configuration,
            Clients,
            Rooms,
            Settings,
            VideoAccount,
        ],
    ),
    (
        "getStatistics",
        &[Appointments, Availability, Clients, Configuration, Settings],
    ),
];

const SLOTS: &[Topic] = &[Appointments, Availability, BusyFeeds, Configuration, Settings];
/// As slots; and a conflict names who is met.
const OCCURRENCES: &[Topic] = &[
    Appointments,
    Availability,
    BusyFeeds,
    Clients,
    Configuration,
    Settings,
];
const ENTRIES: &[Topic] = &[Appointments, Configuration, Clients, Rooms];
const MEETING: &[Topic] = &[Appointments, Rooms, Reminders];

/// Another agenda is there.
const EVERYTHING: &[Topic] = &[
    Session,
    Settings,
    VideoAccount,
    Configuration,
    Availability,
    BusyFeeds,
    Clients,
    Appointments,
    Rooms,
    Reminders,
    Backups,
];

const WRITES: &[(&str, &[Topic])] = &[
    ("setUpCoach", EVERYTHING),
    ("updateSettings", &[Session, Settings, Reminders]),
    ("setApiKey", &[VideoAccount, Rooms]),
    ("removeApiKey", &[VideoAccount, Rooms]),
    ("createAppointmentType", &[Configuration]),
    ("updateAppointmentType", &[Configuration, Reminders]),
    ("deleteAppointmentType", &[Configuration]),
    ("reorderAppointmentTypes", &[Configuration]),
    ("createAppointmentReason", &[Configuration]),
    ("updateAppointmentReason", &[Configuration]),
    ("deleteAppointmentReason", &[Configuration]),
    ("reorderAppointmentReasons", &[Configuration]),
    ("replaceWeeklyHours", &[Availability]),
    ("createException", &[Availability]),
    ("updateException", &[Availability]),
    ("deleteException", &[Availability]),
    ("addBusyFeed", &[BusyFeeds]),
    ("addBusyFeedFile", &[BusyFeeds]),
    ("replaceBusyFeedFile", &[BusyFeeds]),
    ("updateBusyFeed", &[BusyFeeds]),
    ("refreshBusyFeed", &[BusyFeeds]),
    ("removeBusyFeed", &[BusyFeeds]),
    ("passOverUnreadFeeds", &[BusyFeeds]),
    ("createClient", &[Clients]),
    ("updateClient", &[Clients]),
    ("archiveClient", &[Clients]),
    // It reads a file and changes nothing in the agenda.
    ("chooseClientFile", &[]),
    ("importClients", &[Clients]),
    ("updateClientNotes", &[Clients]),
    ("tellClientsApart", &[Clients]),
    ("mergeClients", &[Clients, Appointments]),
    ("createClientFromProspect", &[Clients, Appointments]),
    // It writes files of its own and changes nothing in the agenda.
    ("exportClient", &[]),
    ("eraseClient", &[Clients, Appointments, Rooms, Reminders]),
    ("backupNow", &[Backups]),
    ("deleteBackup", &[Backups]),
    ("restoreBackup", EVERYTHING),
    ("replaceDamaged", EVERYTHING),
    ("createAppointment", MEETING),
    ("updateAppointment", MEETING),
    ("rescheduleAppointment", MEETING),
    ("cancelAppointment", MEETING),
    ("createSeries", MEETING),
    ("updateSeries", MEETING),
    ("rescheduleSeries", MEETING),
    ("cancelSeries", MEETING),
    ("completeAppointment", MEETING),
    ("markNoShow", MEETING),
    ("reopenAppointment", MEETING),
    ("retryRooms", &[Rooms]),
    ("setKeepInTray", &[Desktop]),
    ("setStartAtLogin", &[Desktop]),
    ("dismissNotice", &[Notices]),
    ("testPopup", &[Notices]),
    // Fetched once, shown at once.
    ("takeErrand", &[]),
    // These act outside the agenda and change nothing in it.
    ("setZoom", &[]),
    ("updateVideoOptions", &[VideoAccount, Rooms]),
    // Shows what the key and the plan allow.
    ("testVideoSetup", &[VideoAccount]),
    ("checkConnection", &[Connection]),
    // A plan may refuse something on the way in.
    ("joinMeeting", &[VideoAccount]),
    ("saveStatistics", &[]),
    ("exportAgenda", &[]),
    ("stopExport", &[]),
    ("forgetClientFile", &[]),
    ("getMeetingToken", &[]),
    ("draftClientLink", &[]),
];

/// The whole table.
pub fn topics() -> Topics {
    Topics {
        reads: READS.iter().copied().collect(),
        writes: WRITES.iter().copied().collect(),
    }
}

//! The store suite, on real SQLite files.

use store::Store;
use testkit::store_suite::{self, races};

macro_rules! suite {
    ($suite:ident: $($check:ident),+ $(,)?) => { $(
        #[tokio::test(flavor = "multi_thread")]
        async fn $check() {
            let folder = tempfile::tempdir().unwrap();
            let store = Store::open(&folder.path().join("agenda.db")).await.unwrap();
            $suite::$check(store).await;
        }
    )+ };
}

suite![store_suite:
    what_is_booked_is_there,
    scheduled_appointments_never_overlap,
    a_long_appointment_still_blocks_its_end,
    a_refused_booking_leaves_nothing,
    coaches_do_not_block_each_other,
    a_handle_reaches_one_agenda,
    cancelling_frees_and_is_final,
    reminders_move_with_their_appointment,
    a_reminder_is_claimed_once,
    an_interrupted_reminder_is_told,
    room_work_follows_its_goal,
    a_room_never_begun_is_forgotten,
    postponed_room_work_waits_and_says_why,
    what_is_used_is_archived,
    clients_are_found_and_counted,
];

suite![races:
    one_of_many_racing_writers_wins,
    bookings_and_moves_race_for_a_slot,
    a_time_set_free_is_given_once,
];

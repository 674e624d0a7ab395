//! The store suite, on real SQLite files.

use store::Store;
use testkit::store_suite::{
    appointments, busy, clients, erasing, isolation, labels, likeness, merging, prospects, races, reminders,
    rooms, series,
};

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

suite![appointments:
    what_is_booked_is_there,
    what_slots_are_cut_around_keeps_its_buffers,
    scheduled_appointments_never_overlap,
    a_long_appointment_still_blocks_its_end,
    a_refused_booking_leaves_nothing,
    cancelling_frees_and_is_final,
];

suite![busy:
    a_long_busy_time_is_found_from_its_middle,
    what_a_calendar_says_is_replaced_whole,
];

suite![isolation:
    coaches_do_not_block_each_other,
    no_read_tells_of_another_agenda,
    no_write_reaches_another_agenda,
];

suite![reminders:
    reminders_move_with_their_appointment,
    a_reminder_is_claimed_once,
    what_was_moved_since_it_was_read_is_claimed_by_nobody,
    an_interrupted_reminder_is_told,
    a_claim_of_the_future_is_given_up,
    a_slow_claim_tells_the_truth_at_last,
    changed_offsets_replan_what_is_ahead,
    a_types_own_offsets_count_before_the_coachs,
    what_comes_next_is_known,
];

suite![rooms:
    room_work_follows_its_goal,
    a_room_never_begun_is_forgotten,
    postponed_room_work_waits_and_says_why,
];

suite![labels:
    what_is_used_is_archived,
];

suite![clients:
    clients_are_found_and_counted,
    clients_are_found_by_address_and_number,
    clients_are_listed_as_they_are,
    clients_are_listed_in_each_order,
    a_clients_appointments_are_counted_by_how_they_ended,
    the_last_appointments_of_a_client_come_first,
    appointments_are_found_by_a_word,
];

suite![races:
    one_of_many_racing_writers_wins,
    bookings_and_moves_race_for_a_slot,
    a_time_set_free_is_given_once,
];

suite![series:
    a_series_is_booked_whole_or_not_at_all,
    appointments_that_move_together_may_take_each_others_places,
    a_move_of_several_that_is_refused_moves_none,
    several_are_cancelled_together_or_not_at_all,
];

suite![prospects:
    a_prospect_becomes_a_client_with_the_appointments_chosen,
    appointments_of_somebody_else_are_not_taken,
    a_client_with_the_address_gets_the_appointments,
];

suite![likeness:
    lookalikes_are_found_without_reading_everybody,
    of_many_lookalikes_some_are_told,
    what_is_shared_keeps_up_with_every_change,
    what_is_shared_changes_with_the_client,
    whoever_is_like_somebody_is_found,
];

suite![merging:
    merging_moves_every_appointment,
    two_people_are_told_apart_for_good,
    nothing_is_merged_when_a_note_was_added_meanwhile,
    another_coachs_clients_cannot_be_merged,
];

suite![erasing:
    what_tells_who_it_was_goes_and_the_numbers_stay,
    what_lies_ahead_is_called_off_and_its_room_wanted_away,
    nobody_erases_another_coachs_client,
];

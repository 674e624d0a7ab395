//! Announcements: a client booked or cancelled, a room is missing before its session. Told once each, and in quiet hours
//! at their end.

use agenda::{ClockFace, Delivery, delivery};
use chrono::{DateTime, TimeDelta, Utc};
use slots::Zone;
use store::{AnnouncementKind, DueAnnouncement, Settled};

use crate::{
    Notice, Notifier, Planner, Result,
    reminders::notice::{Shown, Told, pop_up},
    text::say,
};

/// How long before its session a room that could not be made yet is told: the coach can still ring, or send a link of
/// their own.
const ROOM_MISSING_BEFORE: TimeDelta = TimeDelta::minutes(30);

impl Planner {
    /// Tells everything there is to tell at `now`. Answers how many were settled, and when one waits for the end of the
    /// quiet hours.
    pub(crate) async fn announce(
        &self,
        notifier: &impl Notifier,
        now: DateTime<Utc>,
    ) -> Result<(usize, Option<DateTime<Utc>>)> {
        self.store
            .announce_missing_rooms(now, now + ROOM_MISSING_BEFORE)
            .await?;
        let (mut settled, mut next) = (0, None::<DateTime<Utc>>);
        for it in self.store.due_announcements(now).await? {
            match delivery((it.start, it.end), quiet_until(&it, now), now) {
                Delivery::Wait(until) => next = Some(next.map_or(until, |next| next.min(until))),
                how if self.store.claim_announcement(it.id).await? => {
                    let became = tell(notifier, &notice(&it, self.clock_face(it.language), now), how).await;
                    self.store.settle_announcement(it.id, became, now).await?;
                    settled += 1;
                }
                _ => {}
            }
        }
        Ok((settled, next))
    }
}

async fn tell(notifier: &impl Notifier, notice: &Notice, how: Delivery) -> Settled {
    match how {
        Delivery::Useless => Settled::Skipped("over"),
        Delivery::InWindow => match notifier.show_in_window(notice) {
            Ok(()) => Settled::InWindow("quiet_hours"),
            Err(_) => Settled::Failed("not_shown"),
        },
        Delivery::PopUp | Delivery::Wait(_) => match pop_up(notifier, notice).await {
            Shown::PoppedUp => Settled::Sent,
            Shown::InWindow => Settled::InWindow("in_window"),
            Shown::Nowhere => Settled::Failed("not_shown"),
        },
    }
}

fn quiet_until(it: &DueAnnouncement, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let zone = Zone::parse(&it.zone).ok()?;
    it.quiet_hours?.end_of(&zone, now)
}

fn notice(it: &DueAnnouncement, clock_face: ClockFace, now: DateTime<Utc>) -> Notice {
    let told = Told {
        appointment: it.appointment,
        start: it.start,
        end: it.end,
        kind: it.meeting,
        person: &it.person,
        type_name: &it.type_name,
        zone: &it.zone,
        language: it.language,
        clock_face,
        hide_names: it.hide_names,
    };
    let key = match (it.kind, it.hide_names) {
        (AnnouncementKind::Booked, false) => "client_booked",
        (AnnouncementKind::Booked, true) => "client_booked_hidden",
        (AnnouncementKind::Cancelled, false) => "client_cancelled",
        (AnnouncementKind::Cancelled, true) => "client_cancelled_hidden",
        (AnnouncementKind::RoomMissing, false) => "room_missing",
        (AnnouncementKind::RoomMissing, true) => "room_missing_hidden",
    };
    let mut body = told.line(now);
    if it.kind == AnnouncementKind::RoomMissing {
        body = format!("{body}\n{}", say(it.language, "room_missing_advice", &[]));
    }
    Notice {
        about: vec![it.appointment],
        title: say(it.language, key, &[("person", &it.person)]),
        body,
        join: None,
        open: say(it.language, "action_open", &[]),
        until: Some(it.end),
        reminds: false,
    }
}

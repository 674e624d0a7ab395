// Calendars of others: which count, how they are, and what is done with them.
import { ActionIcon, Button, Group, Text } from "@mantine/core";
import { IconCalendarPlus, IconFileImport, IconPencil, IconRefresh, IconTrash } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { asFailure } from "@/api/failure";
import {
  addBusyFeedFile,
  type BusyFeed,
  busyFeeds,
  passOverUnreadFeeds,
  refreshBusyFeed,
  removeBusyFeed,
  replaceBusyFeedFile,
} from "@/api/feeds";
import { Empty } from "@/components/empty";
import { tell, tellRefusal } from "@/components/notice";
import { m } from "@/paraglide/messages.js";
import { feedStateWords, troubleWords } from "@/text/feed";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { CalendarWindow } from "./calendar-window";
import { DeleteWindow } from "./delete-window";
import { Loaded } from "./loaded";
import { NewCalendarWindow } from "./new-calendar-window";
import { Section } from "./section";
import classes from "./settings.module.css";

export function Calendars() {
  const found = useQuery({ ...busyFeeds, refetchInterval: 60_000 });
  const [adding, setAdding] = useState(false);
  const fromFile = useMutation(addBusyFeedFile);
  const addFile = () =>
    fromFile.mutate([], {
      onSuccess: (added) => added && tell(m.feed_added({ name: added.name })),
      onError: tellFileTrouble,
    });
  return (
    <Section
      title={m.feeds_title()}
      hint={m.feeds_hint()}
      wide
      action={
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFileImport size={15} aria-hidden />}
            loading={fromFile.isPending}
            onClick={addFile}
          >
            {m.feed_add_file()}
          </Button>
          <Button size="xs" leftSection={<IconCalendarPlus size={15} aria-hidden />} onClick={() => setAdding(true)}>
            {m.feed_add()}
          </Button>
        </Group>
      }
    >
      <Loaded of={found}>
        {(feeds) =>
          feeds.length === 0 ? (
            <Empty icon={<IconCalendarPlus size={30} stroke={1.4} />} title={m.feeds_empty()}>
              {m.feeds_empty_hint()}
            </Empty>
          ) : (
            <ul className={classes.list} aria-label={m.feeds_title()}>
              {feeds.map((feed) => (
                <CalendarItem key={feed.id} feed={feed} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {adding && <NewCalendarWindow onClose={() => setAdding(false)} />}
    </Section>
  );
}

function tellFileTrouble(error: Error) {
  const { calendarTrouble } = asFailure(error);
  if (calendarTrouble) tellRefusal({ what: m.failure_calendar_not_read(), toDo: troubleWords(calendarTrouble) });
}

function CalendarItem({ feed }: { feed: BusyFeed }) {
  const words = useTimeWords(useToday());
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  const remove = useMutation(removeBusyFeed);
  const { id, name, host } = feed;
  return (
    <li className={classes.item}>
      <div className={classes.grow}>
        <Text fw={600}>
          {name}{" "}
          <Text span size="sm" c="dimmed" fw={400}>
            {host ?? m.feed_from_file()}
          </Text>
        </Text>
        <Text size="sm" c={feed.enabled && (feed.isStale || !feed.goodAt) ? "var(--warn)" : "dimmed"}>
          {feedStateWords(feed, words.moment)}
        </Text>
        <Notes feed={feed} />
      </div>
      <div className={classes.tools}>
        <Again feed={feed} />
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={m.edit_named({ name })}
          onClick={() => setEditing(true)}
        >
          <IconPencil size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={m.delete_named({ name })}
          onClick={() => setRemoving(true)}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </div>
      {editing && <CalendarWindow feed={feed} onClose={() => setEditing(false)} />}
      {removing && (
        <DeleteWindow
          title={m.feed_remove_title({ name })}
          text={m.feed_remove_text()}
          pending={remove.isPending}
          onDelete={() => remove.mutate([id], { onSettled: () => setRemoving(false) })}
          onClose={() => setRemoving(false)}
        />
      )}
    </li>
  );
}

/** What the coach should know of a calendar beside its state. */
function Notes({ feed }: { feed: BusyFeed }) {
  const pass = useMutation(passOverUnreadFeeds);
  return (
    <>
      {feed.enabled && feed.trouble && <Text size="sm">{troubleWords(feed.trouble)}</Text>}
      {feed.notUnderstood > 0 && (
        <Text size="sm" c="var(--warn)">
          {m.feed_not_understood({ count: feed.notUnderstood })}
        </Text>
      )}
      {feed.unknownZones.length > 0 && (
        <Text size="sm" c="var(--warn)">
          {m.feed_unknown_zones({ zones: feed.unknownZones.join(", ") })}
        </Text>
      )}
      {feed.enabled && !feed.allDayBlocks && (
        <Text size="sm" c="dimmed">
          {m.feed_all_day_free()}
        </Text>
      )}
      {feed.holdsUpBookings && feed.trouble && (
        <Button variant="default" size="compact-sm" mt={4} loading={pass.isPending} onClick={() => pass.mutate([])}>
          {m.unread_calendars_pass_over()}
        </Button>
      )}
    </>
  );
}

/** An address is read again, a file is chosen again. */
function Again({ feed: { id, name, kind, enabled } }: { feed: BusyFeed }) {
  const refresh = useMutation(refreshBusyFeed);
  const replace = useMutation(replaceBusyFeedFile);
  if (kind === "file") {
    const choose = () =>
      replace.mutate([id], {
        onSuccess: (read) => read && tell(m.feed_refreshed({ name })),
        onError: tellFileTrouble,
      });
    return (
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        loading={replace.isPending}
        aria-label={m.feed_replace_named({ name })}
        onClick={choose}
      >
        <IconFileImport size={16} aria-hidden />
      </ActionIcon>
    );
  }
  const now = () =>
    refresh.mutate([id], {
      onSuccess: ({ trouble }) =>
        trouble
          ? tellRefusal({ what: m.feed_not_refreshed({ name }), toDo: troubleWords(trouble) })
          : tell(m.feed_refreshed({ name })),
    });
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={30}
      disabled={!enabled}
      loading={refresh.isPending}
      aria-label={m.feed_refresh_named({ name })}
      onClick={now}
    >
      <IconRefresh size={16} aria-hidden />
    </ActionIcon>
  );
}

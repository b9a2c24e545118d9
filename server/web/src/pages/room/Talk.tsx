import { Button, Text } from "@mantine/core";
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Message, Zone } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { Empty, Failure, useNow, Waiting } from "@/parts/parts";
import { dayOf, dayWord } from "@/words/clock";
import { useWords } from "@/words/words";
import { Composer } from "./Composer";
import { Line } from "./Line";
import classes from "./room.module.css";
import { useReading, useTalk } from "./speaking";
import { continues, joined } from "./talk";

const NEAR = 80;

/** Keep the newest line in view while the reader is at the end, and the place while they read back. */
function useKeepPlace(newest: number | undefined, oldest: number | undefined) {
  const scroll = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const height = useRef(0);
  const last = useRef<number | undefined>(undefined);
  const [behind, setBehind] = useState(false);
  useLayoutEffect(() => {
    const box = scroll.current;
    if (box === null) return;
    const came = last.current !== undefined && newest !== last.current;
    last.current = newest;
    if (atEnd.current) box.scrollTop = box.scrollHeight;
    else if (came) setBehind(true);
    else box.scrollTop += box.scrollHeight - height.current;
    height.current = box.scrollHeight;
  }, [newest, oldest]);
  const onScroll = useCallback(() => {
    const box = scroll.current;
    if (box === null) return;
    atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
    height.current = box.scrollHeight;
    if (atEnd.current) setBehind(false);
  }, []);
  const toEnd = useCallback(() => {
    atEnd.current = true;
    scroll.current?.scrollTo({ top: scroll.current.scrollHeight });
    setBehind(false);
  }, []);
  return { scroll, onScroll, toEnd, behind };
}

/** The line above which everything was read when the zone was opened. */
function useUnreadFrom(zone: Zone, messages: readonly Message[]): number | null {
  const [unread] = useState(zone.unread);
  const [from, setFrom] = useState<number | null>(null);
  const first = messages[Math.max(0, messages.length - unread)];
  if (from === null && unread > 0 && first !== undefined) setFrom(first.id);
  return from;
}

export function Talk({ zone }: { zone: Zone }) {
  const { t } = useWords();
  const talk = useTalk(zone.id);
  const messages = useMemo(() => joined(talk.data?.pages ?? []), [talk.data]);
  const newest = messages.at(-1)?.id;
  const { scroll, onScroll, toEnd, behind } = useKeepPlace(newest, messages[0]?.id);
  const [reply, setReply] = useState<Message | null>(null);
  const unreadFrom = useUnreadFrom(zone, messages);
  useReading(zone.id, newest);
  if (talk.error !== null && talk.data === undefined) return <Failure error={talk.error} again={() => void talk.refetch()} />;
  return (
    <section className={classes.talk} aria-label={zone.name}>
      <div ref={scroll} onScroll={onScroll} className={classes.scroll} tabIndex={0} role="log" aria-label={t("room.log", { zone: zone.name })}>
        {talk.data === undefined && <Waiting />}
        {talk.hasNextPage && (
          <Button variant="subtle" size="compact-sm" loading={talk.isFetchingNextPage} onClick={() => void talk.fetchNextPage()}>
            {t("room.earlier")}
          </Button>
        )}
        {talk.data !== undefined && messages.length === 0 && <Empty title={t("room.empty")} text={t("room.empty_text")} />}
        {messages.map((message, place) => (
          <Placed key={message.id} zone={zone} message={message} before={messages[place - 1]} firstUnread={message.id === unreadFrom} reply={setReply} />
        ))}
      </div>
      {behind && (
        <Button className={classes.behind ?? ""} radius="xl" size="compact-md" onClick={toEnd}>
          {t("room.newer")}
        </Button>
      )}
      <Composer zone={zone} reply={reply} setReply={setReply} said={toEnd} />
    </section>
  );
}

interface PlacedProps {
  zone: Zone;
  message: Message;
  before: Message | undefined;
  firstUnread: boolean;
  reply: (message: Message) => void;
}

function Placed({ zone, message, before, firstUnread, reply }: PlacedProps) {
  const { t, language } = useWords();
  const { community } = usePlace();
  const now = useNow();
  const at = new Date(message.at);
  const newDay = before === undefined || dayOf(new Date(before.at), community.timezone) !== dayOf(at, community.timezone);
  return (
    <>
      {newDay && (
        <Text size="xs" c="dimmed" className={classes.day ?? ""}>
          {dayWord(at, now, language, community.timezone)}
        </Text>
      )}
      {firstUnread && <div className={classes.unread}>{t("room.unread_line")}</div>}
      <Line zone={zone} message={message} continued={!newDay && !firstUnread && continues(message, before)} reply={reply} />
    </>
  );
}

import { Button, Text } from "@mantine/core";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useSearch } from "wouter";
import type { Message, Zone } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { Begin } from "@/pages/begin/Begin";
import { placeOf } from "@/parts/CitedWords";
import { Failure, useNow, Waiting } from "@/parts/parts";
import { dayOf, dayWord } from "@/words/clock";
import { useWords } from "@/words/words";
import { useArriving, wanted } from "./arriving";
import { Composer } from "./Composer";
import { Line } from "./Line";
import classes from "./room.module.css";
import { pickable, sights } from "./heard";
import { HearingProvider, useMove, useThread, type Hearing } from "./hearing";
import { useReading, useTalk } from "./speaking";
import { continues, joined } from "./talk";
import { Moving, ThreadsBar, useDrawn, walkPicks } from "./Threads";

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

/** Go to a message that is on the page, and put the focus there. */
function goTo(id: number): void {
  const place = document.getElementById(placeOf(id));
  if (place === null) return;
  place.scrollIntoView({ block: "center" });
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

const NOBODY: ReadonlySet<number> = new Set();

/** Moving a message, and looking at one thread alone: at most one of them at a time. */
function useThreads(zone: Zone, messages: readonly Message[]) {
  const [drawn, draw] = useDrawn();
  const [only, setOnly] = useState<Message | null>(null);
  const [moved, setMoved] = useState<Message | null>(null);
  const left = useRef<number | null>(null);
  const moving = useMove(zone.id);
  useEffect(() => {
    if (only === null && moved === null && left.current !== null) goTo(left.current);
    left.current = only?.id ?? moved?.id ?? null;
  }, [only, moved]);
  const hearing: Hearing = {
    drawn: drawn || moved !== null,
    sights: useMemo(() => sights(messages), [messages]),
    open: setOnly,
    moved,
    targets: useMemo(() => (moved === null ? NOBODY : pickable(messages, moved)), [messages, moved]),
    move: setMoved,
    pick: (parent) => moved !== null && !moving.isPending && moving.mutate({ id: moved.id, parent }, { onSuccess: () => setMoved(null) }),
  };
  const back = () => setOnly(null);
  const leave = () => {
    left.current = null;
    setOnly(null);
  };
  return { hearing, drawn, draw, only, back, leave, moved, pending: moving.isPending };
}

export function Talk({ zone }: { zone: Zone }) {
  const { t } = useWords();
  const talk = useTalk(zone.id, wanted(useSearch()) !== null);
  const messages = useMemo(() => joined(talk.data?.pages ?? []), [talk.data]);
  const newest = messages.at(-1)?.id;
  const { scroll, onScroll, toEnd, behind } = useKeepPlace(newest, messages[0]?.id);
  const [reply, setReply] = useState<Message | null>(null);
  const unreadFrom = useUnreadFrom(zone, messages);
  const { hearing, drawn, draw, only, back, leave, moved, pending } = useThreads(zone, messages);
  useReading(zone.id, newest);
  useArriving({ messages, more: talk.hasNextPage, busy: talk.isFetchingNextPage, earlier: () => void talk.fetchNextPage(), go: goTo, reply: setReply });
  if (talk.error !== null && talk.data === undefined) return <Failure error={talk.error} again={() => void talk.refetch()} />;
  const leaveToEnd = () => {
    toEnd();
    leave();
  };
  if (only !== null) {
    return (
      <section className={classes.talk} aria-label={zone.name}>
        <Alone key={only.id} zone={zone} of={only} drawn={drawn} draw={draw} hearing={hearing} back={back} reply={setReply} />
        <Composer zone={zone} reply={reply} setReply={setReply} said={leaveToEnd} />
      </section>
    );
  }
  return (
    <section className={classes.talk} aria-label={zone.name}>
      <ThreadsBar drawn={drawn} draw={draw} alone={null} back={back} />
      <HearingProvider value={hearing}>
        <div ref={scroll} onScroll={onScroll} onKeyDown={walkPicks} className={classes.scroll} tabIndex={0} role="log" aria-label={t("room.log", { zone: zone.name })}>
          <Log zone={zone} talk={talk} messages={messages} unreadFrom={unreadFrom} reply={setReply} />
        </div>
        {moved !== null && <Moving moved={moved} pending={pending} />}
      </HearingProvider>
      {behind && moved === null && (
        <Button className={classes.behind ?? ""} radius="xl" size="compact-md" onClick={toEnd}>
          {t("room.newer")}
        </Button>
      )}
      <Composer zone={zone} reply={reply} setReply={setReply} said={toEnd} />
    </section>
  );
}

interface LogProps {
  zone: Zone;
  talk: ReturnType<typeof useTalk>;
  messages: readonly Message[];
  unreadFrom: number | null;
  reply: (message: Message) => void;
}

function Log({ zone, talk, messages, unreadFrom, reply }: LogProps) {
  const { t } = useWords();
  return (
    <>
      {talk.data === undefined && <Waiting />}
      {talk.hasNextPage && (
        <Button variant="subtle" size="compact-sm" loading={talk.isFetchingNextPage} onClick={() => void talk.fetchNextPage()}>
          {t("room.earlier")}
        </Button>
      )}
      {talk.data !== undefined && messages.length === 0 && <Begin />}
      {messages.map((message, place) => (
        <Placed key={message.id} zone={zone} message={message} before={messages[place - 1]} firstUnread={message.id === unreadFrom} reply={reply} />
      ))}
    </>
  );
}

interface AloneProps {
  zone: Zone;
  of: Message;
  drawn: boolean;
  draw: (drawn: boolean) => void;
  hearing: Hearing;
  back: () => void;
  reply: (message: Message) => void;
}

/** One thread and nothing else. */
function Alone({ zone, of, drawn, draw, hearing, back, reply }: AloneProps) {
  const { t } = useWords();
  const thread = useThread(zone.id, of.id);
  const messages = useMemo(() => thread.data?.messages ?? [], [thread.data]);
  const inside = useMemo(() => sights(messages), [messages]);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  useEffect(() => {
    document.getElementById(placeOf(of.id))?.scrollIntoView({ block: "center" });
  }, [of.id, thread.isSuccess]);
  return (
    <>
      <ThreadsBar drawn={drawn} draw={draw} alone={{ count: thread.data?.messages.length ?? null, more: thread.data?.more ?? false }} back={back} />
      <HearingProvider value={{ ...hearing, sights: inside, open: null }}>
        <div ref={box} className={classes.scroll} tabIndex={0} role="log" aria-label={t("room.only_thread")}>
          {thread.error !== null && thread.data === undefined && <Failure error={thread.error} again={() => void thread.refetch()} />}
          {thread.isPending && <Waiting />}
          {messages.map((message, place) => (
            <Placed key={message.id} zone={zone} message={message} before={messages[place - 1]} firstUnread={false} reply={reply} />
          ))}
        </div>
      </HearingProvider>
    </>
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

import { ActionIcon, Badge, Button, Group, Menu, Stack, Text, Textarea } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import type { Message, Zone } from "@/api/shapes";
import { mayOpen } from "@/app/pages";
import { usePlace } from "@/app/session";
import { CitedWords, placeOf } from "@/parts/CitedWords";
import { searchFor } from "@/pages/quiet/looks";
import { Icon } from "@/parts/icons";
import { hourOf } from "@/words/clock";
import { afterEditing, forEditing } from "@/words/marks";
import { useWords } from "@/words/words";
import { useHearing } from "./hearing";
import { Marks } from "./Marks";
import { useOneStop } from "./oneStop";
import { Removed } from "./Removed";
import classes from "./room.module.css";
import { Answered, Pick, ThreadActions, useStance } from "./Threads";
import { useDistil, useReact, useRecall, useReword } from "./speaking";

const FACES = ["👍", "❤️", "👏", "💡", "🙋", "😂"] as const;

interface LineProps {
  zone: Zone;
  message: Message;
  continued: boolean;
  reply: (message: Message) => void;
}

/** One message: who said it, what it answers, its words and its reactions. */
export function Line({ zone, message, continued, reply }: LineProps) {
  const { t } = useWords();
  const { community } = usePlace();
  const { moved } = useHearing();
  const stance = useStance(message);
  const stop = useOneStop();
  const [editing, setEditing] = useState(false);
  const [open, setOpen] = useState(false);
  const mine = message.author?.id === community.member_id;
  if (message.recalled) return <Removed zone={zone} message={message} />;
  if (message.kind === "system") return <Aside text={message.text} />;
  return (
    <div className={classes.line} data-continued={continued} data-private={message.private} data-simmer={message.by_simmer} data-open={open} {...stance} {...stop} id={placeOf(message.id)} onPointerUp={(event) => event.pointerType === "touch" && moved === null && setOpen(!open)}>
      {!continued && <Speaker message={message} />}
      <Answered message={message}>
        <Quote of={message.reply_to} />
      </Answered>
      {editing ? (
        <Rewording zone={zone} message={message} close={() => setEditing(false)} />
      ) : (
        <CitedWords text={message.text} cited={message.cited}>
          {message.edited && (
            <Text span size="xs" c="dimmed" ml={6}>
              {t("room.edited")}
            </Text>
          )}
        </CitedWords>
      )}
      <Faces zone={zone} message={message} />
      <Marks zone={zone} message={message} />
      <Pick message={message} />
      {!editing && moved === null && <LineActions zone={zone} message={message} mine={mine} reply={() => reply(message)} edit={() => setEditing(true)} />}
    </div>
  );
}

function Aside({ text }: { text: string }) {
  return (
    <Text size="sm" c="dimmed" className={classes.recalled ?? ""}>
      {text}
    </Text>
  );
}

function Quote({ of }: { of: Message["reply_to"] }) {
  if (of === null) return null;
  return (
    <Text size="sm" c="dimmed" className={classes.quote ?? ""} lineClamp={1}>
      {of.author ?? "Simmer"}: {of.text}
    </Text>
  );
}

/** What a machine said or drafted says so, whoever posted it. */
function Origin({ message }: { message: Message }) {
  const { t } = useWords();
  if (message.by_simmer) {
    return (
      <Badge size="sm" variant="light" tt="none">
        {message.approved_by === null ? t("room.machine") : t("room.machine_approved", { name: message.approved_by })}
      </Badge>
    );
  }
  if (!message.drafted) return null;
  return (
    <Badge size="sm" variant="outline" color="gray" tt="none">
      {t("room.drafted")}
    </Badge>
  );
}

function Speaker({ message }: { message: Message }) {
  const { t, named, language } = useWords();
  const { community } = usePlace();
  const role = message.author?.role;
  return (
    <Group gap={8} align="baseline">
      <Text fw={600} size="sm">
        {message.by_simmer ? t("word.simmer_speaker") : (message.author?.name ?? t("word.system"))}
      </Text>
      <Origin message={message} />
      {!message.by_simmer && role !== undefined && role !== "member" && role !== "active_member" && (
        <Text size="xs" c="dimmed">
          {named("role", role)}
        </Text>
      )}
      {message.private && (
        <Badge size="sm" variant="outline" color="gray" tt="none" leftSection={<Icon name="lock" size={12} />}>
          {t("room.private")}
        </Badge>
      )}
      <Text size="xs" c="dimmed">
        <time dateTime={message.at}>{hourOf(new Date(message.at), language, community.timezone)}</time>
      </Text>
    </Group>
  );
}

function Faces({ zone, message }: { zone: Zone; message: Message }) {
  const { t } = useWords();
  const react = useReact(zone.id);
  if (message.reactions.length === 0) return null;
  return (
    <Group gap={6} mt={4}>
      {message.reactions.map(({ emoji, count, mine }) => (
        <Button
          key={emoji}
          size="compact-xs"
          radius="xl"
          variant={mine ? "light" : "default"}
          aria-pressed={mine}
          aria-label={t("room.reacted", { emoji, count })}
          onClick={() => react.mutate({ id: message.id, emoji, mine })}
        >
          {emoji} {count}
        </Button>
      ))}
    </Group>
  );
}

interface LineActionsProps {
  zone: Zone;
  message: Message;
  mine: boolean;
  reply: () => void;
  edit: () => void;
}

function LineActions({ zone, message, mine, reply, edit }: LineActionsProps) {
  const { t } = useWords();
  const react = useReact(zone.id);
  const recall = useRecall(zone.id);
  const { community } = usePlace();
  const distil = useDistil();
  const cares = mayOpen(community.role, "questions");
  const keeps = community.role === "owner" || community.role === "facilitator";
  const own = message.reactions.filter((reaction) => reaction.mine).map((reaction) => reaction.emoji);
  const name = message.author?.name ?? "Simmer";
  return (
    <div className={classes.actions} role="toolbar" aria-label={t("room.actions", { name })}>
      <ActionIcon data-first-stop variant="subtle" color="gray" onClick={reply} aria-label={t("room.reply_to", { name })}>
        <Icon name="reply" size={17} />
      </ActionIcon>
      <Menu position="top-end" width="auto">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t("room.react_to", { name })}>
            <Icon name="face" size={17} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Group gap={2} wrap="nowrap">
            {FACES.map((emoji) => (
              <Menu.Item key={emoji} px={8} fz={20} w="auto" onClick={() => react.mutate({ id: message.id, emoji, mine: own.includes(emoji) })}>
                {emoji}
              </Menu.Item>
            ))}
          </Group>
        </Menu.Dropdown>
      </Menu>
      <ThreadActions message={message} mine={mine} />
      {mine && (
        <ActionIcon variant="subtle" color="gray" onClick={edit} aria-label={t("room.edit")}>
          <Icon name="edit" size={17} />
        </ActionIcon>
      )}
      {cares && (
        <ActionIcon variant="subtle" color="gray" onClick={() => distil.mutate(message.id)} loading={distil.isPending} aria-label={t("room.distil")} title={t("room.distil")}>
          <Icon name="library" size={17} />
        </ActionIcon>
      )}
      <WhyHere zone={zone} message={message} />
      {(mine || keeps) && (
        <ActionIcon
          variant="subtle"
          color="gray"
          onClick={() => recall.mutate(message.id)}
          loading={recall.isPending}
          aria-label={mine ? t("room.recall") : t("room.recall_other", { name })}
        >
          <Icon name="recall" size={17} />
        </ActionIcon>
      )}
    </div>
  );
}

const HEARD_AFTER = 60_000;

/** The way to the look that heard a message: a look follows within the minute. */
function WhyHere({ zone, message }: { zone: Zone; message: Message }) {
  const { t } = useWords();
  const { community } = usePlace();
  if (!mayOpen(community.role, "quiet") || message.private) return null;
  const at = new Date(Date.parse(message.at) + HEARD_AFTER).toISOString();
  return (
    <ActionIcon
      component={Link}
      href={`/c/${community.slug}/quiet?${searchFor({ zone: zone.id, at })}`}
      variant="subtle"
      color="gray"
      aria-label={t("quiet.why_here")}
      title={t("quiet.why_here")}
    >
      <Icon name="quiet" size={17} />
    </ActionIcon>
  );
}

function Rewording({ zone, message, close }: { zone: Zone; message: Message; close: () => void }) {
  const { t } = useWords();
  const [text, setText] = useState(() => forEditing(message.text, message.cited));
  const reword = useReword(zone.id);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const send = () => reword.mutate({ id: message.id, text: afterEditing(text.trim(), message.text, message.cited) }, { onSuccess: close });
  return (
    <Stack gap={6} data-own-stops>
      <Textarea
        aria-label={t("room.edit")}
        autosize
        minRows={1}
        maxRows={10}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") close();
        }}
        ref={field}
      />
      <Group gap="xs">
        <Button size="compact-sm" onClick={send} loading={reword.isPending} disabled={text.trim() === ""}>
          {t("act.save")}
        </Button>
        <Button size="compact-sm" variant="default" onClick={close}>
          {t("act.cancel")}
        </Button>
      </Group>
    </Stack>
  );
}

import { Badge, Button, Group, NativeSelect, Text, TextInput } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { Link } from "wouter";
import type { Obligation, Staff } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { Moment, useNow } from "@/parts/parts";
import { useWords } from "@/words/words";
import { countdown } from "./countdown";
import classes from "./duty.module.css";
import { useExcuse, useHandOver } from "./owing";

/** Until when it may stand; running, in words, and not by colour alone. */
export function Due({ at }: { at: string }) {
  const { t, language } = useWords();
  const { community } = usePlace();
  const now = useNow();
  const { over, key, facts } = countdown(new Date(at), now);
  return (
    <time dateTime={at} title={new Date(at).toLocaleString(language, { timeZone: community.timezone })} className={classes.due} data-over={over}>
      {t(key, facts)}
    </time>
  );
}

type Tray = "excuse" | "hand" | null;

interface DebtProps {
  debt: Obligation;
  staff: readonly Staff[];
  /** Where a draft for the same words can be taken in hand. */
  draft?: (() => void) | undefined;
}

/** One debt: its clock, its words, who has it, and what can be done about it. */
export function Debt({ debt, staff, draft }: DebtProps) {
  const { t } = useWords();
  const { community } = usePlace();
  const [tray, setTray] = useState<Tray>(null);
  const room = `/c/${community.slug}/room/${encodeURIComponent(debt.zone.key)}`;
  const toggle = (wanted: Tray) => setTray(tray === wanted ? null : wanted);
  return (
    <li className={classes.debt}>
      <div className={classes.line}>
        <Due at={debt.due_at} />
        <Badge tt="none" variant="light" color="gray">
          {t(`owed.kind.${debt.kind}`)}
        </Badge>
        <Text size="sm" c="dimmed">
          <Owner debt={debt} /> · {debt.zone.name} · <Moment at={debt.said_at} />
        </Text>
      </div>
      <Link href={`${room}?at=${debt.message_id}`} className={classes.words}>
        <b>{debt.author ?? t("owed.somebody")}</b> {debt.text}
      </Link>
      {debt.unsure && (
        <Text size="sm" c="dimmed">
          {t("owed.unsure")}
        </Text>
      )}
      <Group gap="xs">
        {draft !== undefined && (
          <Button size="compact-sm" onClick={draft}>
            {t("owed.use_draft")}
          </Button>
        )}
        <Button size="compact-sm" variant={draft === undefined ? "filled" : "default"} component={Link} href={`${room}?reply=${debt.message_id}`}>
          {t("owed.answer")}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => toggle("excuse")} aria-expanded={tray === "excuse"}>
          {t("owed.excuse")}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => toggle("hand")} aria-expanded={tray === "hand"}>
          {t("owed.hand")}
        </Button>
      </Group>
      {tray === "excuse" && <Excuse debt={debt} close={() => setTray(null)} />}
      {tray === "hand" && <Hand debt={debt} staff={staff} close={() => setTray(null)} />}
    </li>
  );
}

function Owner({ debt }: { debt: Obligation }): ReactNode {
  const { t } = useWords();
  const { community } = usePlace();
  if (debt.owner === null) return t("owed.nobodys");
  const name = debt.owner.id === community.member_id ? t("owed.yours") : debt.owner.name;
  return debt.escalated_at === null ? name : t("owed.escalated", { name });
}

const reasons = ["offline", "not_needed", "answered"] as const;

function Excuse({ debt, close }: { debt: Obligation; close: () => void }) {
  const { t } = useWords();
  const [reason, setReason] = useState("");
  const excuse = useExcuse(debt);
  const send = (words: string) => {
    if (words.trim() !== "" && !excuse.isPending) excuse.mutate(words.trim(), { onSuccess: close });
  };
  return (
    <form
      className={classes.tray}
      onSubmit={(event) => {
        event.preventDefault();
        send(reason);
      }}
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <Group gap={6}>
        {reasons.map((one) => (
          <Button key={one} size="compact-sm" variant="light" type="button" onClick={() => send(t(`owed.because_${one}`))}>
            {t(`owed.because_${one}`)}
          </Button>
        ))}
      </Group>
      <TextInput data-autofocus autoFocus label={t("owed.why")} maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <Group gap="xs">
        <Button size="compact-md" type="submit" disabled={reason.trim() === ""} loading={excuse.isPending}>
          {t("owed.excuse_now")}
        </Button>
        <Button size="compact-md" variant="subtle" color="gray" c="dimmed" type="button" onClick={close}>
          {t("act.cancel")}
        </Button>
      </Group>
    </form>
  );
}

function Hand({ debt, staff, close }: { debt: Obligation; staff: readonly Staff[]; close: () => void }) {
  const { t } = useWords();
  const others = staff.filter((one) => one.id !== debt.owner?.id);
  const [to, setTo] = useState(String(others[0]?.id ?? ""));
  const hand = useHandOver(debt);
  if (others.length === 0) return <Text size="sm">{t("owed.nobody_else")}</Text>;
  return (
    <form
      className={classes.tray}
      onSubmit={(event) => {
        event.preventDefault();
        hand.mutate(Number(to), { onSuccess: close });
      }}
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <Whom label={t("owed.hand_to")} staff={others} value={to} choose={setTo} />
      <Button size="compact-md" type="submit" loading={hand.isPending}>
        {t("owed.hand_now")}
      </Button>
    </form>
  );
}

export function Whom({ label, staff, value, choose }: { label: string; staff: readonly Staff[]; value: string; choose: (id: string) => void }) {
  const { t, named } = useWords();
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => choose(event.currentTarget.value)}
      data={staff.map((one) => ({
        value: String(one.id),
        label: `${one.name} · ${named("role", one.role)}${one.away ? ` · ${t("duty.away")}` : ""}`,
      }))}
    />
  );
}

import { Button, CloseButton, Group, NativeSelect, Paper, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Help, Message, Scaffold, Zone } from "@/api/shapes";
import { Failure, Waiting } from "@/parts/parts";
import { useWords } from "@/words/words";
import classes from "./room.module.css";
import { useHelp, useScaffolds } from "./speaking";

interface HelpSayProps {
  zone: Zone;
  text: string;
  reply: Message | null;
  close: () => void;
  take: (draft: string) => void;
}

/** A scaffold with a worked example, the person's own words put in, and what is still missing. */
export function HelpSay({ zone, text, reply, close, take }: HelpSayProps) {
  const { t } = useWords();
  const scaffolds = useScaffolds(true);
  const help = useHelp(zone.id);
  const [own, setOwn] = useState(text);
  const [all, setAll] = useState(false);
  const ask = (scaffold: string | null) => help.mutate({ text: own, scaffold, reply_to: reply?.id ?? null });
  const { mutate } = help;
  useEffect(() => {
    mutate({ text, scaffold: null, reply_to: reply?.id ?? null });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- asked once, with what was written so far
  }, []);
  return (
    <Paper withBorder className={classes.help} role="region" aria-label={t("help.title")}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Text ff="heading" fw={600}>
            {t("help.title")}
          </Text>
          <CloseButton aria-label={t("act.close")} onClick={close} />
        </Group>
        <Text size="sm" c="dimmed">
          {t("help.note")}
        </Text>
        <Group align="flex-end" gap="xs">
          <TextInput
            label={t("help.own")}
            placeholder={t("help.own_example")}
            style={{ flex: "1 1 14rem" }}
            value={own}
            onChange={(event) => setOwn(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape") close();
              if (event.key === "Enter" && !event.nativeEvent.isComposing) ask(help.data?.scaffold ?? null);
            }}
          />
          <Button variant="default" loading={help.isPending} onClick={() => ask(help.data?.scaffold ?? null)}>
            {t("help.arrange")}
          </Button>
        </Group>
        {help.error !== null && <Failure error={help.error} />}
        {help.data === undefined && help.isPending && <Waiting />}
        {help.data !== undefined && (
          <Framed
            key={help.data.draft}
            help={help.data}
            scaffolds={scaffolds.data ?? []}
            all={all}
            showAll={() => setAll(true)}
            choose={ask}
            take={take}
          />
        )}
      </Stack>
    </Paper>
  );
}

interface FramedProps {
  help: Help;
  scaffolds: readonly Scaffold[];
  all: boolean;
  showAll: () => void;
  choose: (scaffold: string) => void;
  take: (draft: string) => void;
}

function Framed({ help, scaffolds, all, showAll, choose, take }: FramedProps) {
  const { t } = useWords();
  const [draft, setDraft] = useState(help.draft);
  const frame = scaffolds.find((one) => one.id === help.scaffold);
  const shown = all ? scaffolds : scaffolds.filter((one) => one.level === 1 || one.id === help.scaffold);
  const blank = (value: string | null) => value === null || value === "";
  const missing = help.slots.filter((slot) => blank(slot.value) && help.draft.includes(slot.label));
  return (
    <Stack gap="sm">
      {scaffolds.length > 0 && (
        <Group align="flex-end" gap="xs">
          <NativeSelect
            label={t("help.frame")}
            style={{ flex: "1 1 14rem" }}
            value={help.scaffold}
            data={shown.map((one) => ({ value: one.id, label: `${one.title} · ${one.acronym}` }))}
            onChange={(event) => choose(event.currentTarget.value)}
          />
          {!all && (
            <Button variant="subtle" onClick={showAll}>
              {t("help.more")}
            </Button>
          )}
        </Group>
      )}
      <div className={classes.example}>
        <Text size="sm" c="dimmed">
          {t("help.example")}
        </Text>
        <div className="words">{help.example}</div>
      </div>
      <Textarea label={t("help.draft")} autosize minRows={3} maxRows={10} value={draft} onChange={(event) => setDraft(event.currentTarget.value)} />
      {missing.length > 0 && (
        <div>
          <Text size="sm">{t("help.missing")}</Text>
          <ul className={classes.missing}>
            {missing.map((slot) => (
              <li key={slot.key}>
                {slot.label}
                <Text span size="sm" c="dimmed">
                  {" "}
                  {frame?.slots.find((one) => one.key === slot.key)?.hint}
                </Text>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Group>
        <Button onClick={() => take(draft)}>{t("help.take")}</Button>
        <Text size="sm" c="dimmed">
          {t("help.yours")}
        </Text>
      </Group>
    </Stack>
  );
}

import { Anchor, Badge, Button, Collapse, Group, NativeSelect, Paper, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useId, useState, type SubmitEvent } from "react";
import { Link } from "wouter";
import type { Pain } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { Moment } from "@/parts/parts";
import { useWords } from "@/words/words";
import type { Deciding } from "./paining";
import classes from "./pains.module.css";

export type Tray = "merge" | "reword";

interface CardProps {
  pain: Pain;
  others: readonly Pain[];
  inHand: boolean;
  take: () => void;
  tray: Tray | null;
  open: (tray: Tray | null) => void;
  deciding: Deciding | null;
}

export function PainCard(props: CardProps) {
  const { t } = useWords();
  const { pain, inHand, take, deciding } = props;
  return (
    <Paper withBorder p="md" component="li" className={classes.card} data-hand={inHand} data-pinned={pain.state === "pinned"} tabIndex={-1} onFocus={take}>
      <Text className="words" fw={600} fz="1.05rem">
        {pain.words}
      </Text>
      {pain.words !== pain.found_words && (
        <Text size="sm" c="dimmed" className="words" mt={4}>
          {t("pains.own_words")} {pain.found_words}
        </Text>
      )}
      <Counts pain={pain} />
      <Told pain={pain} />
      {deciding !== null && <Acts {...props} deciding={deciding} />}
    </Paper>
  );
}

function Counts({ pain }: { pain: Pain }) {
  const { t } = useWords();
  return (
    <Group gap="xs" mt={6}>
      {pain.state === "pinned" && (
        <Badge variant="light" tt="none">
          {t("pains.pinned")}
        </Badge>
      )}
      <Text size="sm">{t("pains.people", { count: pain.people })}</Text>
      {pain.silent > 0 && <Text size="sm">{t("pains.silent", { count: pain.silent })}</Text>}
      {pain.taps > 0 && <Text size="sm">{t("pains.taps", { count: pain.taps })}</Text>}
      {pain.merged.length > 0 && (
        <Text size="sm" c="dimmed">
          {t("pains.merged", { count: pain.merged.length })}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {t("pains.last")} <Moment at={pain.last_at} />
      </Text>
    </Group>
  );
}

function Told({ pain }: { pain: Pain }) {
  const { t } = useWords();
  const { community } = usePlace();
  const [open, { toggle }] = useDisclosure(false);
  const id = useId();
  if (pain.messages.length === 0) {
    return (
      <Text size="sm" c="dimmed" mt={6}>
        {t("pains.counted_only")}
      </Text>
    );
  }
  return (
    <>
      <Button size="compact-sm" variant="subtle" color="gray" mt={6} ml={-8} onClick={toggle} aria-expanded={open} aria-controls={id}>
        {open ? t("pains.hide") : t("pains.show", { count: pain.messages.length })}
      </Button>
      <Collapse expanded={open} id={id}>
        <Stack gap="xs" mt={6} className={classes.said}>
          {pain.messages.map((said) => (
            <div key={said.message_id}>
              <Text size="xs" c="dimmed">
                {said.name} · <Moment at={said.at} /> ·{" "}
                <Anchor component={Link} size="xs" href={`/c/${community.slug}/room/${encodeURIComponent(said.zone)}?at=${said.message_id}`}>
                  {t("pains.go")}
                </Anchor>
              </Text>
              <Text size="sm" className="words">
                {said.text}
              </Text>
            </div>
          ))}
        </Stack>
      </Collapse>
    </>
  );
}

function Acts({ pain, others, tray, open, deciding }: CardProps & { deciding: Deciding }) {
  const { t } = useWords();
  const { ask, decide, pending } = deciding;
  const pinned = pain.state === "pinned";
  return (
    <Stack gap="xs" mt="sm">
      <Group gap="xs">
        <Button size="compact-sm" variant="light" disabled={pending} onClick={() => ask(pain)}>
          {t("pains.ask")}
        </Button>
        <Button size="compact-sm" variant="default" disabled={pending} onClick={() => decide(pain, { decision: pinned ? "unpin" : "pin" })}>
          {t(pinned ? "pains.unpin" : "pains.pin")}
        </Button>
        <Button size="compact-sm" variant="default" disabled={pending || others.length === 0} aria-expanded={tray === "merge"} onClick={() => open(tray === "merge" ? null : "merge")}>
          {t("pains.merge")}
        </Button>
        <Button size="compact-sm" variant="default" disabled={pending} aria-expanded={tray === "reword"} onClick={() => open(tray === "reword" ? null : "reword")}>
          {t("pains.reword")}
        </Button>
        <Button size="compact-sm" variant="default" disabled={pending} onClick={() => decide(pain, { decision: "dismiss" })}>
          {t("pains.dismiss")}
        </Button>
      </Group>
      {tray === "merge" && others.length > 0 && <MergeTray pain={pain} others={others} deciding={deciding} close={() => open(null)} />}
      {tray === "reword" && <RewordTray pain={pain} deciding={deciding} close={() => open(null)} />}
    </Stack>
  );
}

interface TrayProps {
  pain: Pain;
  deciding: Deciding;
  close: () => void;
}

function MergeTray({ pain, others, deciding, close }: TrayProps & { others: readonly Pain[] }) {
  const { t } = useWords();
  const choices = [{ value: "", label: t("pains.merge_choose") }, ...others.map((one) => ({ value: String(one.id), label: one.words.slice(0, 60) }))];
  return (
    <NativeSelect
      label={t("pains.merge_into")}
      data={choices}
      defaultValue=""
      autoFocus
      onKeyDown={(event) => event.key === "Escape" && close()}
      onChange={(event) => {
        const into = Number(event.currentTarget.value);
        if (into === 0) return;
        deciding.decide(pain, { decision: "merge", into });
        close();
      }}
    />
  );
}

function RewordTray({ pain, deciding, close }: TrayProps) {
  const { t } = useWords();
  const [words, setWords] = useState(pain.words);
  const keep = (event: SubmitEvent) => {
    event.preventDefault();
    deciding.decide(pain, { decision: "reword", words: words.trim() === pain.found_words ? "" : words });
    close();
  };
  return (
    <form onSubmit={keep}>
      <Group gap="xs" align="flex-end">
        <TextInput className={classes.field ?? ""} label={t("pains.reword_label")} value={words} maxLength={300} autoFocus onChange={(event) => setWords(event.currentTarget.value)} onKeyDown={(event) => event.key === "Escape" && close()} />
        <Button type="submit" variant="light">
          {t("act.save")}
        </Button>
        <Button variant="subtle" color="gray" onClick={close}>
          {t("act.cancel")}
        </Button>
      </Group>
    </form>
  );
}

/** What was put away or merged, with the way back. */
export function AwayCard({ pain, deciding }: { pain: Pain; deciding: Deciding | null }) {
  const { t } = useWords();
  return (
    <Paper withBorder px="md" py="xs" component="li">
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed" className={`words ${classes.field ?? ""}`}>
          {pain.words} · {t(pain.state === "merged" ? "pains.state_merged" : "pains.state_dismissed")}
        </Text>
        {deciding !== null && (
          <Button size="compact-sm" variant="subtle" disabled={deciding.pending} onClick={() => deciding.decide(pain, { decision: "reopen" })}>
            {t("pains.back")}
          </Button>
        )}
      </Group>
    </Paper>
  );
}

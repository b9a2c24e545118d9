import { Alert, Button, Group, Paper, Stack, Text, Textarea } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { Claim, RunningRound } from "@/api/shapes";
import { useWords } from "@/words/words";
import { byMessage, stretches } from "./spans";
import classes from "./round.module.css";

interface DecidingProps {
  busy: boolean;
  settle: (outcome: "agreed" | "dropped" | "parked") => void;
  reword: () => void;
  back: (() => void) | null;
}

export function Deciding({ busy, settle, reword, back }: DecidingProps) {
  const { t } = useWords();
  return (
    <Group gap="sm" className={classes.buttons ?? ""}>
      <Button size="lg" loading={busy} onClick={() => settle("agreed")}>
        {t("round.agreed")}
      </Button>
      <Button size="lg" variant="default" onClick={reword}>
        {t("round.reword")}
      </Button>
      <Button size="lg" variant="default" onClick={() => settle("dropped")}>
        {t("round.drop")}
      </Button>
      <Button size="lg" variant="default" onClick={() => settle("parked")}>
        {t("round.park")}
      </Button>
      <Back back={back} />
    </Group>
  );
}

/** A claim that was decided beside the round, or is gone: nothing is left to do but go on. */
export function Passed({ claim, busy, on, back }: { claim: Claim | null; busy: boolean; on: () => void; back: (() => void) | null }) {
  const { t, named } = useWords();
  return (
    <Group gap="sm" className={classes.buttons ?? ""}>
      {claim !== null && <Text>{t("round.decided", { state: named("state", claim.state) })}</Text>}
      <Button size="lg" loading={busy} onClick={on}>
        {t("round.on")}
      </Button>
      <Back back={back} />
    </Group>
  );
}

function Back({ back }: { back: (() => void) | null }) {
  const { t } = useWords();
  if (back === null) return null;
  return (
    <Button size="lg" variant="subtle" color="gray" onClick={back}>
      {t("round.back")}
    </Button>
  );
}

export function Sources({ claim }: { claim: Claim }) {
  const { t } = useWords();
  if (claim.citations.length === 0) return <Text c="dimmed">{t("pass.no_source")}</Text>;
  return (
    <Stack gap="xs">
      {byMessage(claim.citations).map(({ said, marks }) => (
        <Paper key={said.message_id} withBorder p="md" className={classes.source ?? ""}>
          <Text fw={600} size="sm">
            {said.author ?? t("word.system")}
          </Text>
          <div className="words">
            {stretches(said.text, marks).map((stretch, place) =>
              stretch.marked ? <mark key={place}>{stretch.text}</mark> : <span key={place}>{stretch.text}</span>,
            )}
          </div>
        </Paper>
      ))}
    </Stack>
  );
}

interface TakingBackProps {
  last: RunningRound["settled"][number];
  busy: boolean;
  yes: () => void;
  no: () => void;
}

/** Another's step is taken back only after it was said whose it is. */
export function TakingBack({ last, busy, yes, no }: TakingBackProps) {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => inView(place.current, place.current), []);
  return (
    <Alert ref={place} className={classes.wording ?? ""} variant="light" p="sm" role="alert" tabIndex={-1} title={t("round.back_ask", { name: last.by })}>
      <Stack gap="xs">
        <Text size="sm">
          {t(`round.${last.outcome}`)} · {last.text}
        </Text>
        <Group gap="xs">
          <Button loading={busy} onClick={yes}>
            {t("round.back_yes")}
          </Button>
          <Button variant="default" onClick={no}>
            {t("round.back_no")}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

/** The whole of a box in sight, above the bar of a phone, and the keyboard in its field. */
function inView(box: HTMLElement | null, field: HTMLElement | null) {
  field?.focus({ preventScroll: true });
  box?.scrollIntoView({ block: "nearest" });
}

export function Rewording({ text, write, busy, send, close }: { text: string; write: (text: string) => void; busy: boolean; send: () => void; close: () => void }) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => inView(box.current, field.current), []);
  return (
    <Stack ref={box} gap="xs" className={classes.wording ?? ""}>
      <Textarea ref={field} size="lg" autosize minRows={2} maxRows={8} label={t("review.edit_label")} description={t("review.edit_note")} value={text} onChange={(event) => write(event.currentTarget.value)} />
      <Group gap="xs">
        <Button size="md" loading={busy} disabled={text.trim() === ""} onClick={send}>
          {t("round.agreed")}
        </Button>
        <Button size="md" variant="default" onClick={close}>
          {t("act.cancel")}
        </Button>
      </Group>
    </Stack>
  );
}

import { Button, Group, Paper, Stack, Text, Textarea } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { Claim } from "@/api/shapes";
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

export function Rewording({ text, write, busy, send, close }: { text: string; write: (text: string) => void; busy: boolean; send: () => void; close: () => void }) {
  const { t } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <Stack gap="xs">
      <Textarea ref={field} size="lg" autosize minRows={2} label={t("review.edit_label")} description={t("review.edit_note")} value={text} onChange={(event) => write(event.currentTarget.value)} />
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

import { Button, Group, Paper, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Distillation } from "@/api/shapes";
import { useKeys } from "@/app/keys";
import { useWords } from "@/words/words";
import { progressOf } from "./spans";
import classes from "./review.module.css";

interface SignBarProps {
  distillation: Distillation;
  busy: boolean;
  sign: (title: string) => void;
  turnDown: (reason: string) => void;
}

/** The signature under a draft, or turning all of it down. */
export function SignBar({ distillation, busy, sign, turnDown }: SignBarProps) {
  const { t } = useWords();
  const [title, setTitle] = useState(distillation.title);
  const [refusing, setRefusing] = useState(false);
  const { decided, approved, total } = progressOf(distillation.claims);
  const ready = decided === total && approved > 0;
  const go = () => sign(title.trim());
  useKeys({ S: () => ready && title.trim() !== "" && !busy && go() });
  const note = ready
    ? t("review.sign_ready", { approved })
    : decided === total
      ? t("review.sign_nothing")
      : t("review.sign_wait", { count: total - decided });
  return (
    <Paper withBorder p="md" mt="md" className={classes.sign ?? ""}>
      <Group align="flex-end" gap="sm">
        <TextInput label={t("review.title_label")} value={title} onChange={(event) => setTitle(event.currentTarget.value)} style={{ flex: "1 1 16rem" }} />
        <Button
          disabled={!ready || title.trim() === ""}
          loading={busy}
          onClick={go}
        >
          {t("review.sign")}
        </Button>
      </Group>
      <Group justify="space-between" mt={6} gap="sm">
        <Text size="sm" c="dimmed">
          {note}
        </Text>
        {!refusing && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setRefusing(true)}>
            {t("review.turn_down")}
          </Button>
        )}
      </Group>
      <Quoted distillation={distillation} />
      {refusing && <TurnDown busy={busy} turnDown={turnDown} close={() => setRefusing(false)} />}
    </Paper>
  );
}

/** Whose words go into the library with this signature. */
function Quoted({ distillation }: { distillation: Distillation }) {
  const { t } = useWords();
  const { quoted } = distillation.beside;
  if (quoted.length === 0) return null;
  return (
    <Text size="sm" c="dimmed" mt={4}>
      {t("beside.quoted", { names: quoted.map((one) => one.name).join(t("word.and_between")) })}
    </Text>
  );
}

function TurnDown({ busy, turnDown, close }: { busy: boolean; turnDown: (reason: string) => void; close: () => void }) {
  const { t } = useWords();
  const [reason, setReason] = useState("");
  return (
    <Group align="flex-end" gap="sm" mt="xs">
      <TextInput
        label={t("review.turn_down_label")}
        placeholder={t("review.turn_down_example")}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Escape" && close()}
        style={{ flex: "1 1 16rem" }}
      />
      <Button variant="default" loading={busy} onClick={() => turnDown(reason.trim())}>
        {t("review.turn_down_send")}
      </Button>
      <Button variant="subtle" color="gray" onClick={close}>
        {t("act.cancel")}
      </Button>
    </Group>
  );
}

/** A draft that was turned down, and the way back. */
export function TurnedDown({ busy, takeUp }: { busy: boolean; takeUp: () => void }) {
  const { t } = useWords();
  return (
    <Group mt="md" gap="sm">
      <Text c="dimmed">{t("review.turned_down")}</Text>
      <Button size="compact-sm" variant="default" loading={busy} onClick={takeUp}>
        {t("review.take_up")}
      </Button>
    </Group>
  );
}

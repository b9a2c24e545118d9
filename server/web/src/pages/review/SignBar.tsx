import { Button, Group, Paper, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Distillation, Signing } from "@/api/shapes";
import { useKeys } from "@/app/keys";
import { useWords } from "@/words/words";
import { Contradicted } from "./Contradicted";
import type { Signature } from "./reviewing";
import { useSigning } from "./signing";
import { progressOf } from "./spans";
import classes from "./review.module.css";

interface SignBarProps {
  distillation: Distillation;
  busy: boolean;
  sign: (signature: Signature) => void;
  handOver: () => void;
  turnDown: (reason: string) => void;
}

/** How the signature stands: what bars it, what it would contradict, and whether it can be given. */
function useStanding(distillation: Distillation) {
  const { t } = useWords();
  const signing = useSigning(distillation);
  const known = signing.data;
  const { decided, approved, total } = progressOf(distillation.claims);
  const bar = barOf(known);
  const all = decided === total;
  const said = () => {
    if (!all) return t("review.sign_wait", { count: total - decided });
    if (approved === 0) return t("review.sign_nothing");
    return known === undefined ? t("signing.comparing") : t("review.sign_ready", { approved });
  };
  return {
    bar,
    against: known?.against ?? [],
    ready: all && approved > 0 && bar === null,
    comparing: signing.isFetching,
    /** What is known once the comparison under way has come to its end. */
    compare: async () => (await signing.refetch({ cancelRefetch: false })).data,
    note: bar ?? said(),
  };
}

const barOf = (signing: Signing | undefined) => (signing?.bar === "sole_contributor" ? signing.bar_text : null);

/** The signature under a draft, or turning all of it down. */
export function SignBar({ distillation, busy, sign, handOver, turnDown }: SignBarProps) {
  const { t } = useWords();
  const [title, setTitle] = useState(distillation.title);
  const [refusing, setRefusing] = useState(false);
  const [telling, setTelling] = useState(false);
  const [asked, setAsked] = useState(false);
  const { bar, against, ready, comparing, compare, note } = useStanding(distillation);
  const may = ready && title.trim() !== "";
  const last = (known: Signing["against"]) => {
    setTelling(false);
    sign({ title: title.trim(), against: known.map((one) => one.seal) });
  };
  const go = async () => {
    setAsked(true);
    const found = await compare();
    setAsked(false);
    if (found === undefined || barOf(found) !== null) return;
    if (found.against.length > 0) setTelling(true);
    else last([]);
  };
  useKeys({ S: () => may && !busy && !asked && void go() });
  return (
    <Paper withBorder p="md" mt="md" className={classes.sign ?? ""}>
      <Group align="flex-end" gap="sm">
        <TextInput label={t("review.title_label")} value={title} onChange={(event) => setTitle(event.currentTarget.value)} style={{ flex: "1 1 16rem" }} />
        <Button disabled={!may} loading={busy || (asked && comparing)} onClick={() => void go()}>
          {t("review.sign")}
        </Button>
        {bar !== null && (
          <Button variant="default" onClick={handOver}>
            {t("beside.hand_over")}
          </Button>
        )}
      </Group>
      <Group justify="space-between" mt={6} gap="sm">
        <Text size="sm" c={bar === null ? "dimmed" : "red"} role="status">
          {note}
        </Text>
        {!refusing && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setRefusing(true)}>
            {t("review.turn_down")}
          </Button>
        )}
      </Group>
      <Contradicted against={against} opened={telling} busy={busy} open={() => setTelling(true)} sign={() => last(against)} close={() => setTelling(false)} />
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

import { Alert, Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Distillation, HandOver } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { useWords } from "@/words/words";
import type { Together } from "./together";

/** With whom an article lies, as one line. */
export function useHandedLine(): (handed: HandOver) => string {
  const { t } = useWords();
  const { community } = usePlace();
  return (handed) =>
    handed.to_id === community.member_id ? t("beside.handed_to_you", { name: handed.by ?? "" }) : t("beside.handed_to", { name: handed.to ?? "" });
}

/** The article lies with somebody: who, why, and the way back. */
export function Handed({ handed, together }: { handed: HandOver; together: Together }) {
  const { t } = useWords();
  const { community } = usePlace();
  const line = useHandedLine();
  const mine = handed.to_id === community.member_id;
  const may = mine || handed.from_id === community.member_id || community.role === "owner";
  return (
    <Alert color="ember" variant="light" mb="sm" p="sm" maw={760} title={line(handed)}>
      <Group justify="space-between" gap="sm">
        <Text size="sm">{handed.note === null ? "" : t("beside.handed_note", { note: handed.note })}</Text>
        {may && (
          <Button size="compact-sm" variant="default" loading={together.busy} onClick={() => together.endHandOver(handed.id, true)}>
            {t(mine ? "beside.return" : "beside.take_back")}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

/** Choose another expert, with a note. */
export function HandOverSheet({ distillation, together, opened, close }: { distillation: Distillation; together: Together; opened: boolean; close: () => void }) {
  const { t } = useWords();
  return (
    <Modal opened={opened} onClose={close} title={t("beside.hand_over")} closeButtonProps={{ "aria-label": t("act.close") }}>
      <Choosing distillation={distillation} together={together} close={close} />
    </Modal>
  );
}

function Choosing({ distillation, together, close }: { distillation: Distillation; together: Together; close: () => void }) {
  const { t } = useWords();
  const { community } = usePlace();
  const others = distillation.beside.colleagues.filter((one) => one.id !== community.member_id);
  const [to, setTo] = useState(() => String(others[0]?.id ?? ""));
  const [note, setNote] = useState("");
  const chosen = others.find((one) => String(one.id) === to);
  if (chosen === undefined) return <Text>{t("beside.hand_over_nobody")}</Text>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        together.handOver(chosen.id, chosen.name, note.trim(), close);
      }}
    >
      <Stack>
        <NativeSelect data-autofocus label={t("beside.hand_over_to")} value={to} onChange={(event) => setTo(event.currentTarget.value)} data={others.map((one) => ({ value: String(one.id), label: one.name }))} />
        <TextInput label={t("beside.hand_over_note")} placeholder={t("beside.hand_over_example")} maxLength={300} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        <Group gap="xs">
          <Button type="submit" loading={together.busy}>
            {t("beside.hand_over_send")}
          </Button>
          <Button variant="default" onClick={close}>
            {t("act.cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

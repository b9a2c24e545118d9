import { Button, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useWords } from "@/words/words";
import type { ClaimCardProps } from "./ClaimCard";
import { sentencesOf } from "./spans";

interface WordsTrayProps {
  label: string;
  note: string;
  send: string;
  busy: boolean;
  ready: boolean;
  text: string;
  write: (text: string) => void;
  go: () => void;
  close: () => void;
}

/** A field for words, sent by the button or by Ctrl and Enter, left by Escape. */
function WordsTray({ label, note, send, busy, ready, text, write, go, close }: WordsTrayProps) {
  const { t } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <Stack gap="xs" mt="sm">
      <Textarea
        ref={field}
        label={label}
        description={note}
        autosize
        minRows={2}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") close();
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && ready) go();
        }}
      />
      <Group gap="xs">
        <Button size="sm" loading={busy} disabled={!ready} onClick={go}>
          {send}
        </Button>
        <Button size="sm" variant="default" onClick={close}>
          {t("act.cancel")}
        </Button>
      </Group>
    </Stack>
  );
}

/** New words for a claim. */
export function EditTray({ claim, busy, open, settle }: ClaimCardProps) {
  const { t } = useWords();
  const [text, setText] = useState(claim.text);
  return (
    <WordsTray
      label={t("review.edit_label")}
      note={t("review.edit_note")}
      send={t("review.edit_send")}
      busy={busy}
      ready={text.trim() !== ""}
      text={text}
      write={setText}
      go={() => settle("edit", { text: text.trim() })}
      close={() => open(null)}
    />
  );
}

/** One claim taken apart: a sentence on each line. */
export function SplitTray({ claim, busy, open, split }: ClaimCardProps) {
  const { t } = useWords();
  const [text, setText] = useState(() => sentencesOf(claim.text).join("\n"));
  const parts = text.split("\n").map((part) => part.trim()).filter((part) => part !== "");
  return (
    <WordsTray
      label={t("review.split_label")}
      note={t("review.split_note")}
      send={t("review.split_send", { count: parts.length })}
      busy={busy}
      ready={parts.length > 1}
      text={text}
      write={setText}
      go={() => split(parts)}
      close={() => open(null)}
    />
  );
}

/** Why a claim is not wanted. */
export function RejectTray({ busy, open, settle }: ClaimCardProps) {
  const { t } = useWords();
  const [reason, setReason] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const send = () => settle("reject", reason.trim() === "" ? {} : { reason: reason.trim() });
  return (
    <Stack gap="xs" mt="sm">
      <TextInput
        ref={field}
        label={t("review.reject_label")}
        placeholder={t("review.reject_example")}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") open(null);
          if (event.key === "Enter" && !event.nativeEvent.isComposing) send();
        }}
      />
      <Group gap="xs">
        <Button size="sm" loading={busy} onClick={send}>
          {t("review.reject_send")}
        </Button>
        <Button size="sm" variant="default" onClick={() => open(null)}>
          {t("act.cancel")}
        </Button>
      </Group>
    </Stack>
  );
}

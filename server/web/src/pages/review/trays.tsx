import { Button, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useWords } from "@/words/words";
import type { ClaimCardProps } from "./deciding";
import { Doubted, Picking } from "./Doubted";
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
  /** Another button beside the two. */
  beside?: ReactNode;
  /** What stands in place of the buttons. */
  instead?: ReactNode;
  children?: ReactNode;
}

/** A field for words, sent by the button or by Ctrl and Enter, left by Escape. */
function WordsTray({ label, note, send, busy, ready, text, write, go, close, beside, instead, children }: WordsTrayProps) {
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
      {children}
      {instead ?? (
        <Group gap="xs">
          <Button size="sm" loading={busy} disabled={!ready} onClick={go}>
            {send}
          </Button>
          <Button size="sm" variant="default" onClick={close}>
            {t("act.cancel")}
          </Button>
          {beside}
        </Group>
      )}
    </Stack>
  );
}

/** New words for a claim, and what they rest on; beyond that they can only be one's own. */
export function EditTray({ claim, thread, doubt, busy, open, settle, calm }: ClaimCardProps) {
  const { t } = useWords();
  const [text, setText] = useState(claim.text);
  const [picked, setPicked] = useState<number[] | null>(null);
  const words = text.trim();
  const sources = picked === null ? {} : { sources: picked };
  const choose = () => {
    calm();
    setPicked([...new Set(claim.citations.map((citation) => citation.message_id))]);
  };
  const write = (said: string) => {
    calm();
    setText(said);
  };
  return (
    <WordsTray
      label={t("review.edit_label")}
      note={t("review.edit_note")}
      send={t("review.edit_send")}
      busy={busy}
      ready={words !== "" && picked?.length !== 0}
      text={text}
      write={write}
      go={() => settle("edit", { text: words, ...sources })}
      close={() => open(null)}
      beside={
        picked === null && (
          <Button size="sm" variant="subtle" color="gray" onClick={choose}>
            {t("edit.choose")}
          </Button>
        )
      }
      instead={
        doubt === null ? null : <Doubted said={doubt} busy={busy} own={() => settle("edit", { text: words, own: true, ...sources })} choose={choose} undo={() => open(null)} />
      }
    >
      {picked !== null && <Picking thread={thread} picked={picked} pick={setPicked} />}
    </WordsTray>
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

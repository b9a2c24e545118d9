import { Button, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useWords } from "@/words/words";
import type { ClaimCardProps } from "./ClaimCard";
import { sentencesOf } from "./spans";

/** New words for a claim. */
export function EditTray({ claim, busy, open, settle }: ClaimCardProps) {
  const { t } = useWords();
  const [text, setText] = useState(claim.text);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const send = () => {
    if (text.trim() !== "") settle("edit", { text: text.trim() });
  };
  return (
    <Stack gap="xs" mt="sm">
      <Textarea
        ref={field}
        label={t("review.edit_label")}
        description={t("review.edit_note")}
        autosize
        minRows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") open(null);
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
        }}
      />
      <Group gap="xs">
        <Button size="sm" loading={busy} disabled={text.trim() === ""} onClick={send}>
          {t("review.edit_send")}
        </Button>
        <Button size="sm" variant="default" onClick={() => open(null)}>
          {t("act.cancel")}
        </Button>
      </Group>
    </Stack>
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

/** One claim taken apart: a sentence on each line. */
export function SplitTray({ claim, busy, open, split }: ClaimCardProps) {
  const { t } = useWords();
  const [text, setText] = useState(() => sentencesOf(claim.text).join("\n"));
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const parts = text.split("\n").map((part) => part.trim()).filter((part) => part !== "");
  const ready = parts.length > 1;
  const send = () => ready && split(parts);
  return (
    <Stack gap="xs" mt="sm">
      <Textarea
        ref={field}
        label={t("review.split_label")}
        description={t("review.split_note")}
        autosize
        minRows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") open(null);
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
        }}
      />
      <Group gap="xs">
        <Button size="sm" loading={busy} disabled={!ready} onClick={send}>
          {t("review.split_send", { count: parts.length })}
        </Button>
        <Button size="sm" variant="default" onClick={() => open(null)}>
          {t("act.cancel")}
        </Button>
      </Group>
    </Stack>
  );
}

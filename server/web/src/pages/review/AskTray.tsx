import { Button, Group, NativeSelect, Stack, Text, Textarea } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { Claim } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { useWords } from "@/words/words";
import type { Together } from "./together";

interface TrayProps {
  together: Together;
  close: () => void;
}

/** The authors of a claim's words who may be asked, each once; nobody asks themselves. */
export function askable(claim: Claim, me: number): { id: number; name: string }[] {
  const found = new Map<number, string>();
  for (const { author_id, author, may_ask } of claim.citations)
    if (may_ask && author_id !== null && author !== null && author_id !== me) found.set(author_id, author);
  return [...found].map(([id, name]) => ({ id, name }));
}

export function AskTray({ claim, together, close }: TrayProps & { claim: Claim }) {
  const { t } = useWords();
  const { community } = usePlace();
  const authors = askable(claim, community.member_id);
  const [whom, setWhom] = useState(() => String(authors[0]?.id ?? ""));
  const [text, setText] = useState("");
  const first = authors[0];
  if (first === undefined)
    return (
      <Group mt="sm" gap="xs">
        <Text size="sm">{t("beside.ask_nobody")}</Text>
        <Button size="compact-sm" variant="default" onClick={close}>
          {t("act.close")}
        </Button>
      </Group>
    );
  const send = () => together.ask(claim.id, Number(whom), text.trim(), close);
  return (
    <Stack gap="xs" mt="sm">
      {authors.length > 1 ? (
        <NativeSelect label={t("beside.ask_whom")} value={whom} onChange={(event) => setWhom(event.currentTarget.value)} data={authors.map((one) => ({ value: String(one.id), label: one.name }))} />
      ) : (
        <Text size="sm">
          {t("beside.ask_whom")} · {first.name}
        </Text>
      )}
      <Words label={t("beside.ask_label")} note={t("beside.ask_note")} example={t("beside.ask_example")} most={300} text={text} write={setText} send={send} close={close} />
      <Sending label={t("beside.ask_send")} ready={text.trim() !== ""} busy={together.busy} send={send} close={close} />
    </Stack>
  );
}

export function CommentTray({ claim, together, close }: TrayProps & { claim: Claim | null }) {
  const { t } = useWords();
  const [text, setText] = useState("");
  const send = () => together.comment(claim?.id ?? null, text.trim(), close);
  return (
    <Stack gap="xs" mt="sm">
      <Words
        label={t(claim === null ? "beside.comment_article" : "beside.comment_label")}
        note={t("beside.comment_note")}
        most={1000}
        text={text}
        write={setText}
        send={send}
        close={close}
      />
      <Sending label={t("beside.comment_send")} ready={text.trim() !== ""} busy={together.busy} send={send} close={close} />
    </Stack>
  );
}

interface WordsProps {
  label: string;
  note: string;
  example?: string;
  most: number;
  text: string;
  write: (text: string) => void;
  send: () => void;
  close: () => void;
}

function Words({ label, note, example, most, text, write, send, close }: WordsProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <Textarea
      ref={field}
      label={label}
      description={note}
      {...(example === undefined ? {} : { placeholder: example })}
      autosize
      minRows={2}
      maxLength={most}
      value={text}
      onChange={(event) => write(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && text.trim() !== "") send();
      }}
    />
  );
}

function Sending({ label, ready, busy, send, close }: { label: string; ready: boolean; busy: boolean; send: () => void; close: () => void }) {
  const { t } = useWords();
  return (
    <Group gap="xs">
      <Button size="sm" loading={busy} disabled={!ready} onClick={send}>
        {label}
      </Button>
      <Button size="sm" variant="default" onClick={close}>
        {t("act.cancel")}
      </Button>
    </Group>
  );
}

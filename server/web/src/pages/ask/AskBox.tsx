import { Button, Group, Textarea } from "@mantine/core";
import { useState } from "react";
import { useWords } from "@/words/words";

const LONGEST = 2000;

interface Props {
  label: string;
  placeholder: string;
  busy: boolean;
  small?: boolean;
  /** True once it was answered: only then the words are let go. */
  send: (text: string) => Promise<boolean>;
}

export function AskBox({ label, placeholder, busy, small = false, send }: Props) {
  const { t } = useWords();
  const [text, setText] = useState("");
  const [sent, setSent] = useState(false);
  const submit = () => {
    if (text.trim() === "" || busy) return;
    setSent(true);
    void send(text.trim()).then((kept) => {
      setSent(false);
      if (kept) setText("");
    });
  };
  const long = text.trim().length > LONGEST;
  return (
    <div>
      <Textarea
        label={label}
        placeholder={placeholder}
        autosize
        minRows={small ? 1 : 2}
        maxRows={8}
        value={text}
        error={long ? t("ask.too_long", { length: text.trim().length, limit: LONGEST }) : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            if (!long) submit();
          }
        }}
      />
      <Group justify="flex-end" mt="sm">
        <Button size={small ? "compact-md" : "sm"} variant={small ? "default" : "filled"} onClick={submit} loading={sent && busy} disabled={text.trim() === "" || long || (busy && !sent)}>
          {small ? t("ask.send_follow_up") : t("ask.send")}
        </Button>
      </Group>
    </div>
  );
}

import { Button, CloseButton, Group, Text, Textarea } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { Message, Zone } from "@/api/shapes";
import { useWords } from "@/words/words";
import { HelpSay } from "./HelpSay";
import classes from "./room.module.css";
import { useSay } from "./speaking";
import { asksLibrary, freshKey } from "./talk";

interface ComposerProps {
  zone: Zone;
  reply: Message | null;
  setReply: (message: Message | null) => void;
  said: () => void;
}

/** Where one writes. Help may fill the box; only the person sends. */
export function Composer({ zone, reply, setReply, said }: ComposerProps) {
  const { t } = useWords();
  const [text, setText] = useState("");
  const [helping, setHelping] = useState(false);
  const key = useRef(freshKey());
  const field = useRef<HTMLTextAreaElement>(null);
  const say = useSay(zone.id);
  useEffect(() => {
    if (reply !== null) field.current?.focus();
  }, [reply]);
  const send = () => {
    if (text.trim() === "" || say.isPending) return;
    say.mutate(
      { text: text.trim(), reply_to: reply?.id ?? null, key: key.current },
      {
        onSuccess: () => {
          key.current = freshKey();
          setText("");
          setReply(null);
          said();
        },
      },
    );
  };
  return (
    <div className={classes.composer} data-composer>
      {helping && (
        <HelpSay
          zone={zone}
          text={text}
          reply={reply}
          close={() => {
            setHelping(false);
            field.current?.focus();
          }}
          take={(draft) => {
            setText(draft);
            setHelping(false);
            field.current?.focus();
          }}
        />
      )}
      {reply !== null && (
        <Group gap={6} wrap="nowrap" mb={4}>
          <Text size="sm" c="dimmed" lineClamp={1}>
            {t("room.replying", { name: reply.author?.name ?? "Simmer" })} {reply.text}
          </Text>
          <CloseButton size="sm" aria-label={t("room.reply_off")} onClick={() => setReply(null)} />
        </Group>
      )}
      {asksLibrary(text) && (
        <Text size="sm" c="dimmed" mb={4} role="status">
          {t("room.asks_library")}
        </Text>
      )}
      <Textarea
        ref={field}
        aria-label={t("room.write", { zone: zone.name })}
        placeholder={t("room.placeholder")}
        autosize
        minRows={1}
        maxRows={8}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            send();
          }
        }}
      />
      <Group justify="space-between" mt={6} wrap="nowrap">
        <Button variant="light" size="sm" onClick={() => setHelping(!helping)} aria-expanded={helping}>
          {t("help.open")}
        </Button>
        <Group gap="xs" wrap="nowrap">
          <Text size="xs" c="dimmed" visibleFrom="sm">
            {t("room.enter")}
          </Text>
          <Button size="sm" onClick={send} loading={say.isPending} disabled={text.trim() === ""}>
            {t("room.send")}
          </Button>
        </Group>
      </Group>
    </div>
  );
}

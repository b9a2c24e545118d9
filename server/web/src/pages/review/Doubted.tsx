import { Alert, Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { Distillation } from "@/api/shapes";
import { useWords } from "@/words/words";
import classes from "./review.module.css";

interface DoubtedProps {
  /** Why the sources no longer carry the words, in a sentence. */
  said: string;
  busy: boolean;
  size?: "sm" | "lg";
  own: () => void;
  /** Rest the words on other messages; left out where there is no room to choose. */
  choose?: () => void;
  undo: () => void;
}

/** New words went beyond their sources: what speaks against them, and the three ways on. */
export function Doubted({ said, busy, size = "sm", own, choose, undo }: DoubtedProps) {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <Alert ref={place} color="red" variant="light" p="sm" role="alert" tabIndex={-1} title={t("edit.beyond")}>
      <Stack gap="xs">
        <Text size="sm">{said}</Text>
        <Text size="sm">{t("edit.own_note")}</Text>
        <Group gap="xs">
          <Button size={size} loading={busy} onClick={own}>
            {t("edit.own")}
          </Button>
          {choose !== undefined && (
            <Button size={size} variant="default" onClick={choose}>
              {t("edit.choose")}
            </Button>
          )}
          <Button size={size} variant="default" onClick={undo}>
            {t("edit.undo")}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

interface PickingProps {
  thread: Distillation["thread"];
  picked: readonly number[];
  pick: (picked: number[]) => void;
}

/** The messages of the talk, to be ticked as what the words rest on. */
export function Picking({ thread, picked, pick }: PickingProps) {
  const { t } = useWords();
  return (
    <fieldset className={classes.picking}>
      <legend>{t("edit.pick")}</legend>
      <Checkbox.Group value={picked.map(String)} onChange={(ids) => pick(ids.map(Number))}>
        <Stack gap={6}>
          {thread.map((message) => (
            <Checkbox
              key={message.id}
              value={String(message.id)}
              label={
                <>
                  <b>{message.author ?? t("word.system")}</b> {message.text}
                </>
              }
            />
          ))}
        </Stack>
      </Checkbox.Group>
    </fieldset>
  );
}

import { Button, Collapse, Group, Stack, Text, Textarea, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { call, post } from "@/api/call";
import type { Contest, Guess } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { Grounds } from "@/parts/Grounds";
import { Icon } from "@/parts/icons";
import { failureSentence } from "@/parts/parts";
import { useWords } from "@/words/words";
import classes from "./me.module.css";

const LONGEST = 500;

/** One guess about the reader: its words, its grounds, and "that's not so". */
export function GuessCard({ guess }: { guess: Guess }) {
  const { t } = useWords();
  const [open, { toggle }] = useDisclosure(false);
  const id = useId();
  const known = guess.code !== "unknown";
  return (
    <div className={classes.guess}>
      <Text size="sm" c="dimmed">
        {t(guess.about === "segment" ? "me.guess_segment" : "me.guess_barrier")}
        {guess.confidence > 0 && ` · ${t("members.sure", { percent: Math.round(guess.confidence * 100) })}`}
      </Text>
      <Text>{guess.text}</Text>
      {guess.contest === null && known && (
        <>
          <UnstyledButton onClick={toggle} aria-expanded={open} aria-controls={id} className={classes.opener}>
            <Group gap={4}>
              <Text size="sm" c="dimmed">
                {t("me.grounds")}
              </Text>
              <Icon name={open ? "up" : "down"} size={16} />
            </Group>
          </UnstyledButton>
          <Collapse expanded={open} id={id}>
            <Grounds evidence={guess.evidence} />
          </Collapse>
        </>
      )}
      {guess.contest !== null && <Said contest={guess.contest} />}
      {guess.contest === null && known && <NotSo about={guess.about} />}
    </div>
  );
}

function useSettled() {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  return {
    done: (text: string) => {
      notify({ text });
      refresh(["about-me", community.id], ["readings", community.id]);
    },
    failed: (error: unknown) => notify({ text: failureSentence(error, t), tone: "failure" }),
  };
}

function NotSo({ about }: { about: Guess["about"] }) {
  const { t } = useWords();
  const { community } = usePlace();
  const { done, failed } = useSettled();
  const [asked, { open, close }] = useDisclosure(false);
  const [text, setText] = useState("");
  const send = useMutation({
    mutationFn: () => post<Contest>(`/api/communities/${community.id}/contests`, { about, text }),
    onSuccess: () => done(t("me.not_so_said")),
    onError: failed,
  });
  if (!asked)
    return (
      <Button size="compact-sm" variant="default" onClick={open} mt={6}>
        {t("me.not_so")}
      </Button>
    );
  return (
    <Stack
      gap="xs"
      mt={6}
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <Textarea autoFocus autosize minRows={2} maxLength={LONGEST} label={t("me.not_so_label")} description={t("me.not_so_note")} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <Group gap="xs">
        <Button type="submit" size="sm" loading={send.isPending} disabled={text.trim() === ""}>
          {t("me.not_so_send")}
        </Button>
        <Button size="sm" variant="subtle" color="gray" onClick={close}>
          {t("act.cancel")}
        </Button>
      </Group>
    </Stack>
  );
}

function Said({ contest }: { contest: Contest }) {
  const { t } = useWords();
  const { done, failed } = useSettled();
  const withdraw = useMutation({
    mutationFn: () => call<Contest>("DELETE", `/api/contests/${contest.id}`),
    onSuccess: () => done(t("me.withdrawn")),
    onError: failed,
  });
  return (
    <>
      <Text size="sm">
        {t("me.you_said")} {contest.text}
      </Text>
      <Button size="compact-sm" variant="default" mt={6} loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
        {t("me.withdraw")}
      </Button>
    </>
  );
}

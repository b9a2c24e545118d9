import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { post } from "@/api/call";
import type { RunningRound } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { copyText } from "@/parts/copying";
import { failureSentence, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { minutesOf } from "./round";

/** What a round came to, to be copied or brought to the group as a draft. */
export function Minutes({ round, again }: { round: RunningRound; again: () => void }) {
  const { t, language } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const date = new Date(round.began_at).toLocaleDateString(language === "zh" ? "zh-CN" : "en-GB", { timeZone: community.timezone, dateStyle: "long" });
  const [text, setText] = useState(() => minutesOf(round, date, t));
  const draft = useMutation({
    mutationFn: () => post(`/api/communities/${community.id}/round/minutes`, { text }),
    onSuccess: () => {
      notify({ text: t("round.said_draft") });
      refresh(["suggestions", community.id]);
    },
    onError: (error) => notify({ text: failureSentence(error, t), tone: "failure" }),
  });
  return (
    <>
      <PageTitle title={t("round.minutes")} note={t("round.minutes_note")} />
      <Stack maw={760}>
        <Textarea label={t("round.minutes")} autosize minRows={10} maxLength={4000} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <Group gap="xs">
          <Button disabled={text.trim() === ""} onClick={() => void copyText(text).then((copied) => copied && notify({ text: t("round.copied") }))}>
            {t("act.copy")}
          </Button>
          <Button variant="default" loading={draft.isPending} disabled={text.trim() === "" || draft.isSuccess} onClick={() => draft.mutate()}>
            {t("round.draft")}
          </Button>
          <Button variant="subtle" color="gray" onClick={again}>
            {t("round.again")}
          </Button>
          <Button component={Link} href={`/c/${community.slug}/review`} variant="subtle" color="gray">
            {t("page.review")}
          </Button>
        </Group>
      </Stack>
    </>
  );
}

import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { post } from "@/api/call";
import type { Answer } from "@/api/shapes";
import { usePlace, useRefresh } from "@/app/session";
import { Failure } from "@/parts/parts";
import { useWords } from "@/words/words";

const verdicts = ["helpful", "not_helpful", "wrong", "outdated"] as const;
type Verdict = (typeof verdicts)[number];

/** Say whether it helped; an objection may carry a note, and may be said again otherwise. */
export function Feedback({ answer }: { answer: Answer }) {
  const { t } = useWords();
  const { community } = usePlace();
  const refresh = useRefresh();
  const [chosen, setChosen] = useState<Verdict | null>(null);
  const [note, setNote] = useState("");
  const rate = useMutation({
    mutationFn: (feedback: Verdict) => post(`/api/questions/${answer.id}/feedback`, { feedback, note: note.trim() === "" ? null : note.trim() }),
    onSuccess: () => {
      setChosen(null);
      setNote("");
      refresh(["my-questions", community.id]);
    },
  });
  const choose = (verdict: Verdict) => (verdict === "helpful" ? rate.mutate(verdict) : setChosen(verdict));
  return (
    <Stack gap="xs">
      {answer.feedback !== null && <Said answer={answer} />}
      <Group gap="xs">
        {verdicts.map((verdict) => (
          <Button
            key={verdict}
            size="compact-sm"
            variant={(chosen ?? answer.feedback?.kind) === verdict ? "light" : "default"}
            aria-pressed={(chosen ?? answer.feedback?.kind) === verdict}
            loading={rate.isPending && rate.variables === verdict}
            onClick={() => choose(verdict)}
          >
            {t(`ask.${verdict}`)}
          </Button>
        ))}
      </Group>
      {chosen !== null && (
        <div>
          <Textarea label={t("ask.note_label")} placeholder={t("ask.note_example")} autosize minRows={1} maxRows={5} maxLength={500} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
          <Group gap="xs" mt="xs" justify="flex-end">
            <Button size="compact-sm" variant="default" onClick={() => setChosen(null)}>
              {t("act.cancel")}
            </Button>
            <Button size="compact-sm" loading={rate.isPending} onClick={() => rate.mutate(chosen)}>
              {t("ask.say_so")}
            </Button>
          </Group>
        </div>
      )}
      {rate.error !== null && <Failure error={rate.error} />}
    </Stack>
  );
}

function Said({ answer }: { answer: Answer }) {
  const { t } = useWords();
  const said = answer.feedback;
  if (said === null) return null;
  if (said.reply !== null) {
    return (
      <Text size="sm" className="words">
        {t("ask.reply_line", { name: said.replied_by ?? "", reply: said.reply })}
      </Text>
    );
  }
  return (
    <Text size="sm" c="dimmed">
      {said.kind === "wrong" || said.kind === "outdated" ? t("ask.noted_for_signer") : t("ask.thanks")}
    </Text>
  );
}

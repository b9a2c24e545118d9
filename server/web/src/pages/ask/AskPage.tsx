import { Button, Group, Paper, Stack, Text, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { post } from "@/api/call";
import type { Answer } from "@/api/shapes";
import { usePlace, useRefresh } from "@/app/session";
import { Failure, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { Answered, Refused } from "./Answered";

/** Ask the signed library: an answer cites, or it says that there is none. */
export default function AskPage() {
  const { t } = useWords();
  const { community } = usePlace();
  const refresh = useRefresh();
  const [text, setText] = useState("");
  const [past, setPast] = useState<readonly Answer[]>([]);
  const ask = useMutation({
    mutationFn: (question: string) => post<Answer>(`/api/communities/${community.id}/questions`, { text: question }),
    onSuccess: (answer) => {
      setPast((answers) => [answer, ...answers.filter((one) => one.id !== answer.id)]);
      setText("");
      refresh(["questions", community.id]);
    },
  });
  const send = () => {
    if (text.trim() !== "" && !ask.isPending) ask.mutate(text.trim());
  };
  const change = (answer: Answer) => setPast((answers) => answers.map((one) => (one.id === answer.id ? answer : one)));
  return (
    <div className="measure">
      <PageTitle title={t("page.ask")} note={t("ask.note")} />
      <Paper withBorder p="md" mb="lg">
        <Textarea
          label={t("ask.question")}
          placeholder={t("ask.example")}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
              event.preventDefault();
              send();
            }
          }}
        />
        <Group justify="flex-end" mt="sm">
          <Button onClick={send} loading={ask.isPending} disabled={text.trim() === ""}>
            {t("ask.send")}
          </Button>
        </Group>
      </Paper>
      {ask.error !== null && <Failure error={ask.error} />}
      <Stack gap="lg" aria-live="polite">
        {past.map((answer) => (
          <article key={answer.id} aria-label={answer.text}>
            <Text fw={600} ff="heading" fz="lg" mb="xs">
              {answer.text}
            </Text>
            {answer.answered ? <Answered answer={answer} /> : <Refused answer={answer} change={change} />}
          </article>
        ))}
      </Stack>
    </div>
  );
}

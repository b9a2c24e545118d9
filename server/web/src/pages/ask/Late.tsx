import { Button, Group, Paper, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { post } from "@/api/call";
import type { Answer } from "@/api/shapes";
import { usePlace, useRefresh } from "@/app/session";
import { Failure } from "@/parts/parts";
import { useWords } from "@/words/words";

/** Whether an answer that came later is one; if not, the question waits again. */
export function Late({ answer, change }: { answer: Answer; change: (answer: Answer) => void }) {
  const { t } = useWords();
  const { community } = usePlace();
  const refresh = useRefresh();
  const yes = useMutation({
    mutationFn: () => post(`/api/questions/${answer.id}/feedback`, { feedback: "helpful" }),
    onSuccess: () => refresh(["my-questions", community.id]),
  });
  const no = useMutation({
    mutationFn: () => post<Answer>(`/api/questions/${answer.id}/wait-again`),
    onSuccess: change,
  });
  const failure = yes.error ?? no.error;
  return (
    <Paper withBorder p="sm" mb="sm" style={{ background: "var(--glow)" }}>
      <Group gap="xs" justify="space-between">
        <Text size="sm">{t("ask.late")}</Text>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" loading={yes.isPending} onClick={() => yes.mutate()}>
            {t("ask.late_yes")}
          </Button>
          <Button size="compact-sm" variant="default" loading={no.isPending} onClick={() => no.mutate()}>
            {t("ask.late_no")}
          </Button>
        </Group>
      </Group>
      {failure !== null && <Failure error={failure} />}
    </Paper>
  );
}

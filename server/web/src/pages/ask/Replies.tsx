import { Button, Group, Paper, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { post } from "@/api/call";
import type { Answer } from "@/api/shapes";
import { usePlace, useRefresh } from "@/app/session";
import { Failure } from "@/parts/parts";
import { useWords } from "@/words/words";

/** What those who sign replied to what the reader said of an answer, until it is put away. */
export function Replies({ answers }: { answers: readonly Answer[] }) {
  const unseen = answers.filter((one) => one.feedback?.unseen === true);
  if (unseen.length === 0) return null;
  return (
    <Stack gap="sm" mb="lg">
      {unseen.map((answer) => (
        <Reply key={answer.id} answer={answer} />
      ))}
    </Stack>
  );
}

function Reply({ answer }: { answer: Answer }) {
  const { t } = useWords();
  const { community } = usePlace();
  const refresh = useRefresh();
  const said = answer.feedback;
  const seen = useMutation({
    mutationFn: () => post(`/api/feedback/${said?.id ?? 0}/seen`),
    onSuccess: () => refresh(["my-questions", community.id]),
  });
  if (said === null) return null;
  return (
    <Paper withBorder p="md" component="section" aria-label={t("ask.replied", { name: said.replied_by ?? "" })} style={{ background: "var(--glow)" }}>
      <Text size="sm" c="dimmed">
        {t("ask.replied_to", { name: said.replied_by ?? "", question: answer.text })}
      </Text>
      <Text className="words">{said.reply}</Text>
      <Group justify="flex-end" mt="xs">
        <Button size="compact-sm" variant="default" loading={seen.isPending} onClick={() => seen.mutate()}>
          {t("ask.seen")}
        </Button>
      </Group>
      {seen.error !== null && <Failure error={seen.error} />}
    </Paper>
  );
}

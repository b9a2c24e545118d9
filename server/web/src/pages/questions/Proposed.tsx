import { Anchor, Button, Group, Paper, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "wouter";
import { post } from "@/api/call";
import type { QuestionGroup } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { Failure } from "@/parts/parts";
import { useWords } from "@/words/words";

/** A newly signed article that may answer the question: a person says whether it does. */
export function Proposed({ group, proposed }: { group: QuestionGroup; proposed: NonNullable<QuestionGroup["proposed"]> }) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const ids = group.questions.map((one) => one.id);
  const decide = useMutation({
    mutationFn: (what: "tell" | "decline") => post(`/api/communities/${community.id}/questions/${what}`, { ids }),
    onSuccess: (_, what) => {
      notify({ text: t(what === "tell" ? "questions.said_told" : "questions.said_declined") });
      refresh(["questions", community.id]);
    },
  });
  return (
    <Paper withBorder p="sm" mt="sm" style={{ background: "var(--glow)" }}>
      <Text size="sm">
        {t("questions.proposed")}{" "}
        <Anchor component={Link} href={`/c/${community.slug}/library/${proposed.article_id}`} inherit>
          {proposed.title}
        </Anchor>
      </Text>
      <Text size="sm" className="words" mt={4}>
        {proposed.text}
      </Text>
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" variant="default" loading={decide.isPending && decide.variables === "tell"} onClick={() => decide.mutate("tell")}>
          {t("questions.tell_yes")}
        </Button>
        <Button size="compact-sm" variant="subtle" loading={decide.isPending && decide.variables === "decline"} onClick={() => decide.mutate("decline")}>
          {t("questions.tell_no")}
        </Button>
      </Group>
      {decide.error !== null && <Failure error={decide.error} />}
    </Paper>
  );
}

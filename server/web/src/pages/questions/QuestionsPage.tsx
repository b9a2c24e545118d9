import { Badge, Button, Group, Paper, SegmentedControl, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { post, read } from "@/api/call";
import type { QuestionRow, QuestionState } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { Empty, failureSentence, Loaded, Moment, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";

type Filter = "waiting" | "answered" | "all";

const filters: readonly Filter[] = ["waiting", "answered", "all"];
const waiting: readonly QuestionState[] = ["refused", "passed_on"];

function belongs(question: QuestionRow, filter: Filter): boolean {
  if (filter === "all") return true;
  return waiting.includes(question.state) === (filter === "waiting");
}

/** What members asked and nobody signed an answer to yet. */
export default function QuestionsPage() {
  const { t } = useWords();
  const { community } = usePlace();
  const [filter, setFilter] = useState<Filter>("waiting");
  const questions = useQuery({
    queryKey: ["questions", community.id],
    queryFn: async () => (await read<{ questions: QuestionRow[] }>(`/api/communities/${community.id}/questions`)).questions,
  });
  return (
    <>
      <PageTitle title={t("page.questions")} note={t("questions.note")}>
        <SegmentedControl
          size="xs"
          aria-label={t("questions.which")}
          value={filter}
          onChange={(value) => setFilter(filters.find((one) => one === value) ?? "waiting")}
          data={filters.map((one) => ({ value: one, label: t(`questions.${one}`) }))}
        />
      </PageTitle>
      <Loaded from={questions}>
        {(all) => {
          const shown = all.filter((question) => belongs(question, filter));
          if (shown.length === 0) return <Empty title={t("questions.empty")} text={t("questions.empty_next")} />;
          return (
            <Stack gap="sm" maw={760}>
              {shown.map((question) => (
                <Row key={question.id} question={question} />
              ))}
            </Stack>
          );
        }}
      </Loaded>
    </>
  );
}

function Row({ question }: { question: QuestionRow }) {
  const { t, named } = useWords();
  const to = question.passed_to === "group" || question.passed_to === "expert" ? t(`questions.to_${question.passed_to}`) : question.passed_to;
  return (
    <Paper withBorder p="md" component="article">
      <Text className="words">{question.text}</Text>
      <Group gap="xs" mt={6}>
        <Badge variant="light" tt="none" color={waiting.includes(question.state) ? "ember" : "moss"}>
          {named("state", question.state)}
        </Badge>
        {to !== null && (
          <Badge variant="outline" color="gray" tt="none">
            {to}
          </Badge>
        )}
        {question.feedback !== null && (
          <Badge variant="outline" color="gray" tt="none">
            {named("state", question.feedback)}
          </Badge>
        )}
        {waiting.includes(question.state) && <Resolve question={question} />}
        <Text size="sm" c="dimmed">
          {question.asked_by} · <Moment at={question.at} />
        </Text>
      </Group>
    </Paper>
  );
}

function Resolve({ question }: { question: QuestionRow }) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const resolve = useMutation({
    mutationFn: () => post(`/api/questions/${question.id}/resolve`, {}),
    onSuccess: () => {
      notify({ text: t("questions.said_resolved") });
      refresh(["questions", community.id]);
    },
    onError: (error) => notify({ text: failureSentence(error, t), tone: "failure" }),
  });
  return (
    <Button size="compact-xs" variant="default" loading={resolve.isPending} onClick={() => resolve.mutate()}>
      {t("questions.resolve")}
    </Button>
  );
}

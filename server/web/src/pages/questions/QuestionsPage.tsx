import { Badge, Button, Group, Paper, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { read } from "@/api/call";
import type { QuestionGroup, Questions } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { Empty, Loaded, Moment, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { FeedbackList } from "./FeedbackList";
import { GroupActions } from "./GroupActions";
import { Proposed } from "./Proposed";

type Filter = "waiting" | "answered" | "all";

const OPEN = 10;

const filters: readonly Filter[] = ["waiting", "answered", "all"];

/** What members asked and nobody signed an answer to yet; and what they said of answers. */
export default function QuestionsPage() {
  const { t } = useWords();
  const { community } = usePlace();
  const [filter, setFilter] = useState<Filter>("waiting");
  const questions = useQuery({
    queryKey: ["questions", community.id],
    queryFn: () => read<Questions>(`/api/communities/${community.id}/questions`),
  });
  return (
    <>
      <PageTitle narrow title={t("page.questions")} note={t("questions.note")}>
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
          const shown = all.groups.filter((group) => filter === "all" || group.waits === (filter === "waiting"));
          return (
            <Stack gap="sm" maw="46rem">
              <Text size="sm" c="dimmed">
                {all.on_duty.length > 0 ? t("questions.on_duty", { names: all.on_duty.join(" · ") }) : t("questions.nobody_on_duty")}
              </Text>
              {shown.length === 0 && <Empty title={t("questions.empty")} text={t("questions.empty_next")} />}
              {filter === "waiting" ? (
                <>
                  <Section title={t("questions.passed_heading")} groups={shown.filter((group) => group.passed_on)} />
                  <Section title={t("questions.nameless_heading")} note={t("questions.nameless_note")} groups={shown.filter((group) => !group.passed_on)} />
                </>
              ) : (
                <Rows key={filter} groups={shown} />
              )}
            </Stack>
          );
        }}
      </Loaded>
      <Stack gap="sm" maw="46rem" mt="xl" component="section">
        <Title order={2} size="h3">
          {t("questions.feedback")}
        </Title>
        <FeedbackList />
      </Stack>
    </>
  );
}

interface SectionProps {
  title: string;
  note?: string;
  groups: QuestionGroup[];
}

function Section({ title, note, groups }: SectionProps) {
  if (groups.length === 0) return null;
  return (
    <Stack gap="sm" component="section" mt="sm" aria-label={title}>
      <div>
        <Title order={2} size="h3">
          {title}
        </Title>
        {note !== undefined && (
          <Text size="sm" c="dimmed">
            {note}
          </Text>
        )}
      </div>
      <Rows groups={groups} />
    </Stack>
  );
}

/** The first groups; the others unfold. */
function Rows({ groups }: { groups: QuestionGroup[] }) {
  const { t } = useWords();
  const [shown, setShown] = useState(OPEN);
  const more = groups.length - shown;
  return (
    <>
      {groups.slice(0, shown).map((group) => (
        <Row key={group.questions[0]?.id} group={group} />
      ))}
      {more > 0 && (
        <Button variant="subtle" style={{ alignSelf: "flex-start" }} onClick={() => setShown(shown + OPEN)}>
          {t("questions.more", { count: more })}
        </Button>
      )}
    </>
  );
}

function Row({ group }: { group: QuestionGroup }) {
  const { t, named } = useWords();
  const [first, ...others] = group.questions;
  if (first === undefined) return null;
  const to = first.passed_to === "group" || first.passed_to === "expert" ? t(`questions.to_${first.passed_to}`) : first.passed_to;
  const wordings = [...new Set(others.map((one) => one.text))].filter((text) => text !== first.text);
  return (
    <Paper withBorder p="md" component="article" aria-label={first.text}>
      <Text className="words">{first.text}</Text>
      {wordings.length > 0 && (
        <Text size="sm" c="dimmed" className="words">
          {t("questions.other_words", { words: wordings.join(" / ") })}
        </Text>
      )}
      <Group gap="xs" mt={6}>
        <Badge variant="light" tt="none" color={group.waits ? "ember" : "moss"}>
          {named("state", first.state)}
        </Badge>
        {group.askers > 1 && (
          <Badge variant="outline" color="ember" tt="none">
            {t("questions.askers", { count: group.askers })}
          </Badge>
        )}
        {to !== null && (
          <Badge variant="outline" color="gray" tt="none">
            {to}
          </Badge>
        )}
        <AskedBy group={group} />
      </Group>
      {group.proposed !== null && <Proposed group={group} proposed={group.proposed} />}
      {group.waits && <GroupActions group={group} />}
    </Paper>
  );
}

/** Who asked, as far as they passed it on by name, and when. */
function AskedBy({ group }: { group: QuestionGroup }) {
  const { t, language } = useWords();
  const first = group.questions[0];
  const askers = [...new Set(group.questions.flatMap((one) => one.asked_by ?? []))].join(language === "zh" ? "、" : ", ");
  const nobody = t(first?.passed_to == null ? "questions.nameless" : "questions.unnamed");
  return (
    <Text size="sm" c="dimmed">
      {askers === "" ? nobody : askers}
      {first?.at != null && (
        <>
          {" · "}
          <Moment at={first.at} />
        </>
      )}
    </Text>
  );
}

import { Anchor, Button, CloseButton, Group, Paper, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { Link } from "wouter";
import { call, read } from "@/api/call";
import type { Trial, TrialOutcome } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { useEcho, useSetEcho } from "@/pages/me/Echo";
import { failureSentence } from "@/parts/parts";
import { useWords } from "@/words/words";
import classes from "@/pages/pains/pains.module.css";

const outcomes = ["worked", "partly", "not"] as const;

/** 试了吗: asked once, some days after an answer; only the reader sees it. */
export function TrialCard() {
  const { community } = usePlace();
  const due = useQuery({
    queryKey: ["trial", community.id],
    queryFn: async () => (await read<{ trial: Trial | null }>(`/api/communities/${community.id}/trial`)).trial,
    staleTime: Infinity,
  });
  if (due.data === undefined || due.data === null) return null;
  return <Folding key={due.data.id} trial={due.data} />;
}

/** One line that opens: the talk comes first. */
function Folding({ trial }: { trial: Trial }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  if (open) return <Card trial={trial} />;
  return (
    <Paper withBorder p="xs" component="section" aria-label={t("trial.title")} className={classes.tap ?? ""}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" lineClamp={1}>
          <Text span fw={600}>
            {t("trial.title")}
          </Text>{" "}
          {trial.text}
        </Text>
        <Button size="compact-sm" variant="light" style={{ flexShrink: 0 }} onClick={() => setOpen(true)}>
          {t("trial.tell")}
        </Button>
      </Group>
    </Paper>
  );
}

function Card({ trial }: { trial: Trial }) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const title = useId();
  const [outcome, choose] = useState<(typeof outcomes)[number] | null>(null);
  const [condition, setCondition] = useState("");
  const fresh = () => refresh(["trial", community.id], ["own-trials", community.id], ["life"]);
  const fail = (error: Error) => notify({ text: failureSentence(error, t), tone: "failure" });
  const put = (said: TrialOutcome | null, words: string | null) => call<Trial>("PUT", `/api/trials/${trial.id}`, { outcome: said, condition: words });
  const back = useMutation({ mutationFn: () => put(null, null), onSettled: fresh, onError: fail });
  const answer = useMutation({
    mutationFn: (said: TrialOutcome) => put(said, condition.trim() === "" ? null : condition.trim()),
    onSuccess: () => notify({ text: t("trial.said"), undo: () => back.mutate(), lasts: 10_000 }),
    onSettled: fresh,
    onError: fail,
  });
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby={title} className={classes.tap ?? ""}>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <div>
            <Title order={2} id={title} fz="1rem">
              {t("trial.title")}
            </Title>
            <Text size="xs" c="dimmed">
              {t("trial.note")}
            </Text>
          </div>
          <CloseButton size="sm" aria-label={t("trial.outcome_declined")} disabled={answer.isPending} onClick={() => answer.mutate("declined")} />
        </Group>
        <Text size="sm" className="words">
          {trial.text}
        </Text>
        <Anchor component={Link} href={`/c/${community.slug}/library/${trial.article_id}`} size="xs">
          {trial.title}
        </Anchor>
        <Group gap="xs" role="group" aria-labelledby={title}>
          {outcomes.map((one) => (
            <Button key={one} size="compact-md" variant={outcome === one ? "filled" : "default"} aria-pressed={outcome === one} onClick={() => choose(one)}>
              {t(`trial.outcome_${one}`)}
            </Button>
          ))}
          <Button size="compact-md" variant="subtle" color="gray" disabled={answer.isPending} onClick={() => answer.mutate("not_yet")}>
            {t("trial.outcome_not_yet")}
          </Button>
        </Group>
        {outcome !== null && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              answer.mutate(outcome);
            }}
          >
            <Stack gap="xs">
              <TextInput size="sm" autoFocus maxLength={120} label={t("trial.condition")} description={t("trial.condition_note")} value={condition} onChange={(event) => setCondition(event.currentTarget.value)} />
              <Group>
                <Button type="submit" size="compact-md" loading={answer.isPending}>
                  {t("trial.send")}
                </Button>
              </Group>
            </Stack>
          </form>
        )}
      </Stack>
    </Paper>
  );
}

/** 回响: a quiet line once a week where somebody was helped by the reader's words. */
export function EchoCard() {
  const { t } = useWords();
  const echo = useEcho();
  const set = useSetEcho();
  if (echo.data === undefined || !echo.data.on || echo.data.seen || echo.data.people === 0) return null;
  return (
    <Paper withBorder p="xs" component="section" aria-label={t("echo.title")} className={classes.tap ?? ""}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm">{t("echo.card", { count: echo.data.people })}</Text>
        <CloseButton size="sm" aria-label={t("act.close")} disabled={set.isPending} onClick={() => set.mutate({ seen: true })} />
      </Group>
    </Paper>
  );
}

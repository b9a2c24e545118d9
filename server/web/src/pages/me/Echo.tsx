import { Button, Group, Paper, Stack, Switch, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { call, read } from "@/api/call";
import type { Trial, WeekEcho } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { Day, failureSentence } from "@/parts/parts";
import { useWords } from "@/words/words";
import classes from "./me.module.css";

export function useEcho() {
  const { community } = usePlace();
  return useQuery({
    queryKey: ["echo", community.id],
    queryFn: () => read<WeekEcho>(`/api/communities/${community.id}/me/echo`),
    staleTime: 60_000,
  });
}

export function useSetEcho() {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (change: { on?: boolean; seen?: boolean }) => call<null>("PUT", `/api/communities/${community.id}/me/echo`, change),
    onSuccess: (_, { on }) => {
      if (on !== undefined) notify({ text: t(on ? "echo.said_on" : "echo.said_off") });
      refresh(["echo", community.id]);
    },
    onError: (error) => notify({ text: failureSentence(error, t), tone: "failure" }),
  });
}

/** What one's own sentences were good for last week, in counts; and the switch. */
export function EchoPart() {
  const { t } = useWords();
  const echo = useEcho();
  const set = useSetEcho();
  if (echo.data === undefined) return null;
  const { on, people, uses } = echo.data;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="echo-title">
      <Title order={2} size="h4" id="echo-title">
        {t("echo.title")}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t("echo.note")}
      </Text>
      {on && <Text size="sm">{[people > 0 ? t("echo.told", { count: people }) : "", uses > people ? t("echo.uses", { count: uses }) : "", uses === 0 ? t("echo.none") : ""].join(" ")}</Text>}
      <Switch mt="sm" label={t("echo.switch")} checked={on} disabled={set.isPending} onChange={(event) => set.mutate({ on: event.currentTarget.checked })} />
    </Paper>
  );
}

/** What the reader was asked to tell of, and what they said; each answer can be taken back. */
export function OwnTrials() {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const trials = useQuery({
    queryKey: ["own-trials", community.id],
    queryFn: async () => (await read<{ trials: Trial[] }>(`/api/communities/${community.id}/me/trials`)).trials,
  });
  const back = useMutation({
    mutationFn: (id: number) => call<Trial>("PUT", `/api/trials/${id}`, { outcome: null }),
    onSuccess: () => refresh(["own-trials", community.id], ["trial", community.id], ["life"]),
    onError: (error) => notify({ text: failureSentence(error, t), tone: "failure" }),
  });
  const found = trials.data ?? [];
  if (found.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="trials-title">
      <Title order={2} size="h4" id="trials-title">
        {t("trial.mine")}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t("trial.mine_note")}
      </Text>
      <Stack gap="xs" component="ul" className={classes.asked ?? ""}>
        {found.map((one) => (
          <li key={one.id}>
            <Text size="sm" c="dimmed">
              <Day at={one.asked_at} /> · <Link href={`/c/${community.slug}/library/${one.article_id}`}>{one.title}</Link>
            </Text>
            <Text size="sm">{one.text}</Text>
            <Group gap="xs">
              <Text size="sm">
                {one.outcome === null ? t("trial.open") : t(`trial.outcome_${one.outcome}`)}
                {one.condition !== null && ` · ${one.condition}`}
              </Text>
              {one.outcome !== null && (
                <Button size="compact-sm" variant="default" loading={back.isPending} onClick={() => back.mutate(one.id)}>
                  {t("trial.take_back")}
                </Button>
              )}
            </Group>
          </li>
        ))}
      </Stack>
    </Paper>
  );
}

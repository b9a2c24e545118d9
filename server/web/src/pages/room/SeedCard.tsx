import { Badge, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { call, read } from "@/api/call";
import type { Seed, SeedAnswer, Seeds } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { failureSentence, Moment } from "@/parts/parts";
import { useWords } from "@/words/words";

/** The talks the reader agreed to begin and is asked for now; nobody else sees them. */
export function SeedCards() {
  const { community } = usePlace();
  const seeds = useQuery({
    queryKey: ["seeds", community.id],
    queryFn: async () => (await read<Seeds>(`/api/communities/${community.id}/me/seeds`)).seeds,
  });
  if (seeds.data === undefined || seeds.data.length === 0) return null;
  return (
    <Stack gap="xs" mb="xs">
      {seeds.data.map((seed) => (
        <Folding key={seed.id} seed={seed} />
      ))}
    </Stack>
  );
}

function useAnswer(seed: Seed) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const settle = () => refresh(["seeds", community.id]);
  const put = (answer: SeedAnswer) => call<Seeds>("PUT", `/api/seeds/${seed.id}`, { answer });
  const fail = (error: Error) => {
    notify({ text: failureSentence(error, t), tone: "failure" });
    settle();
  };
  const back = useMutation({ mutationFn: () => put("reopen"), onSuccess: settle, onError: fail });
  return useMutation({
    mutationFn: put,
    onSuccess: (_, answer) => {
      notify({ text: t(answer === "take" ? "seed.said_take" : "seed.said_next_time"), undo: () => back.mutate(), lasts: 9_000 });
      settle();
    },
    onError: fail,
  });
}

/** On a phone one line that opens; the talk comes first there. */
function Folding({ seed }: { seed: Seed }) {
  const { t } = useWords();
  const [open, setOpen] = useState(() => window.matchMedia("(min-width: 48em)").matches);
  if (open) return <Card seed={seed} />;
  return (
    <Paper withBorder p="xs">
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          {t("seed.title", { topic: seed.topic })}
        </Text>
        <Button size="compact-sm" variant="light" style={{ flexShrink: 0 }} onClick={() => setOpen(true)}>
          {t(seed.state === "taken" ? "seed.taken" : "seed.open")}
        </Button>
      </Group>
    </Paper>
  );
}

function Card({ seed }: { seed: Seed }) {
  const { t } = useWords();
  const answer = useAnswer(seed);
  const title = useId();
  const taken = seed.state === "taken";
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby={title}>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
          <div>
            <Title order={2} id={title} fz="1rem" style={{ overflowWrap: "anywhere" }}>
              {t("seed.title", { topic: seed.topic })}
            </Title>
            <Text size="xs" c="dimmed">
              <Moment at={seed.for_at} /> · {seed.zone} · {t("seed.only_you")}
            </Text>
          </div>
          {taken && (
            <Badge variant="light" tt="none" style={{ flexShrink: 0 }}>
              {t("seed.taken")}
            </Badge>
          )}
        </Group>
        <Text size="sm" style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
          {seed.brief}
        </Text>
        <Text size="xs" c="dimmed">
          {t("seed.own_words")}
        </Text>
        <Group gap="xs">
          {!taken && (
            <Button size="compact-md" disabled={answer.isPending} onClick={() => answer.mutate("take")}>
              {t("seed.take")}
            </Button>
          )}
          <Button size="compact-md" variant={taken ? "subtle" : "default"} color="gray" disabled={answer.isPending} onClick={() => answer.mutate("next_time")}>
            {t("seed.next_time")}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

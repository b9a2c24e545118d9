import { Button, Checkbox, CloseButton, Group, Paper, Radio, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useId, useState, type SubmitEvent } from "react";
import { call, read } from "@/api/call";
import type { Tap, TapAnswer, TapDue } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { failureSentence } from "@/parts/parts";
import { useWords } from "@/words/words";
import classes from "@/pages/pains/pains.module.css";

type Said = Exclude<TapAnswer["choice"], "reopen">;

/** The private question of the month, for the members who are asked; nobody else sees it. */
export function TapCard() {
  const { community } = usePlace();
  const asked = community.role === "member" || community.role === "active_member";
  const due = useQuery({
    queryKey: ["tap", community.id],
    queryFn: async () => (await read<TapDue>(`/api/communities/${community.id}/tap`)).tap,
    enabled: asked,
    staleTime: Infinity,
  });
  if (due.data === undefined || due.data === null) return null;
  return <Folding key={due.data.id} tap={due.data} />;
}

/** On a phone one line that opens; the talk comes first there. */
function Folding({ tap }: { tap: Tap }) {
  const { t } = useWords();
  const [open, setOpen] = useState(() => window.matchMedia("(min-width: 48em)").matches);
  if (open) return <Card tap={tap} />;
  return (
    <Paper withBorder p="xs" className={classes.tap ?? ""}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm">{t("tap.title")}</Text>
        <Button size="compact-sm" variant="light" onClick={() => setOpen(true)}>
          {t("tap.open")}
        </Button>
      </Group>
    </Paper>
  );
}

function useAnswer(tap: Tap) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const settle = () => refresh(["tap", community.id]);
  const put = (answer: TapAnswer) => call<Tap>("PUT", `/api/taps/${tap.id}`, answer);
  const fail = (error: Error) => notify({ text: failureSentence(error, t), tone: "failure" });
  const back = useMutation({ mutationFn: () => put({ choice: "reopen" }), onSuccess: settle, onError: fail });
  return useMutation({
    mutationFn: put,
    onSuccess: (_, { choice }) => {
      notify({ text: t(`tap.said_${choice as Said}`), undo: () => back.mutate(), lasts: 10_000 });
      settle();
    },
    onError: fail,
  });
}

function Card({ tap }: { tap: Tap }) {
  const { t } = useWords();
  const answer = useAnswer(tap);
  const [chosen, choose] = useState<string | null>(null);
  const [text, setText] = useState("");
  const [mayQuote, setMayQuote] = useState(false);
  const title = useId();
  const own = text.trim();
  const keep = (event: SubmitEvent) => {
    event.preventDefault();
    if (own === "" && chosen === null) return;
    const named = own === "" ? { pain_id: Number(chosen) } : { text: own, may_quote: mayQuote };
    answer.mutate({ choice: "answer", ...named });
  };
  const write = (value: string) => {
    setText(value);
    if (value.trim() !== "") choose(null);
  };
  const pick = (value: string) => {
    choose(value);
    setText("");
    setMayQuote(false);
  };
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby={title} className={classes.tap ?? ""}>
      <form onSubmit={keep}>
        <Stack gap="xs">
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <div>
              <Title order={2} id={title} fz="1rem">
                {t("tap.title")}
              </Title>
              <Text size="xs" c="dimmed">
                {t("tap.note")}
              </Text>
            </div>
            <CloseButton size="sm" aria-label={t("tap.not_now")} disabled={answer.isPending} onClick={() => answer.mutate({ choice: "not_now" })} />
          </Group>
          {tap.choices.length > 0 && (
            <Radio.Group aria-label={t("tap.choose")} value={chosen} onChange={pick}>
              <Stack gap={6}>
                {tap.choices.map((one) => (
                  <Radio key={one.pain_id} size="sm" value={String(one.pain_id)} label={one.words} />
                ))}
              </Stack>
            </Radio.Group>
          )}
          <TextInput size="sm" aria-label={t("tap.text")} placeholder={t("tap.text")} value={text} maxLength={300} onChange={(event) => write(event.currentTarget.value)} />
          {own !== "" && <Checkbox size="sm" label={t("tap.may_quote")} checked={mayQuote} onChange={(event) => setMayQuote(event.currentTarget.checked)} />}
          <Group gap="xs">
            <Button type="submit" size="compact-md" loading={answer.isPending} disabled={own === "" && chosen === null}>
              {t("tap.answer")}
            </Button>
            <Button size="compact-md" variant="subtle" color="gray" disabled={answer.isPending} onClick={() => answer.mutate({ choice: "not_now" })}>
              {t("tap.not_now")}
            </Button>
            <Button size="compact-md" variant="subtle" color="gray" disabled={answer.isPending} onClick={() => answer.mutate({ choice: "never" })}>
              {t("tap.never")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

import { Button, Checkbox, Group, Paper, Radio, Stack, Text, Textarea, TextInput, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { Link } from "wouter";
import { call, read } from "@/api/call";
import type { AskedOfMe as Question, QuoteOfMe } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { failureSentence } from "@/parts/parts";
import { useWords } from "@/words/words";
import classes from "./me.module.css";

interface Asked {
  questions: Question[];
  quotes: QuoteOfMe[];
}

function useAsked() {
  const { community } = usePlace();
  return useQuery({ queryKey: ["asked-of-me", community.id], queryFn: () => read<Asked>(`/api/communities/${community.id}/me/asked`) });
}

function useTold<Sent>(path: (sent: Sent) => string, body: (sent: Sent) => object, said: (sent: Sent) => string) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (sent: Sent) => call("PUT", path(sent), body(sent)),
    onSuccess: (_, sent) => {
      notify({ text: said(sent) });
      refresh(["asked-of-me", community.id], ["articles", community.id]);
    },
    onError: (error) => notify({ text: failureSentence(error, t), tone: "failure" }),
  });
}

/** In the room: one line when something waits, with the way to it. */
export function AskedNote() {
  const { t } = useWords();
  const { community } = usePlace();
  const asked = useAsked().data;
  const waits = asked !== undefined && (asked.questions.some((one) => one.answer === null) || asked.quotes.some((one) => one.waits));
  if (!waits) return null;
  return (
    <Paper withBorder p="xs" mt="xs">
      <Group justify="space-between" gap="xs">
        <Text size="sm">{t("asked.room")}</Text>
        <Button component={Link} href={`/c/${community.slug}/me`} size="compact-sm" variant="light">
          {t("asked.room_open")}
        </Button>
      </Group>
    </Paper>
  );
}

/** What one is asked in private about one's own words; nothing where nothing was asked. */
export function AskedOfMe() {
  const { t } = useWords();
  const asked = useAsked().data;
  if (asked === undefined) return null;
  return (
    <>
      {asked.questions.length > 0 && (
        <Part title={t("asked.title")} note={t("asked.note")}>
          {asked.questions.map((question) => (
            <Questioned key={question.id} question={question} />
          ))}
        </Part>
      )}
      {asked.quotes.length > 0 && (
        <Part title={t("asked.quotes")} note={t("asked.quotes_note")}>
          {asked.quotes.map((quote) => (
            <Quoted key={`${quote.id}-${quote.shape}`} quote={quote} />
          ))}
        </Part>
      )}
    </>
  );
}

function Part({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {note}
      </Text>
      <Stack gap="lg">{children}</Stack>
    </Paper>
  );
}

function Questioned({ question }: { question: Question }) {
  const { t } = useWords();
  const [text, setText] = useState(question.answer ?? "");
  const [open, setOpen] = useState(question.answer === null);
  const tell = useTold<string | null>(
    () => `/api/author-questions/${question.id}/answer`,
    (sent) => ({ text: sent }),
    (sent) => t(sent === null ? "asked.said_taken" : "asked.said_answered"),
  );
  const send = (sent: string | null) =>
    tell.mutate(sent, {
      onSuccess: () => {
        setOpen(sent === null);
        if (sent === null) setText("");
      },
    });
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t("asked.said")}
      </Text>
      <blockquote className={classes.own}>{question.quote}</blockquote>
      <Text size="sm" mt={4}>
        <b>{t("asked.asks", { name: question.asker ?? t("asked.somebody") })}</b> {question.text}
      </Text>
      {open ? (
        <Stack gap="xs" mt="xs">
          <Textarea label={t("asked.answer")} autosize minRows={2} maxLength={1000} value={text} onChange={(event) => setText(event.currentTarget.value)} />
          <Button style={{ alignSelf: "flex-start" }} size="sm" loading={tell.isPending} disabled={text.trim() === ""} onClick={() => send(text.trim())}>
            {t("asked.send")}
          </Button>
        </Stack>
      ) : (
        <Group mt="xs" gap="xs">
          <Text size="sm" className="words" style={{ flex: "1 1 12rem" }}>
            {question.answer}
          </Text>
          <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
            {t("asked.change")}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" loading={tell.isPending} onClick={() => send(null)}>
            {t("asked.take_back")}
          </Button>
        </Group>
      )}
    </div>
  );
}

const shapes = ["name", "nickname", "anonymous", "withheld"] as const;
type Shape = QuoteOfMe["shape"];

interface Choice {
  shape: Shape;
  nickname: string;
  always: boolean;
}

function Quoted({ quote }: { quote: QuoteOfMe }) {
  const { t } = useWords();
  const [choice, setChoice] = useState<Choice>({ shape: quote.shape, nickname: quote.nickname, always: false });
  const tell = useTold<Choice>(
    () => `/api/quote-consents/${quote.id}`,
    ({ shape, nickname, always }) => ({ shape, nickname: shape === "nickname" ? nickname : null, always: always && shape !== "withheld" }),
    ({ shape }) => t(shape === "withheld" ? "asked.said_withheld" : "asked.said_kept"),
  );
  const changed = choice.shape !== quote.shape || choice.nickname !== quote.nickname || choice.always || !quote.answered;
  const whole = choice.shape !== "nickname" || choice.nickname.trim() !== "";
  return (
    <div role="group" aria-label={quote.title}>
      {quote.quotes.map((words) => (
        <blockquote key={words} className={classes.own}>
          {words}
        </blockquote>
      ))}
      <Radio.Group mt="xs" label={`${t("asked.how")} ${quote.title}`} value={choice.shape} onChange={(value) => setChoice({ ...choice, shape: shapes.find((one) => one === value) ?? choice.shape })}>
        <Group gap="md" mt="xs">
          {shapes.map((shape) => (
            <Radio key={shape} value={shape} label={t(`asked.shape_${shape}`)} />
          ))}
        </Group>
      </Radio.Group>
      {choice.shape === "nickname" && (
        <TextInput mt="xs" maw={260} label={t("asked.nickname")} maxLength={40} value={choice.nickname} onChange={(event) => setChoice({ ...choice, nickname: event.currentTarget.value })} />
      )}
      {choice.shape === "withheld" ? (
        <Text size="sm" c="dimmed" mt="xs">
          {t("asked.withheld_note")}
        </Text>
      ) : (
        <Checkbox mt="xs" label={t("asked.always")} checked={choice.always} onChange={(event) => setChoice({ ...choice, always: event.currentTarget.checked })} />
      )}
      <Button mt="xs" size="sm" variant="default" loading={tell.isPending} disabled={!changed || !whole} onClick={() => tell.mutate(choice)}>
        {t("asked.keep")}
      </Button>
    </div>
  );
}

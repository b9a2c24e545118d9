import { Alert, Button, Center, Loader, Stack, Text, Title } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { useEffect, useState, type ReactNode } from "react";
import { Link } from "wouter";
import { ApiError } from "@/api/call";
import { usePlace } from "@/app/session";
import { dayWord, momentWord } from "@/words/clock";
import { useWords, type Words } from "@/words/words";

/** The sentence of a failure: the server's own, else one for a broken connection. */
export function failureSentence(error: unknown, t: Words["t"]): string {
  if (error instanceof ApiError && error.message !== "") return error.message;
  if (error instanceof ApiError && error.status === 0) return t("failure.unreachable");
  return t("failure.unknown");
}

/** What went wrong, and the way on: once more, or home where there is nothing to have. */
export function Failure({ error, again }: { error: unknown; again?: () => void }) {
  const { t } = useWords();
  const missing = error instanceof ApiError && error.status === 404;
  return (
    <Alert color="red" variant="light" role="alert" title={t("failure.title")}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{failureSentence(error, t)}</Text>
        {again !== undefined &&
          (missing ? (
            <Button size="compact-sm" variant="default" component={Link} href="/">
              {t("act.home")}
            </Button>
          ) : (
            <Button size="compact-sm" variant="default" onClick={again}>
              {t("act.again")}
            </Button>
          ))}
      </Stack>
    </Alert>
  );
}

export function Waiting() {
  const { t } = useWords();
  return (
    <Center py={64} role="status" aria-label={t("state.loading")}>
      <Loader type="dots" />
    </Center>
  );
}

type Asked<T> = Pick<UseQueryResult<T>, "data" | "error" | "refetch">;

/** What an answer of the API looks like while it is awaited, when it failed, and when it is here. */
export function Loaded<T>({ from, children }: { from: Asked<T>; children: (value: T) => ReactNode }) {
  if (from.data !== undefined) return children(from.data);
  if (from.error !== null) return <Failure error={from.error} again={() => void from.refetch()} />;
  return <Waiting />;
}

export function Empty({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" py={56} px="md" ta="center">
      <svg width="72" height="60" viewBox="0 0 72 60" aria-hidden="true" focusable="false">
        <path d="M14 28h44v12a12 12 0 0 1-12 12H26a12 12 0 0 1-12-12z" fill="var(--mantine-color-ember-1)" stroke="var(--mantine-color-ember-6)" strokeWidth="2" />
        <path d="M8 33h6M58 33h6M12 25h48" stroke="var(--mantine-color-ember-6)" strokeWidth="3" strokeLinecap="round" />
        <path d="M28 17c-4-4 3-6 0-11M42 17c-4-4 3-6 0-11" fill="none" stroke="var(--mantine-color-ember-4)" strokeWidth="2.5" strokeLinecap="round" />
      </svg>
      <Title order={2}>{title}</Title>
      <Text c="dimmed" maw={460}>
        {text}
      </Text>
      {children}
    </Stack>
  );
}

export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** A time in the community's zone, exact on hover. */
export function Moment({ at }: { at: string }) {
  const { language } = useWords();
  const { community } = usePlace();
  const now = useNow();
  const moment = new Date(at);
  return (
    <time dateTime={at} title={moment.toLocaleString(language, { timeZone: community.timezone })}>
      {momentWord(moment, now, language, community.timezone)}
    </time>
  );
}

/** A day in the community's zone, where the hour does not matter. */
export function Day({ at }: { at: string }) {
  const { language } = useWords();
  const { community } = usePlace();
  const now = useNow();
  return <time dateTime={at}>{dayWord(new Date(at), now, language, community.timezone)}</time>;
}

interface PageTitleProps {
  title: string;
  note?: string;
  /** What stands below it is a column to read, so what stands beside it keeps to that column. */
  narrow?: boolean;
  children?: ReactNode;
}

export function PageTitle({ title, note, narrow = false, children }: PageTitleProps) {
  const { community } = usePlace();
  useEffect(() => {
    document.title = `${title} · ${community.name} · Simmer`;
  }, [title, community.name]);
  return (
    <header className={narrow ? "page-title measure" : "page-title"}>
      <div>
        <Title order={1}>{title}</Title>
        {note !== undefined && (
          <Text c="dimmed" size="sm" maw={680} mt={4}>
            {note}
          </Text>
        )}
      </div>
      {children}
    </header>
  );
}

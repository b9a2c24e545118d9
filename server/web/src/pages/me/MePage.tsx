import { Button, Group, Paper, Stack, Switch, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { call, read } from "@/api/call";
import type { AboutMe } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { Day, failureSentence, Loaded, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { SeedCards } from "@/pages/room/SeedCard";
import { Agreed } from "./Agreed";
import { AskedOfMe } from "./AskedOfMe";
import { EchoPart, OwnTrials } from "./Echo";
import { GuessCard } from "./GuessCard";
import classes from "./me.module.css";

/** Everything kept about the reader, what is guessed of them, and the ways to say no. */
export default function MePage() {
  const { t } = useWords();
  const { community } = usePlace();
  const me = useQuery({
    queryKey: ["about-me", community.id],
    queryFn: () => read<AboutMe>(`/api/communities/${community.id}/me`),
  });
  return (
    <>
      <PageTitle title={t("page.me")} note={t("me.note")} />
      <Loaded from={me}>
        {(about) => (
          <Stack gap="md" maw="46rem">
            <AskedOfMe />
            <Kept about={about} />
            <Promises />
            <EchoPart />
            <Guesses about={about} />
            {about.taps.length > 0 && <Asked taps={about.taps} />}
            <OwnTrials />
            <LeftAlone about={about} />
          </Stack>
        )}
      </Loaded>
    </>
  );
}

function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      {note !== undefined && (
        <Text size="sm" c="dimmed" mb="sm">
          {note}
        </Text>
      )}
      {children}
    </Paper>
  );
}

function Kept({ about }: { about: AboutMe }) {
  const { t, named } = useWords();
  const { community } = usePlace();
  const { messages, reactions, questions, first_at, last_at } = about.amount;
  const nothing = messages + reactions + questions === 0;
  return (
    <Part title={t("me.kept")}>
      <dl className={classes.kept}>
        <dt>{t("me.name")}</dt>
        <dd>{about.name}</dd>
        {about.aliases.length > 0 && (
          <>
            <dt>{t("me.aliases")}</dt>
            <dd>{about.aliases.join(" · ")}</dd>
          </>
        )}
        <dt>{t("me.role")}</dt>
        <dd>{named("role", about.role)}</dd>
        {about.joined_at !== null && (
          <>
            <dt>{t("me.joined")}</dt>
            <dd>
              <Day at={about.joined_at} />
            </dd>
          </>
        )}
        <dt>{t("me.said")}</dt>
        <dd>
          {nothing ? t("me.amount_none") : t("me.amount", { messages, reactions, questions })}
          {first_at !== null && last_at !== null && (
            <Text size="sm" c="dimmed">
              <Day at={first_at} /> – <Day at={last_at} />
            </Text>
          )}
        </dd>
      </dl>
      <Group gap="xs" mt="sm">
        <Button component="a" variant="default" size="sm" href={`/api/communities/${community.id}/me/download`} download>
          {t("me.download")}
        </Button>
        <Text size="xs" c="dimmed" style={{ flex: "1 1 16rem" }}>
          {t("me.download_note")}
        </Text>
      </Group>
    </Part>
  );
}

function Promises() {
  const { t } = useWords();
  return (
    <Part title={t("agreed.title")} note={t("agreed.note")}>
      <SeedCards />
      <Agreed />
    </Part>
  );
}

function Guesses({ about }: { about: AboutMe }) {
  const { t } = useWords();
  if (about.opted_out)
    return (
      <Part title={t("me.guessed")}>
        <Text size="sm">{t("me.opted_nothing")}</Text>
      </Part>
    );
  return (
    <Part title={t("me.guessed")} note={t("me.guessed_note")}>
      <Stack gap="md">
        {about.guesses.map((guess) => (
          <GuessCard key={guess.about} guess={guess} />
        ))}
      </Stack>
    </Part>
  );
}

function Asked({ taps }: { taps: AboutMe["taps"] }) {
  const { t } = useWords();
  return (
    <Part title={t("me.asked")} note={t("me.asked_note")}>
      <Stack gap="xs" component="ul" className={classes.asked ?? ""}>
        {taps.map((tap) => (
          <li key={tap.id}>
            <Text size="sm" c="dimmed">
              <Day at={tap.asked_at} />
            </Text>
            <Text size="sm">{tap.text ?? tap.words ?? t(tap.declined_at === null ? "me.tap_open" : "me.tap_declined")}</Text>
          </li>
        ))}
      </Stack>
    </Part>
  );
}

function LeftAlone({ about }: { about: AboutMe }) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const change = useMutation({
    mutationFn: (opted_out: boolean) => call<null>("PUT", `/api/communities/${community.id}/me/opt-out`, { opted_out }),
    onSuccess: (_, opted_out) => {
      notify({ text: t(opted_out ? "me.opted_now" : "me.opted_back") });
      refresh(["about-me", community.id], ["members", community.id], ["readings", community.id]);
    },
    onError: (error) => notify({ text: failureSentence(error, t), tone: "failure" }),
  });
  return (
    <Part title={t("me.opted")}>
      <Switch
        mt="xs"
        label={t("me.opt_label")}
        description={t("me.opt_note")}
        checked={change.isPending ? change.variables : about.opted_out}
        disabled={change.isPending}
        onChange={(event) => change.mutate(event.currentTarget.checked)}
      />
    </Part>
  );
}

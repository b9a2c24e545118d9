import { ActionIcon, Anchor, Badge, Button, Group, NativeSelect, Paper, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type SyntheticEvent } from "react";
import { Link } from "wouter";
import { call, read } from "@/api/call";
import type { Inheritance, Stuck } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { Icon } from "@/parts/icons";
import { Empty, failureSentence, Loaded, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { LibraryTabs } from "./LibraryTabs";
import { useDrafting } from "./TakeAlong";
import classes from "./library.module.css";

/** What the cohort before got stuck on, week by week, with what was signed about it. */
export function EarlierPage() {
  const { t } = useWords();
  const { community } = usePlace();
  const [week, setWeek] = useState<number | null>(null);
  const asked = week === null ? "" : `?week=${week}`;
  const earlier = useQuery({
    queryKey: ["cohort", community.id, week],
    queryFn: () => read<Inheritance>(`/api/communities/${community.id}/cohort${asked}`),
  });
  return (
    <>
      <PageTitle title={t("library.tab_earlier")} note={t("earlier.note")} />
      <LibraryTabs at="earlier" />
      <Loaded from={earlier}>
        {(found) => (
          <Stack gap="lg" maw={760}>
            {found.parent === null ? <Empty title={t("earlier.none")} text={found.may_change ? t("earlier.none_next") : t("earlier.none_text")} /> : <Week found={found} turn={setWeek} />}
            {found.may_change && <Choosing key={found.parent?.id ?? 0} found={found} />}
          </Stack>
        )}
      </Loaded>
    </>
  );
}

function Week({ found, turn }: { found: Inheritance; turn: (week: number) => void }) {
  const { t } = useWords();
  const { community } = usePlace();
  const drafting = useDrafting(`/api/communities/${community.id}/cohort/relay`);
  return (
    <section aria-labelledby="week-title">
      <Group justify="space-between" mb="sm" gap="xs">
        <Group gap="xs">
          <ActionIcon variant="default" size="lg" aria-label={t("earlier.week_before")} disabled={found.week <= 1} onClick={() => turn(found.week - 1)}>
            <Icon name="back" />
          </ActionIcon>
          <Title order={2} id="week-title" fz="1.1rem">
            {t("earlier.week", { name: found.parent?.name, week: found.week })}
          </Title>
          <ActionIcon variant="default" size="lg" aria-label={t("earlier.week_after")} onClick={() => turn(found.week + 1)}>
            <span className={classes.turned}>
              <Icon name="back" />
            </span>
          </ActionIcon>
        </Group>
        {found.may_draft && (
          <Button size="sm" variant="default" loading={drafting.isPending} onClick={() => drafting.mutate()}>
            {t("earlier.draft")}
          </Button>
        )}
      </Group>
      {found.stuck.length === 0 ? (
        <Text role="status">{t("earlier.calm")}</Text>
      ) : (
        <ul className={classes.list}>
          {found.stuck.map((one) => (
            <li key={one.words}>
              <Knot one={one} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Knot({ one }: { one: Stuck }) {
  const { t } = useWords();
  const { community } = usePlace();
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
        <Text fw={600}>{one.words}</Text>
        <Badge variant="light" color="gray" tt="none" style={{ flexShrink: 0 }}>
          {t("earlier.people", { count: one.people })}
        </Badge>
      </Group>
      {one.article_id === null ? (
        <Text size="sm" c="dimmed">
          {t("earlier.unanswered")}
        </Text>
      ) : (
        <Text size="sm" mt={4}>
          {one.answer}{" "}
          <Anchor component={Link} href={`/c/${community.slug}/library/earlier/${one.article_id}`}>
            {one.title}
          </Anchor>
        </Text>
      )}
    </Paper>
  );
}

interface Chosen {
  parent_id: number | null;
  began_on: string | null;
}

interface Put {
  chosen: Chosen;
  /** What held before; null while that is put back. */
  before: Chosen | null;
}

function Choosing({ found }: { found: Inheritance }) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const [parent, setParent] = useState(String(found.parent?.id ?? ""));
  const [began, setBegan] = useState(found.began_on ?? "");
  const saving = useMutation({
    mutationFn: ({ chosen }: Put) => call("PUT", `/api/communities/${community.id}/cohort`, chosen),
    onSuccess: (_, { chosen, before }) => {
      refresh(["cohort", community.id], ["articles", community.id], ["resources", community.id]);
      if (before === null) {
        setParent(String(chosen.parent_id ?? ""));
        setBegan(chosen.began_on ?? "");
        notify({ text: t("settings.back") });
        return;
      }
      const text = t(chosen.parent_id === null ? "earlier.said_alone" : "earlier.said_kept");
      notify({ text, lasts: 10_000, undo: () => saving.mutate({ chosen: before, before: null }) });
    },
    onError: (error) => notify({ text: failureSentence(error, t), tone: "failure" }),
  });
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    saving.mutate({
      chosen: { parent_id: parent === "" ? null : Number(parent), began_on: began === "" ? null : began },
      before: { parent_id: found.parent?.id ?? null, began_on: found.began_on ?? null },
    });
  };
  return (
    <Paper withBorder p="md" component="form" onSubmit={send} aria-label={t("earlier.choose")}>
      <Stack gap="sm">
        <NativeSelect
          label={t("earlier.parent")}
          description={t("earlier.parent_note")}
          value={parent}
          onChange={(event) => setParent(event.currentTarget.value)}
          data={[{ value: "", label: t("earlier.no_parent") }, ...found.choices.map((one) => ({ value: String(one.id), label: one.name }))]}
        />
        <TextInput type="date" label={t("earlier.began_on")} description={t("earlier.began_note")} value={began} onChange={(event) => setBegan(event.currentTarget.value)} maw={240} />
        <Button type="submit" variant="default" style={{ alignSelf: "flex-start" }} loading={saving.isPending}>
          {t("act.save")}
        </Button>
      </Stack>
    </Paper>
  );
}

import { Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call, post, read } from "@/api/call";
import type { Resource, Resources } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { Empty, failureSentence, Loaded, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { LibraryTabs } from "./LibraryTabs";
import { ResourceForm } from "./ResourceForm";
import classes from "./library.module.css";

/** Links and notes that belong to a topic or a week. */
export function ResourcePage() {
  const { t } = useWords();
  const { community } = usePlace();
  const shelf = useQuery({ queryKey: ["resources", community.id], queryFn: () => read<Resources>(`/api/communities/${community.id}/resources`) });
  return (
    <>
      <PageTitle title={t("library.tab_resources")} note={t("resource.note")} />
      <LibraryTabs at="resources" />
      <Loaded from={shelf}>{(found) => <Shelf shelf={found} />}</Loaded>
    </>
  );
}

function Shelf({ shelf }: { shelf: Resources }) {
  const { t } = useWords();
  const [editing, setEditing] = useState<number | "new" | null>(null);
  const weeks = [...new Set(shelf.resources.map((one) => one.week))];
  return (
    <Stack gap="lg" maw={760}>
      {shelf.may_change && editing === "new" && <ResourceForm close={() => setEditing(null)} />}
      {shelf.may_change && editing !== "new" && (
        <Button style={{ alignSelf: "flex-start" }} onClick={() => setEditing("new")}>
          {t("resource.add")}
        </Button>
      )}
      {shelf.resources.length === 0 && editing === null && <Empty title={t("resource.empty")} text={shelf.may_change ? t("resource.empty_next") : t("resource.empty_text")} />}
      {weeks.map((week) => (
        <section key={week ?? 0} aria-label={week === null ? t("resource.any_week") : t("resource.week", { week })}>
          <Title order={2} fz="1.05rem" mb="xs">
            {week === null ? t("resource.any_week") : t("resource.week", { week })}
          </Title>
          <Stack gap="xs">
            {shelf.resources
              .filter((one) => one.week === week)
              .map((one) =>
                editing === one.id && one.cohort === null ? (
                  <ResourceForm key={one.id} known={one} close={() => setEditing(null)} />
                ) : (
                  <Card key={`${one.cohort ?? ""}-${one.id}`} one={one} edit={shelf.may_change && one.cohort === null ? () => setEditing(one.id) : null} />
                ),
              )}
          </Stack>
        </section>
      ))}
    </Stack>
  );
}

function Card({ one, edit }: { one: Resource; edit: (() => void) | null }) {
  const { t } = useWords();
  const remove = useRemoving(one);
  return (
    <Paper withBorder p="sm" className={classes.resource}>
      <Group justify="space-between" align="flex-start" gap="xs">
        {one.url === null ? (
          <Text fw={600}>{one.title}</Text>
        ) : (
          <Anchor underline="hover" href={one.url} target="_blank" rel="noreferrer noopener" fw={600}>
            {one.title}
          </Anchor>
        )}
        <Group gap={6}>
          {one.topic !== null && <Mark text={one.topic} />}
          {one.audience !== "members" && <Mark text={t(`resource.for_${one.audience}`)} />}
          {one.cohort !== null && <Mark text={t("library.from_cohort", { name: one.cohort })} />}
        </Group>
      </Group>
      {one.note !== null && (
        <Text size="sm" className="words">
          {one.note}
        </Text>
      )}
      {one.rights !== "" && (
        <Text size="sm" c="dimmed">
          {t("resource.rights_said", { rights: one.rights })}
        </Text>
      )}
      {edit !== null && (
        <Group gap="xs" mt={4}>
          <Button size="compact-sm" variant="default" onClick={edit}>
            {t("resource.edit")}
          </Button>
          <Button size="compact-sm" variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t("resource.remove")}
          </Button>
        </Group>
      )}
    </Paper>
  );
}

function Mark({ text }: { text: string }) {
  return (
    <Badge variant="outline" color="gray" tt="none">
      {text}
    </Badge>
  );
}

function useRemoving(one: Resource) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const failed = (error: unknown) => notify({ text: failureSentence(error, t), tone: "failure" });
  const again = () => refresh(["resources", community.id]);
  return useMutation({
    mutationFn: () => call("DELETE", `/api/resources/${one.id}`),
    onSuccess: () => {
      again();
      notify({ text: t("resource.said_removed"), lasts: 10_000, undo: () => void post(`/api/resources/${one.id}/restore`).then(again, failed) });
    },
    onError: failed,
  });
}

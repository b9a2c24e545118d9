import { Button, Group, NumberInput, Paper, SegmentedControl, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type SyntheticEvent } from "react";
import { call } from "@/api/call";
import type { Resource, ResourceIn } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { failureSentence } from "@/parts/parts";
import { useWords } from "@/words/words";

const audiences = ["everyone", "members", "hosts"] as const;

interface Draft {
  title: string;
  url: string;
  note: string;
  topic: string;
  week: number | null;
  rights: string;
  audience: (typeof audiences)[number];
}

function draftOf(known: Resource | undefined): Draft {
  if (known === undefined) return { title: "", url: "", note: "", topic: "", week: null, rights: "", audience: "members" };
  return { ...known, url: known.url ?? "", note: known.note ?? "", topic: known.topic ?? "" };
}

function bodyOf(draft: Draft): ResourceIn {
  const { title, week, audience, rights } = draft;
  const said = (text: string) => (text.trim() === "" ? null : text.trim());
  return { title, week, audience, rights, url: said(draft.url), note: said(draft.note), topic: said(draft.topic) };
}

/** Add a resource, or change a known one. */
export function ResourceForm({ known, close }: { known?: Resource; close: () => void }) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const [draft, setDraft] = useState(() => draftOf(known));
  const change = (part: Partial<Draft>) => setDraft((kept) => ({ ...kept, ...part }));
  const saving = useMutation({
    mutationFn: (body: ResourceIn) => (known === undefined ? call("POST", `/api/communities/${community.id}/resources`, body) : call("PUT", `/api/resources/${known.id}`, body)),
    onSuccess: () => {
      refresh(["resources", community.id]);
      notify({ text: t("resource.said_kept") });
      close();
    },
  });
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    saving.mutate(bodyOf(draft));
  };
  return (
    <Paper withBorder p="md" component="form" onSubmit={send} aria-label={known === undefined ? t("resource.add") : t("resource.edit")}>
      <Stack gap="sm">
        <TextInput label={t("resource.title")} required maxLength={200} value={draft.title} data-autofocus autoFocus onChange={(event) => change({ title: event.currentTarget.value })} />
        <TextInput label={t("resource.url")} inputMode="url" placeholder="https://" maxLength={600} value={draft.url} onChange={(event) => change({ url: event.currentTarget.value })} />
        <Textarea label={t("resource.words")} autosize minRows={2} maxLength={2000} value={draft.note} onChange={(event) => change({ note: event.currentTarget.value })} />
        <Group grow align="flex-start">
          <TextInput label={t("library.topic_name")} maxLength={40} value={draft.topic} onChange={(event) => change({ topic: event.currentTarget.value })} />
          <NumberInput label={t("resource.which_week")} min={1} max={104} allowDecimal={false} value={draft.week ?? ""} onChange={(value) => change({ week: typeof value === "number" ? value : null })} />
        </Group>
        <TextInput label={t("resource.rights")} description={t("resource.rights_note")} maxLength={200} value={draft.rights} onChange={(event) => change({ rights: event.currentTarget.value })} />
        <div>
          <Text size="sm" fw={500}>
            {t("resource.audience")}
          </Text>
          <SegmentedControl
            size="xs"
            aria-label={t("resource.audience")}
            value={draft.audience}
            onChange={(value) => change({ audience: audiences.find((one) => one === value) ?? "members" })}
            data={audiences.map((one) => ({ value: one, label: t(`resource.for_${one}`) }))}
          />
        </div>
        {saving.error !== null && (
          <Text c="red" size="sm" role="alert">
            {failureSentence(saving.error, t)}
          </Text>
        )}
        <Group gap="xs">
          <Button type="submit" loading={saving.isPending}>
            {t("act.save")}
          </Button>
          <Button variant="default" onClick={close}>
            {t("act.cancel")}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

import { Button, Group, NativeSelect, Paper, Stack, Text, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { post } from "@/api/call";
import type { Pasted, Suggestion, Zone } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { useSuggestions } from "@/pages/queue/deciding";
import { useFailed, useZones } from "@/pages/room/speaking";
import { copyText } from "@/parts/copying";
import { Failure, PageTitle } from "@/parts/parts";
import { withoutMarks } from "@/words/marks";
import { useWords } from "@/words/words";
import { ReportTable } from "./FileProgress";

/** The last screen of a chat no program may listen to; drafts come back to be copied out. */
export default function PastePage() {
  const { t } = useWords();
  const { community } = usePlace();
  const refresh = useRefresh();
  const zones = useZones();
  const [zone, setZone] = useState<string | null>(null);
  const [text, setText] = useState("");
  const chosen = zone ?? zones.data?.[0]?.id.toString() ?? "";
  const paste = useMutation({
    mutationFn: () => post<Pasted>(`/api/communities/${community.id}/paste`, { zone: Number(chosen), text }),
    onSuccess: () => {
      setText("");
      refresh(["suggestions", community.id], ["zones", community.id], ["messages", Number(chosen)]);
    },
  });
  return (
    <div className="measure">
      <PageTitle title={t("page.paste")} note={t("paste.note")} />
      <Stack gap="md">
        <Paper withBorder p="md">
          <Stack gap="sm">
            <ZoneChoice zones={zones.data ?? []} chosen={chosen} choose={setZone} />
            <Textarea
              label={t("paste.text")}
              placeholder={t("paste.example")}
              autosize
              minRows={7}
              maxRows={18}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Button size="md" loading={paste.isPending} disabled={text.trim() === "" || chosen === ""} onClick={() => paste.mutate()}>
              {t("paste.send")}
            </Button>
            {paste.error !== null && <Failure error={paste.error} />}
          </Stack>
        </Paper>
        {paste.data !== undefined && <Result key={paste.submittedAt} pasted={paste.data} zone={Number(chosen)} />}
      </Stack>
    </div>
  );
}

interface ZoneChoiceProps {
  zones: readonly Zone[];
  chosen: string;
  choose: (zone: string) => void;
}

function ZoneChoice({ zones, chosen, choose }: ZoneChoiceProps) {
  const { t } = useWords();
  if (zones.length < 2) return null;
  return (
    <NativeSelect
      label={t("paste.zone")}
      value={chosen}
      data={zones.map((one) => ({ value: String(one.id), label: one.name }))}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
}

const SHOWN = 3;
const LOOK_MS = 6000;

/** Whether Simmer had the time to look at what was pasted. */
function useLooked(): boolean {
  const [looked, setLooked] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLooked(true), LOOK_MS);
    return () => clearTimeout(timer);
  }, []);
  return looked;
}

function Result({ pasted, zone }: { pasted: Pasted; zone: number }) {
  const { t } = useWords();
  const offered = useSuggestions("offered");
  const looked = useLooked();
  const drafts = offered.data?.suggestions.filter((card) => card.zone.id === zone).slice(0, SHOWN) ?? [];
  return (
    <Stack gap="md" aria-live="polite">
      <Text>
        {t("paste.read", { count: pasted.report.messages, known: pasted.report.known })}
        {pasted.confirmed.length > 0 && ` ${t("paste.confirmed", { count: pasted.confirmed.length })}`}
      </Text>
      {pasted.report.skipped > 0 && <ReportTable report={pasted.report} />}
      {drafts.length === 0 && <Text c="dimmed">{looked ? t("paste.no_drafts") : t("paste.looking")}</Text>}
      {drafts.map((draft) => (
        <CopyOut key={draft.id} draft={draft} />
      ))}
    </Stack>
  );
}

function CopyOut({ draft }: { draft: Suggestion }) {
  const { t, named } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const failed = useFailed();
  const mark = useMutation({
    mutationFn: () => post<Suggestion>(`/api/suggestions/${draft.id}/posted`),
    onSuccess: () => {
      notify({ text: t("queue.said_posted") });
      refresh(["suggestions", community.id]);
    },
    onError: failed,
  });
  const copy = async () => {
    if (await copyText(withoutMarks(draft.text, draft.cited))) mark.mutate();
    else notify({ text: t("queue.copy_failed"), tone: "failure" });
  };
  return (
    <Paper withBorder p="md" component="article">
      <Text size="sm" c="dimmed">
        {named("move", draft.move)} · {draft.why.text}
      </Text>
      <div className="words" style={{ fontSize: "1.05rem", margin: "0.4rem 0" }}>
        {withoutMarks(draft.text, draft.cited)}
      </div>
      <Text size="xs" c="dimmed">
        {draft.disclosure}
      </Text>
      <Group mt="sm">
        <Button loading={mark.isPending} onClick={() => void copy()}>
          {t("queue.copy")}
        </Button>
      </Group>
    </Paper>
  );
}

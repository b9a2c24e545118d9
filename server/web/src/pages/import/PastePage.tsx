import { Button, Group, NativeSelect, Paper, Stack, Text, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { post } from "@/api/call";
import type { Pasted, PastePreview, PasteUndone, Suggestion, Zone } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { useSuggestions } from "@/pages/queue/deciding";
import { answersPaste, outgoing, whereTo } from "@/pages/queue/outgoing";
import { useFailed, useZones } from "@/pages/room/speaking";
import { copyText } from "@/parts/copying";
import { Failure, Moment, PageTitle } from "@/parts/parts";
import { withoutMarks } from "@/words/marks";
import { useWords } from "@/words/words";
import { ReportTable } from "./FileProgress";
import classes from "./import.module.css";

/** The last screen of a chat no program may listen to; drafts come back to be copied out. */
export default function PastePage() {
  const { t } = useWords();
  const zones = useZones();
  const [zone, setZone] = useState<string | null>(null);
  const [text, setText] = useState("");
  const chosen = zone ?? zones.data?.[0]?.id.toString() ?? "";
  const { look, keep, clear } = usePasting(Number(chosen), text, () => setText(""));
  const seen = look.data !== undefined;
  const change = (next: string) => {
    setText(next);
    clear();
  };
  return (
    <div className="measure">
      <PageTitle title={t("page.paste")} note={t("paste.note")} />
      <Stack gap="md">
        <Paper withBorder p="md">
          <Stack gap="sm">
            <ZoneChoice
              zones={zones.data ?? []}
              chosen={chosen}
              choose={(next) => {
                setZone(next);
                clear();
              }}
            />
            <Textarea
              label={t("paste.text")}
              placeholder={t("paste.example")}
              autosize
              minRows={seen ? 3 : 7}
              maxRows={seen ? 6 : 18}
              value={text}
              onChange={(event) => change(event.currentTarget.value)}
            />
            <Next look={look} keep={keep} clear={clear} ready={text.trim() !== "" && chosen !== ""} into={nameOf(zones.data, chosen)} />
          </Stack>
        </Paper>
        {keep.data !== undefined && <Result key={keep.submittedAt} pasted={keep.data} zone={keep.variables.zone} />}
      </Stack>
    </div>
  );
}

function nameOf(zones: readonly Zone[] | undefined, id: string): string {
  return zones?.find((one) => String(one.id) === id)?.name ?? "";
}

/** Look at what a paste would bring, then keep it; what was looked at is over once the text changes. */
function usePasting(zone: number, text: string, kept: () => void) {
  const { community } = usePlace();
  const refresh = useRefresh();
  const home = `/api/communities/${community.id}/paste`;
  const look = useMutation({ mutationFn: () => post<PastePreview>(`${home}/preview`, { zone, text }) });
  const keep = useMutation({
    mutationFn: (given: { zone: number; text: string }) => post<Pasted>(home, given),
    onSuccess: (_, given) => {
      kept();
      look.reset();
      refresh(["suggestions", community.id], ["zones", community.id], ["messages", given.zone]);
    },
  });
  const clear = () => {
    if (!look.isIdle) look.reset();
    if (keep.isError) keep.reset();
  };
  return { look, keep: { ...keep, mutate: () => keep.mutate({ zone, text }) }, clear };
}

interface NextProps extends ReturnType<typeof usePasting> {
  ready: boolean;
  into: string;
}

/** The one thing to do next: have the text read, or say what becomes of what was read. */
function Next({ look, keep, clear, ready, into }: NextProps) {
  const { t } = useWords();
  const error = look.error ?? keep.error;
  return (
    <>
      {look.data === undefined ? (
        <Button size="md" loading={look.isPending} disabled={!ready} onClick={() => look.mutate()}>
          {t("paste.send")}
        </Button>
      ) : (
        <Preview seen={look.data} into={into} busy={keep.isPending} keep={() => keep.mutate()} leave={clear} />
      )}
      {error !== null && <Failure error={error} />}
    </>
  );
}

interface PreviewProps {
  seen: PastePreview;
  into: string;
  busy: boolean;
  keep: () => void;
  leave: () => void;
}

/** Who said what and when, as it was read, before any of it is kept. */
function Preview({ seen, into, busy, keep, leave }: PreviewProps) {
  const { t } = useWords();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const none = seen.lines.length === 0;
  return (
    <section ref={box} tabIndex={-1} className={classes.preview} aria-label={t("paste.preview")}>
      <Text fw={600} size="sm">
        {none ? t("paste.nothing_new", { known: seen.known }) : t("paste.would_bring", { count: seen.lines.length })}
        {!none && seen.known > 0 && ` ${t("paste.would_know", { known: seen.known })}`}
        {seen.confirmed > 0 && ` ${t("paste.would_confirm", { count: seen.confirmed })}`}
        {seen.skipped > 0 && ` ${t("paste.would_skip", { count: seen.skipped })}`}
      </Text>
      {!none && (
        <ol className={classes.lines} tabIndex={0} aria-label={t("paste.preview")}>
          {seen.lines.map((line, at) => (
            <li key={at}>
              <Text size="sm" span fw={600}>
                {line.author ?? t("word.system")}
              </Text>
              <Text size="xs" span c="dimmed" ml={8}>
                <Moment at={line.at} />
              </Text>
              <div className="words">{line.text}</div>
            </li>
          ))}
        </ol>
      )}
      <Group gap="xs" mt="sm">
        {!none && (
          <Button loading={busy} onClick={keep}>
            {t("paste.keep", { zone: into })}
          </Button>
        )}
        <Button variant="default" disabled={busy} onClick={leave}>
          {t("paste.change")}
        </Button>
      </Group>
    </section>
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

/** Take back everything one paste brought. */
function useUndo(pasted: Pasted, zone: number) {
  const { community } = usePlace();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => post<PasteUndone>(`/api/communities/${community.id}/paste/undo`, { message_ids: pasted.message_ids, member_ids: pasted.member_ids }),
    onSuccess: () => refresh(["suggestions", community.id], ["zones", community.id], ["messages", zone], ["members", community.id]),
    onError: useFailed(),
  });
}

function Result({ pasted, zone }: { pasted: Pasted; zone: number }) {
  const { t } = useWords();
  const offered = useSuggestions("offered");
  const looked = useLooked();
  const drafts = offered.data?.suggestions.filter((card) => answersPaste(card, pasted)).slice(0, SHOWN) ?? [];
  const undo = useUndo(pasted, zone);
  if (undo.data !== undefined) return <Text role="status">{t("paste.undone", { count: undo.data.recalled })} {undo.data.members > 0 && t("paste.undone_members", { count: undo.data.members })}</Text>;
  return (
    <Stack gap="md" aria-live="polite">
      <Group justify="space-between" gap="xs">
        <Text>
          {t("paste.read", { count: pasted.report.messages })}
          {pasted.report.known > 0 && ` ${t("paste.would_know", { known: pasted.report.known })}`}
          {pasted.confirmed.length > 0 && ` ${t("paste.confirmed", { count: pasted.confirmed.length })}`}
        </Text>
        {pasted.message_ids.length > 0 && (
          <Button size="compact-sm" variant="default" loading={undo.isPending} onClick={() => undo.mutate()}>
            {t("paste.undo")}
          </Button>
        )}
      </Group>
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
  const words = outgoing(draft);
  const copy = async () => {
    if (await copyText(words ?? "")) mark.mutate();
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
      {draft.effect !== null && <Notice says={draft.effect.says} notice={draft.effect.notice} />}
      {draft.effect === null && draft.audience !== "public" && (
        <Text size="sm" c="dimmed" mt="sm">
          {t(whereTo(draft), { name: draft.speaker_name ?? named("role", draft.speaker), to: draft.to_name ?? "", zone: draft.zone.name })}
        </Text>
      )}
      {words !== null && (
        <Group mt="sm">
          <Button loading={mark.isPending} onClick={() => void copy()}>
            {t(draft.effect === null ? "queue.copy" : "queue.copy_notice")}
          </Button>
        </Group>
      )}
    </Paper>
  );
}

/** What is to be done by hand, and the only words of it that anybody else is told. */
function Notice({ says, notice }: { says: string; notice: string }) {
  const { t } = useWords();
  return (
    <>
      <Text size="sm" mt="sm">
        {says}
      </Text>
      <Text size="sm" c="dimmed" mt="xs">
        {t("queue.tells")}
      </Text>
      <div className="words">{notice}</div>
    </>
  );
}

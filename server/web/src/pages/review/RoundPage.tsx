import { Badge, Button, Chip, Group, Paper, Stack, Text, Textarea, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { ApiError, post, read } from "@/api/call";
import type { Distillation, Round, RoundPoint } from "@/api/shapes";
import { useKeys } from "@/app/keys";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { Empty, failureSentence, Loaded, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { beginning, clockOf, keepRound, keptRound, secondsLeft, type Going, type Outcome } from "./round";
import { Minutes } from "./RoundMinutes";
import { byMessage, stretches } from "./spans";
import classes from "./round.module.css";

const MINUTES = 20;
/** Characters from which a sentence is set smaller, so that its source stands beside it. */
const LONG = 60;

/** A group goes through what is open, one sentence at a time; minutes at the end. */
export function RoundPage() {
  const { community } = usePlace();
  const [going, setGoing] = useState(() => keptRound(community.id));
  const change = (next: Going | null) => {
    keepRound(community.id, next);
    setGoing(next);
  };
  if (going === null) return <Beginning begin={change} />;
  if (going.ended || going.settled.length >= going.points.length) return <Minutes going={going} again={() => change(null)} />;
  return <Walk going={going} change={change} />;
}

function Beginning({ begin }: { begin: (going: Going) => void }) {
  const { t } = useWords();
  const { community } = usePlace();
  const round = useQuery({ queryKey: ["round", community.id], queryFn: () => read<Round>(`/api/communities/${community.id}/round`), staleTime: 0 });
  return (
    <>
      <PageTitle title={t("round.title")} note={t("round.note")} />
      <Loaded from={round}>{(found) => (found.points.length === 0 ? <Empty title={t("round.empty")} text={t("round.empty_next")} /> : <Ready round={found} begin={begin} />)}</Loaded>
    </>
  );
}

function Ready({ round, begin }: { round: Round; begin: (going: Going) => void }) {
  const { t } = useWords();
  const [present, setPresent] = useState<string[]>(() => round.people.slice(0, 1).map((one) => one.name));
  return (
    <Stack maw={760}>
      <Text>
        {t("round.agenda", { count: round.points.length })} {round.more > 0 && t("round.more", { count: round.more })}
      </Text>
      <Present people={round.people.map((one) => one.name)} present={present} set={setPresent} />
      <Button size="md" style={{ alignSelf: "flex-start" }} onClick={() => begin(beginning(round, present, Date.now()))}>
        {t("round.start")}
      </Button>
    </Stack>
  );
}

function Present({ people, present, set }: { people: readonly string[]; present: string[]; set: (names: string[]) => void }) {
  const { t } = useWords();
  return (
    <fieldset className={classes.present}>
      <legend>{t("round.present")}</legend>
      <Chip.Group multiple value={present} onChange={set}>
        <Group gap={6}>
          {people.map((name) => (
            <Chip key={name} value={name} size="sm">
              {name}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </fieldset>
  );
}

function useClock(running: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}

interface WalkProps {
  going: Going;
  change: (going: Going | null) => void;
}

/** Decide on the claim in front, or take the last decision back; the answer is the draft as it is now. */
function useDeciding({ going, change }: WalkProps) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const at = going.settled.length;
  const point = going.points[at];
  const fresh = (points: RoundPoint[], distillation: Distillation) =>
    points.map((one) => {
      const now = distillation.claims.find((claim) => claim.id === one.claim.id);
      return now === undefined ? one : { ...one, claim: now };
    });
  const failed = (error: unknown, about: RoundPoint) => {
    notify({ text: failureSentence(error, t), tone: "failure" });
    if (error instanceof ApiError && error.status === 409)
      void read<Distillation>(`/api/distillations/${about.article_id}`).then((home) => change({ ...going, points: fresh(going.points, home) }));
  };
  const decide = useMutation({
    mutationFn: ({ about, ...body }: { about: RoundPoint; decision: "approve" | "edit" | "reject" | "reopen"; text?: string }) =>
      post<Distillation>(`/api/claims/${about.claim.id}/review`, { ...body, seen: about.claim.digest }),
    onSuccess: (_, { about }) => refresh(["distillations", community.id], ["distillation", about.article_id]),
    onError: (error, { about }) => failed(error, about),
  });
  const settled = (about: RoundPoint, outcome: Outcome, text: string) => [...going.settled, { claim: about.claim.id, text, outcome }];
  const settle = (decision: "approve" | "edit" | "reject", outcome: Outcome, text?: string) => {
    if (point === undefined || decide.isPending) return;
    decide.mutate(
      { about: point, decision, ...(text === undefined ? {} : { text }) },
      { onSuccess: (home) => change({ ...going, points: fresh(going.points, home), settled: settled(point, outcome, text ?? point.claim.text) }) },
    );
  };
  const back = () => {
    const last = going.settled.at(-1);
    const about = going.points[at - 1];
    if (last === undefined || about === undefined || decide.isPending) return;
    const before = going.settled.slice(0, -1);
    if (last.outcome === "parked") change({ ...going, settled: before });
    else decide.mutate({ about, decision: "reopen" }, { onSuccess: (home) => change({ ...going, points: fresh(going.points, home), settled: before }) });
  };
  const park = () => point !== undefined && change({ ...going, settled: settled(point, "parked", point.claim.text) });
  return { at, point, busy: decide.isPending, settle, back, park };
}

function Walk(props: WalkProps) {
  const { going, change } = props;
  const { t } = useWords();
  const { at, point, busy, settle, back, park } = useDeciding(props);
  const [wording, setWording] = useState<string | null>(null);
  const stage = useRef<HTMLElement>(null);
  const reword = () => setWording(point?.claim.text ?? "");
  useKeys({ a: () => settle("approve", "agreed"), x: () => settle("reject", "dropped"), e: reword, p: park, z: back, Escape: () => setWording(null) });
  if (point === undefined) return null;
  return (
    <section ref={stage} className={classes.stage} aria-label={t("round.title")}>
      <Bar {...props} at={at} full={() => void stage.current?.requestFullscreen()} />
      <div>
        <Group gap="xs" mb={6}>
          <Badge tt="none" variant="light" color={point.because === "open" ? "gray" : "ember"}>
            {t(`round.because_${point.because}`)}
          </Badge>
          <Text c="dimmed">{point.title}</Text>
        </Group>
        <Title order={1} className={classes.claim ?? ""} data-long={point.claim.text.length > LONG}>
          {point.claim.text}
        </Title>
        {point.claim.problems.map((problem) => (
          <Text key={problem.code} c="red" mt={4}>
            {problem.text}
          </Text>
        ))}
      </div>
      <Sources point={point} />
      {wording !== null ? (
        <Rewording
          text={wording}
          write={setWording}
          busy={busy}
          send={() => {
            settle("edit", "agreed", wording.trim());
            setWording(null);
          }}
          close={() => setWording(null)}
        />
      ) : (
        <Group gap="sm" className={classes.buttons ?? ""}>
          <Button size="lg" loading={busy} onClick={() => settle("approve", "agreed")}>
            {t("round.agreed")}
          </Button>
          <Button size="lg" variant="default" onClick={reword}>
            {t("round.reword")}
          </Button>
          <Button size="lg" variant="default" onClick={() => settle("reject", "dropped")}>
            {t("round.drop")}
          </Button>
          <Button size="lg" variant="default" onClick={park}>
            {t("round.park")}
          </Button>
          <Button size="lg" variant="subtle" color="gray" disabled={going.settled.length === 0} onClick={back} style={{ visibility: going.settled.length === 0 ? "hidden" : "visible" }}>
            {t("round.back")}
          </Button>
        </Group>
      )}
      <Group justify="space-between" gap="sm">
        <Text size="sm" c="dimmed">
          {t("round.whose", { name: going.by })} <span className={classes.keys}>{t("round.keys")}</span>
        </Text>
        <Button size="compact-md" variant="default" onClick={() => change({ ...going, ended: true })}>
          {t("round.finish")}
        </Button>
      </Group>
    </section>
  );
}

function Bar({ going, change, at, full }: WalkProps & { at: number; full: () => void }) {
  const { t } = useWords();
  const now = useClock(going.since === null);
  const left = secondsLeft(going, MINUTES, now);
  const turn = () => change(going.since === null ? { ...going, since: Date.now() } : { ...going, stood: going.stood + Date.now() - going.since, since: null });
  return (
    <Group justify="space-between" gap="sm">
      <Text role="status">{t("round.at", { at: at + 1, total: going.points.length })}</Text>
      <Group gap="xs">
        <Text fw={700} size="lg" role="timer" {...(left < 0 ? { c: "red" } : {})}>
          {t(left < 0 ? "round.over" : "round.left", { time: clockOf(left) })}
        </Text>
        <Button size="compact-sm" variant="default" onClick={turn}>
          {t(going.since === null ? "round.pause" : "round.resume")}
        </Button>
        <Button size="compact-sm" variant="default" onClick={full}>
          {t("round.full")}
        </Button>
      </Group>
    </Group>
  );
}

function Sources({ point }: { point: RoundPoint }) {
  const { t } = useWords();
  if (point.claim.citations.length === 0) return <Text c="dimmed">{t("pass.no_source")}</Text>;
  return (
    <Stack gap="xs">
      {byMessage(point.claim.citations).map(({ said, marks }) => (
        <Paper key={said.message_id} withBorder p="md" className={classes.source ?? ""}>
          <Text fw={600} size="sm">
            {said.author ?? t("word.system")}
          </Text>
          <div className="words">
            {stretches(said.text, marks).map((stretch, place) =>
              stretch.marked ? <mark key={place}>{stretch.text}</mark> : <span key={place}>{stretch.text}</span>,
            )}
          </div>
        </Paper>
      ))}
    </Stack>
  );
}

function Rewording({ text, write, busy, send, close }: { text: string; write: (text: string) => void; busy: boolean; send: () => void; close: () => void }) {
  const { t } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <Stack gap="xs">
      <Textarea ref={field} size="lg" autosize minRows={2} label={t("review.edit_label")} description={t("review.edit_note")} value={text} onChange={(event) => write(event.currentTarget.value)} />
      <Group gap="xs">
        <Button size="md" loading={busy} disabled={text.trim() === ""} onClick={send}>
          {t("round.agreed")}
        </Button>
        <Button size="md" variant="default" onClick={close}>
          {t("act.cancel")}
        </Button>
      </Group>
    </Stack>
  );
}

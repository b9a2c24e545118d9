import { Anchor, Badge, Button, Chip, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { read } from "@/api/call";
import type { Round, RunningRound } from "@/api/shapes";
import { useKeys } from "@/app/keys";
import { usePlace } from "@/app/session";
import { Empty, Loaded, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { Doubted } from "./Doubted";
import { clockOf, secondsLeft, useJoining, useRound, useRunning, type Heard } from "./round";
import { Minutes } from "./RoundMinutes";
import { Deciding, Passed, Rewording, Sources, TakingBack } from "./RoundParts";
import classes from "./round.module.css";

/** Characters from which a sentence is set smaller, so that its source stands beside it. */
const LONG = 60;

/** A group goes through what is open, one sentence at a time, the same on every screen; minutes at the end. */
export function RoundPage() {
  const kept = useRound();
  const [putAway, setPutAway] = useState(0);
  return (
    <Loaded from={kept}>
      {({ round }) => {
        if (round === null || (round.over && round.id === putAway)) return <Beginning />;
        if (round.over) return <Minutes key={round.id} round={round} again={() => setPutAway(round.id)} />;
        return <Walk heard={{ round, at: kept.dataUpdatedAt }} />;
      }}
    </Loaded>
  );
}

function Beginning() {
  const { t } = useWords();
  const { community } = usePlace();
  const round = useQuery({ queryKey: ["round", community.id], queryFn: () => read<Round>(`/api/communities/${community.id}/round`), staleTime: 0 });
  return (
    <>
      <BackToReview />
      <PageTitle title={t("round.title")} note={t("round.note")} />
      <Loaded from={round}>{(found) => (found.points.length === 0 ? <Empty title={t("round.empty")} text={t("round.empty_next")} /> : <Ready round={found} />)}</Loaded>
    </>
  );
}

export function BackToReview() {
  const { t } = useWords();
  const { community } = usePlace();
  return (
    <Anchor component={Link} href={`/c/${community.slug}/review`} size="sm">
      ← {t("page.review")}
    </Anchor>
  );
}

function Ready({ round }: { round: Round }) {
  const { t } = useWords();
  const { begin, busy } = useRunning();
  const [present, setPresent] = useState<string[]>(() => round.people.slice(0, 1).map((one) => one.name));
  return (
    <Stack maw={760}>
      <Text>
        {t("round.agenda", { count: round.points.length })} {round.more > 0 && t("round.more", { count: round.more })}
      </Text>
      <Present people={round.people.map((one) => one.name)} present={present} set={setPresent} />
      <Button size="md" style={{ alignSelf: "flex-start" }} loading={busy} onClick={() => begin(present)}>
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

type Running = ReturnType<typeof useRunning>;

function Walk({ heard }: { heard: Heard }) {
  const { round } = heard;
  const { t } = useWords();
  const { community } = usePlace();
  const running = useRunning();
  const { step, busy } = running;
  const [wording, setWording] = useState<string | null>(null);
  const taking = useTakingBack(round, running);
  useJoining(round);
  const stage = useRef<HTMLElement>(null);
  const point = round.point;
  const claim = point?.claim ?? null;
  const home = `rounds/${round.id}`;
  const leave = () => {
    running.calm();
    setWording(null);
    taking.no();
  };
  const settle = (outcome: "agreed" | "dropped" | "parked", more: { text?: string; own?: boolean } = {}) => {
    if (point === null || busy) return;
    const body = { claim_id: point.claim_id, outcome, seen: claim?.digest ?? "", ...more };
    step.mutate({ method: "POST", path: `${home}/settle`, body }, { onSuccess: () => setWording(null) });
  };
  const vote = (agrees: boolean) =>
    point !== null && !busy && step.mutate({ method: "PUT", path: `${home}/vote`, body: { claim_id: point.claim_id, agrees: round.tally.mine === agrees ? null : agrees } });
  const open = claim?.state === "open";
  const reword = () => open && setWording(claim.text);
  const unasked = (act: () => unknown) => () => taking.asked === null && act();
  useKeys({
    a: unasked(() => settle("agreed")),
    x: unasked(() => settle("dropped")),
    e: unasked(reword),
    p: unasked(() => settle("parked")),
    z: unasked(() => taking.back?.()),
    y: unasked(() => open && vote(true)),
    n: unasked(() => open && vote(false)),
    Escape: leave,
  });
  if (point === null) return null;
  return (
    <section ref={stage} className={classes.stage} aria-label={t("round.title")}>
      <Bar heard={heard} running={running} full={() => void stage.current?.requestFullscreen()} />
      <InFront point={point} />
      {claim !== null && <Sources claim={claim} />}
      {taking.asked !== null ? (
        <TakingBack last={taking.asked} busy={busy} yes={taking.yes} no={taking.no} />
      ) : wording !== null && running.doubt !== null ? (
        <div className={classes.wording}>
          <Text mb="xs">{wording.trim()}</Text>
          <Doubted said={running.doubt} busy={busy} own={() => settle("agreed", { text: wording.trim(), own: true })} undo={leave} />
        </div>
      ) : wording !== null ? (
        <Rewording text={wording} write={setWording} busy={busy} send={() => settle("agreed", { text: wording.trim() })} close={leave} />
      ) : open ? (
        <>
          <Votes round={round} vote={vote} busy={busy} />
          <Deciding busy={busy} settle={settle} reword={reword} back={taking.back} />
        </>
      ) : (
        <Passed claim={claim} busy={busy} on={() => settle("parked")} back={taking.back} />
      )}
      <Group justify="space-between" gap="sm">
        <Text size="sm" c="dimmed">
          {t("round.whose", { name: round.by })} <span className={classes.keys}>{t("round.keys")}</span>
        </Text>
        <Group gap="xs">
          <Button component={Link} href={`/c/${community.slug}/review`} size="compact-md" variant="subtle" color="gray">
            {t("round.leave")}
          </Button>
          <Button size="compact-md" variant="default" onClick={() => step.mutate({ method: "POST", path: `${home}/end` })}>
            {t("round.finish")}
          </Button>
        </Group>
      </Group>
    </section>
  );
}

/** One's own last step is taken back at once, another's after a question. */
function useTakingBack(round: RunningRound, { step, busy }: Running) {
  const [asking, setAsking] = useState<number | null>(null);
  const last = round.settled.at(-1);
  const no = () => setAsking(null);
  const take = (anothers: boolean) => {
    if (last === undefined || busy) return;
    step.mutate({ method: "POST", path: `rounds/${round.id}/back`, body: { claim_id: last.claim_id, anothers } }, { onSuccess: no });
  };
  return {
    asked: last?.claim_id === asking ? last : null,
    back: last === undefined ? null : () => (last.mine ? take(false) : setAsking(last.claim_id)),
    yes: () => take(true),
    no,
  };
}

function InFront({ point }: { point: NonNullable<RunningRound["point"]> }) {
  const { t } = useWords();
  const claim = point.claim;
  return (
    <div>
      <Group gap="xs" mb={6}>
        <Badge tt="none" variant="light" color={point.because === "open" ? "gray" : "ember"}>
          {t(`round.because_${point.because}`)}
        </Badge>
        <Text c="dimmed">{point.title}</Text>
        {claim !== null && claim.holders > 1 && <Badge tt="none" variant="outline" color="gray">{t("side.holders", { count: claim.holders })}</Badge>}
      </Group>
      <Title order={1} className={classes.claim ?? ""} data-long={(claim?.text.length ?? 0) > LONG}>
        {claim?.text ?? t("round.gone")}
      </Title>
      {point.back !== null && (
        <Text c="dimmed" mt={4} role="status">
          {t(point.back.own ? "round.taken_back_own" : "round.taken_back", { by: point.back.by, whose: point.back.whose })}
        </Text>
      )}
      {claim?.problems.map((problem) => (
        <Text key={problem.code} c="red" mt={4}>
          {problem.text}
        </Text>
      ))}
    </div>
  );
}

/** One voice for each who sits at a screen of their own; who presses a decision still decides. */
function Votes({ round, vote, busy }: { round: RunningRound; vote: (agrees: boolean) => void; busy: boolean }) {
  const { t } = useWords();
  const { agree, against, mine } = round.tally;
  const of = (key: "round.for" | "round.against", names: readonly string[]) => (names.length === 0 ? "" : ` ${t(key, { names: names.join(t("word.and_between")) })}`);
  return (
    <Group gap="sm" role="group" aria-label={t("round.voting")}>
      <Button size="compact-md" variant={mine === true ? "filled" : "default"} color="moss" aria-pressed={mine === true} disabled={busy} onClick={() => vote(true)}>
        {t("round.vote_yes", { count: agree.length })}
      </Button>
      <Button size="compact-md" variant={mine === false ? "filled" : "default"} color="gray" aria-pressed={mine === false} disabled={busy} onClick={() => vote(false)}>
        {t("round.vote_no", { count: against.length })}
      </Button>
      <Text size="sm" c="dimmed" role="status">
        {agree.length + against.length === 0 ? t("round.vote_none") : `${t("round.votes", { agree: agree.length, against: against.length })}${of("round.for", agree)}${of("round.against", against)}`}
      </Text>
    </Group>
  );
}

function Bar({ heard, running, full }: { heard: Heard; running: Running; full: () => void }) {
  const { t } = useWords();
  const { round } = heard;
  const now = useClock(!round.paused);
  const left = secondsLeft(heard, Math.max(now, heard.at));
  const turn = () => running.step.mutate({ method: "PUT", path: `rounds/${round.id}/clock`, body: { running: round.paused } });
  return (
    <Group justify="space-between" gap="sm">
      <Text role="status">{t("round.at", { at: round.settled.length + 1, total: round.total })}</Text>
      <Group gap="xs">
        <Text fw={700} size="lg" role="timer" {...(left < 0 ? { c: "red" } : {})}>
          {t(left < 0 ? "round.over" : "round.left", { time: clockOf(left) })}
        </Text>
        <Button size="compact-sm" variant="default" onClick={turn}>
          {t(round.paused ? "round.resume" : "round.pause")}
        </Button>
        <Button size="compact-sm" variant="default" onClick={full}>
          {t("round.full")}
        </Button>
      </Group>
    </Group>
  );
}

import { Button, Group, Paper, Progress, Stack, Text, Textarea, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, post } from "@/api/call";
import type { Claim, Pass } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { Entry } from "@/pages/entry/Entry";
import { Doubted } from "@/pages/review/Doubted";
import { beyondSource } from "@/pages/review/reviewing";
import { byMessage, stretches } from "@/pages/review/spans";
import type { Decided, Decision } from "@/pages/review/deciding";
import { failureSentence, Waiting } from "@/parts/parts";
import { useWords, type Key } from "@/words/words";
import { PassEnding } from "./PassEnding";
import { Screen } from "./Screen";
import { nextPlace } from "./turns";
import classes from "./pass.module.css";

/** A few claims behind a one-time link: no menu, no sign-in, one sentence per screen. */
export function PassPage({ token }: { token: string }) {
  const { t } = useWords();
  const pass = useQuery({ queryKey: ["pass", token], queryFn: () => post<Pass>("/api/passes/open", { token }), staleTime: Infinity, retry: false });
  if (pass.error !== null)
    return (
      <Entry title={t("pass.failed")}>
        <Text role="alert">{failureSentence(pass.error, t)}</Text>
        {pass.error instanceof ApiError && pass.error.status === 0 && (
          <Button variant="default" onClick={() => void pass.refetch()}>
            {t("act.again")}
          </Button>
        )}
      </Entry>
    );
  if (pass.data === undefined) return <Waiting />;
  return <Turns key={token} token={token} first={pass.data} />;
}

interface Step {
  place: number;
  decided: boolean;
}

function Turns({ token, first }: { token: string; first: Pass }) {
  const { t } = useWords();
  const notify = useNotify();
  const [pass, setPass] = useState(first);
  const [place, setPlace] = useState<number | null>(() => nextPlace(first.claims, -1));
  const [steps, setSteps] = useState<Step[]>([]);
  const [doubt, setDoubt] = useState<string | null>(null);
  const fail = (error: unknown) => {
    setDoubt(beyondSource(error));
    if (beyondSource(error) !== null) return;
    notify({ text: failureSentence(error, t), tone: "failure" });
    if (error instanceof ApiError && error.status === 409) void post<Pass>("/api/passes/open", { token }).then(setPass).catch(() => undefined);
  };
  const send = useMutation({
    mutationFn: ({ claim, ...said }: { claim: Claim; decision: Decision } & Decided) =>
      post<Pass>("/api/passes/decide", { token, claim_id: claim.id, seen: claim.digest, ...said }),
    onError: fail,
  });
  const here = place === null ? undefined : pass.claims[place];
  const on = (from: number, fresh: Pass, decided: boolean) => {
    setDoubt(null);
    setPass(fresh);
    setSteps([...steps, { place: from, decided }]);
    setPlace(nextPlace(fresh.claims, from));
  };
  const decide = (decision: Decision, more: Decided = {}) => {
    if (here === undefined || place === null || send.isPending) return;
    send.mutate({ claim: here.claim, decision, ...more }, { onSuccess: (fresh) => on(place, fresh, true) });
  };
  const skip = () => {
    if (place === null) return;
    setSteps([...steps, { place, decided: false }]);
    setPlace(nextPlace(pass.claims, place));
  };
  const back = () => {
    const last = steps.at(-1);
    const before = last === undefined ? undefined : pass.claims[last.place];
    if (last === undefined || before === undefined || send.isPending) return;
    const arrive = (fresh: Pass) => {
      setPass(fresh);
      setSteps(steps.slice(0, -1));
      setPlace(last.place);
    };
    if (last.decided) send.mutate({ claim: before.claim, decision: "reopen" }, { onSuccess: arrive });
    else arrive(pass);
  };
  const undo = steps.length > 0 ? back : null;
  if (here === undefined || place === null) return <PassEnding token={token} pass={pass} take={setPass} undo={undo} fail={fail} />;
  return (
    <Screen pass={pass}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" role="status">
          {t("pass.progress", { at: place + 1, total: pass.claims.length })}
        </Text>
        <Progress value={((place + 1) / pass.claims.length) * 100} w={110} color="moss" aria-label={t("review.progress_label")} />
      </Group>
      <Text size="sm" c="dimmed">
        {here.title}
      </Text>
      <Title order={1} className={classes.claim ?? ""}>
        {here.claim.text}
      </Title>
      {!here.claim.own_words && here.claim.problems.map((problem) => (
        <Text key={problem.code} size="sm" c="red">
          {problem.text}
        </Text>
      ))}
      <Source claim={here.claim} />
      <Deciding key={here.claim.id} claim={here.claim} busy={send.isPending} decide={decide} skip={skip} undo={undo} doubt={doubt} calm={() => setDoubt(null)} />
    </Screen>
  );
}

function Source({ claim }: { claim: Claim }) {
  const { t } = useWords();
  return (
    <section aria-label={t("pass.source")} className={classes.source}>
      {claim.citations.length === 0 && <Text c="dimmed">{t("pass.no_source")}</Text>}
      {byMessage(claim.citations).map(({ said, marks }) => (
        <Paper key={said.message_id} withBorder p="sm">
          <Text size="sm" fw={600}>
            {said.author ?? t("word.system")}
          </Text>
          <div className="words">
            {stretches(said.text, marks).map((stretch, at) => (stretch.marked ? <mark key={at}>{stretch.text}</mark> : <span key={at}>{stretch.text}</span>))}
          </div>
        </Paper>
      ))}
    </section>
  );
}

const whys: readonly Key[] = ["pass.why_case", "pass.why_old", "pass.why_wrong", "pass.why_unclear"];

interface DecidingProps {
  claim: Claim;
  busy: boolean;
  decide: (decision: Decision, more?: Decided) => void;
  skip: () => void;
  undo: (() => void) | null;
  doubt: string | null;
  calm: () => void;
}

function Deciding({ claim, busy, decide, skip, undo, doubt, calm }: DecidingProps) {
  const { t } = useWords();
  const [tray, setTray] = useState<"edit" | "reject" | null>(null);
  const [text, setText] = useState(claim.text);
  const leave = () => {
    calm();
    setText(claim.text);
    setTray(null);
  };
  if (tray === "edit" && doubt !== null)
    return (
      <div className={classes.foot}>
        <Text mb="xs">{text.trim()}</Text>
        <Doubted said={doubt} busy={busy} size="lg" own={() => decide("edit", { text: text.trim(), own: true })} undo={leave} />
      </div>
    );
  if (tray === "edit")
    return (
      <Stack gap="sm" className={classes.foot ?? ""}>
        <Textarea data-autofocus size="md" autosize minRows={3} label={t("review.edit_label")} description={t("review.edit_note")} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <Button size="lg" loading={busy} disabled={text.trim() === ""} onClick={() => decide("edit", { text: text.trim() })}>
          {t("review.edit_send")}
        </Button>
        <Button size="lg" variant="default" onClick={() => setTray(null)}>
          {t("act.cancel")}
        </Button>
      </Stack>
    );
  if (tray === "reject")
    return (
      <Stack gap="sm" className={classes.foot ?? ""}>
        <Text fw={600}>{t("pass.why")}</Text>
        <Group gap="xs">
          {whys.map((why) => (
            <Button key={why} size="md" radius="xl" variant="light" disabled={busy} onClick={() => decide("reject", { reason: t(why) })}>
              {t(why)}
            </Button>
          ))}
        </Group>
        <Group grow>
          <Button size="lg" variant="default" loading={busy} onClick={() => decide("reject")}>
            {t("pass.why_none")}
          </Button>
          <Button size="lg" variant="default" onClick={() => setTray(null)}>
            {t("act.cancel")}
          </Button>
        </Group>
      </Stack>
    );
  return (
    <div className={classes.foot}>
      <Button size="xl" fullWidth loading={busy} variant={claim.supported ? "filled" : "default"} onClick={() => decide("approve")}>
        {t("pass.approve")}
      </Button>
      <Group grow gap="xs" mt="xs">
        <Button size="lg" variant="default" onClick={() => setTray("edit")}>
          {t("pass.edit")}
        </Button>
        <Button size="lg" variant="default" onClick={() => setTray("reject")}>
          {t("pass.reject")}
        </Button>
      </Group>
      <Group grow gap="xs" mt="xs">
        <Button size="md" variant="subtle" color="gray" onClick={skip}>
          {t("pass.skip")}
        </Button>
        {undo !== null && (
          <Button size="md" variant="subtle" color="gray" loading={busy} onClick={undo}>
            {t("pass.back")}
          </Button>
        )}
      </Group>
    </div>
  );
}

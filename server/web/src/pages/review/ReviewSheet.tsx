import { Anchor, Badge, Button, Group, Paper, Progress, Stack, Text } from "@mantine/core";
import { useCallback, useState } from "react";
import { Link } from "wouter";
import type { Distillation } from "@/api/shapes";
import { useKeys } from "@/app/keys";
import { usePlace } from "@/app/session";
import { Loaded, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { ClaimCard, type ClaimTray } from "./ClaimCard";
import { useDistillation, useReviewing } from "./reviewing";
import { SignBar, TurnedDown } from "./SignBar";
import { Source } from "./Source";
import { greenOf, nextLeft, nextOpen, openBehind, progressOf } from "./spans";
import classes from "./review.module.css";

/** One distillation: claims to decide on the left, the words they rest on beside them. */
export function ReviewSheet({ id }: { id: number }) {
  const found = useDistillation(id);
  return <Loaded from={found}>{(distillation) => <Sheet distillation={distillation} />}</Loaded>;
}

function Sheet({ distillation }: { distillation: Distillation }) {
  const { t, named } = useWords();
  const { community } = usePlace();
  const { claims } = distillation;
  const reviewing = useReviewing(distillation);
  const { decide } = reviewing;
  const shut = distillation.signed_by !== null || distillation.state === "rejected";
  const [place, setPlace] = useState(() => Math.max(0, nextOpen(claims, -1) ?? 0));
  const [tray, setTray] = useState<ClaimTray>(null);
  const claim = claims[place];
  const next = openBehind(claims, place);
  const merge = claim?.state === "open" && next !== undefined && !shut ? () => reviewing.merge(claim, next) : null;
  const { decided, total } = progressOf(claims);

  const go = useCallback((next: number | null) => {
    setTray(null);
    if (next !== null) setPlace(next);
  }, []);
  const settle = (decision: "approve" | "edit" | "reject" | "reopen", more: { text?: string; reason?: string } = {}) => {
    if (claim === undefined || shut) return;
    const ahead = decision === "reopen" ? place : (nextOpen(claims, place) ?? place);
    const turned = { claim, decision, ...more };
    if (decision === "approve") {
      go(ahead);
      decide.mutate(turned, { onError: () => go(place) });
    } else decide.mutate(turned, { onSuccess: () => go(ahead) });
  };

  const greens = shut ? 0 : greenOf(claims).length;
  const approveGreen = () => reviewing.approveGreen(() => go(nextLeft(claims)));

  useKeys({
    a: () => settle("approve"),
    e: () => !shut && setTray("edit"),
    x: () => !shut && setTray("reject"),
    s: () => !shut && claim?.state === "open" && setTray("split"),
    m: () => merge?.(),
    g: () => greens > 0 && approveGreen(),
    n: () => go(nextOpen(claims, place)),
    j: () => go(Math.min(place + 1, claims.length - 1)),
    k: () => go(Math.max(place - 1, 0)),
    z: () => claim?.state !== "open" && settle("reopen"),
    Escape: () => setTray(null),
  });

  return (
    <>
      <Anchor component={Link} href={`/c/${community.slug}/review`} size="sm">
        ← {t("page.review")}
      </Anchor>
      <PageTitle title={distillation.title}>
        <Group gap="sm">
          <Badge variant="light" color="gray" tt="none">
            {named("kind", distillation.kind)}
          </Badge>
          <Progress value={total === 0 ? 0 : (decided / total) * 100} w={120} color="moss" aria-label={t("review.progress_label")} />
          <Text size="sm" role="status">
            {t("review.progress", { decided, total })}
          </Text>
          {greens > 1 && (
            <Button size="compact-sm" variant="light" color="moss" loading={reviewing.reshaping} onClick={approveGreen}>
              {t("review.approve_green", { count: greens })}
            </Button>
          )}
        </Group>
      </PageTitle>
      <Text size="sm" c="dimmed" mb="sm" visibleFrom="md">
        {t("review.keys")}
      </Text>
      <div className={classes.sheet}>
        <Stack gap="sm" component="ol" className={classes.claims ?? ""} aria-label={t("review.claims")}>
          {claims.map((one, index) => (
            <ClaimCard
              key={one.id}
              claim={one}
              number={index + 1}
              inHand={index === place}
              signed={shut}
              tray={index === place ? tray : null}
              busy={decide.isPending || reviewing.reshaping}
              take={() => go(index)}
              open={setTray}
              settle={settle}
              merge={index === place ? merge : null}
              split={(parts) => reviewing.split(one, parts, () => setTray(null))}
            />
          ))}
        </Stack>
        <Source distillation={distillation} claim={claim} />
      </div>
      <OpenQuestions questions={distillation.open_questions} />
      <Ending distillation={distillation} reviewing={reviewing} />
    </>
  );
}

/** How it stands with the whole: signed, turned down, or waiting for either. */
function Ending({ distillation, reviewing }: { distillation: Distillation; reviewing: ReturnType<typeof useReviewing> }) {
  const { t } = useWords();
  const busy = reviewing.sign.isPending || reviewing.reshaping;
  if (distillation.signed_by !== null)
    return (
      <Text mt="md" c="dimmed">
        {t("article.signed_by", { name: distillation.signed_by })}
      </Text>
    );
  if (distillation.state === "rejected") return <TurnedDown busy={busy} takeUp={reviewing.takeUp} />;
  return <SignBar distillation={distillation} busy={busy} sign={reviewing.sign.mutate} turnDown={reviewing.turnDown} />;
}

function OpenQuestions({ questions }: { questions: readonly string[] }) {
  const { t } = useWords();
  if (questions.length === 0) return null;
  return (
    <Paper withBorder p="md" mt="md" maw={760}>
      <Text fw={600} size="sm">
        {t("review.open_questions")}
      </Text>
      <ul style={{ margin: "0.3rem 0 0", paddingLeft: "1.2rem" }}>
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
    </Paper>
  );
}

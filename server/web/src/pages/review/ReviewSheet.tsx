import { Anchor, Badge, Button, Group, Paper, Progress, Stack, Text, TextInput } from "@mantine/core";
import { useCallback, useState } from "react";
import { Link } from "wouter";
import type { Distillation } from "@/api/shapes";
import { useKeys } from "@/app/keys";
import { useNotify } from "@/app/notices";
import { usePlace } from "@/app/session";
import { Loaded, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { ClaimCard, type ClaimTray } from "./ClaimCard";
import { useDistillation, useReviewing } from "./reviewing";
import { Source } from "./Source";
import { nextOpen, progressOf } from "./spans";
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
  const { decide, sign } = useReviewing(distillation);
  const [place, setPlace] = useState(() => Math.max(0, nextOpen(claims, -1) ?? 0));
  const [tray, setTray] = useState<ClaimTray>(null);
  const claim = claims[place];
  const signed = distillation.signed_by !== null;
  const { decided, total } = progressOf(claims);

  const go = useCallback((next: number | null) => {
    setTray(null);
    if (next !== null) setPlace(next);
  }, []);
  const settle = (decision: "approve" | "edit" | "reject" | "reopen", more: { text?: string; reason?: string } = {}) => {
    if (claim === undefined || signed) return;
    const ahead = decision === "reopen" ? place : (nextOpen(claims, place) ?? place);
    const turned = { claim, decision, ...more };
    if (decision === "approve") {
      go(ahead);
      decide.mutate(turned, { onError: () => go(place) });
    } else decide.mutate(turned, { onSuccess: () => go(ahead) });
  };

  useKeys({
    a: () => settle("approve"),
    e: () => !signed && setTray("edit"),
    x: () => !signed && setTray("reject"),
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
              signed={signed}
              tray={index === place ? tray : null}
              busy={decide.isPending}
              take={() => go(index)}
              open={setTray}
              settle={settle}
            />
          ))}
        </Stack>
        <Source distillation={distillation} claim={claim} />
      </div>
      <OpenQuestions questions={distillation.open_questions} />
      {signed ? (
        <Text mt="md" c="dimmed">
          {t("article.signed_by", { name: distillation.signed_by ?? "" })}
        </Text>
      ) : (
        <SignBar distillation={distillation} busy={sign.isPending} sign={sign.mutate} />
      )}
    </>
  );
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

interface SignBarProps {
  distillation: Distillation;
  busy: boolean;
  sign: (title: string, options: { onSuccess: () => void }) => void;
}

function SignBar({ distillation, busy, sign }: SignBarProps) {
  const { t } = useWords();
  const notify = useNotify();
  const [title, setTitle] = useState(distillation.title);
  const { decided, approved, total } = progressOf(distillation.claims);
  const ready = decided === total && approved > 0;
  const note = ready
    ? t("review.sign_ready", { approved })
    : decided === total
      ? t("review.sign_nothing")
      : t("review.sign_wait", { count: total - decided });
  return (
    <Paper withBorder p="md" mt="md" className={classes.sign ?? ""}>
      <Group align="flex-end" gap="sm">
        <TextInput label={t("review.title_label")} value={title} onChange={(event) => setTitle(event.currentTarget.value)} style={{ flex: "1 1 16rem" }} />
        <Button
          disabled={!ready || title.trim() === ""}
          loading={busy}
          onClick={() => sign(title.trim(), { onSuccess: () => notify({ text: t("review.said_signed") }) })}
        >
          {t("review.sign")}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mt={6}>
        {note}
      </Text>
    </Paper>
  );
}

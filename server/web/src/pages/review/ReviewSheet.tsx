import { Alert, Anchor, Badge, Button, Group, Paper, Progress, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { Distillation } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { Loaded, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { CommentTray } from "./AskTray";
import { ClaimCard } from "./ClaimCard";
import { Comments } from "./Comments";
import { Handed, HandOverSheet } from "./Handing";
import { PhoneLink } from "./PhoneLink";
import { Positions } from "./Positions";
import { ReviewKeys } from "./ReviewKeys";
import { useDistillation, type useReviewing } from "./reviewing";
import { SignBar, TurnedDown } from "./SignBar";
import { Source } from "./Source";
import { progressOf } from "./spans";
import type { Together } from "./together";
import { useWalk } from "./walking";
import classes from "./review.module.css";

/** One distillation: claims to decide on the left, the words they rest on beside them. */
export function ReviewSheet({ id }: { id: number }) {
  const found = useDistillation(id);
  return <Loaded from={found}>{(distillation) => <Sheet distillation={distillation} />}</Loaded>;
}

function Sheet({ distillation }: { distillation: Distillation }) {
  const { t } = useWords();
  const { community } = usePlace();
  const walk = useWalk(distillation);
  const { claims, beside } = distillation;
  const { signed, claim, place, tray, reviewing, together } = walk;
  return (
    <>
      <Anchor underline="hover" component={Link} href={`/c/${community.slug}/review`} size="sm">
        ← {t("page.review")}
      </Anchor>
      <Head distillation={distillation} walk={walk} />
      <Meanwhile distillation={distillation} />
      {distillation.signed_by !== null && <Signed distillation={distillation} signer={distillation.signed_by} />}
      <Warnings distillation={distillation} signed={signed} />
      {beside.handed !== null && <Handed handed={beside.handed} together={together} />}
      <HandOverSheet distillation={distillation} together={together} opened={walk.handing} close={walk.hands.close} />
      <Positions claims={claims} go={walk.go} />
      <div className={classes.sheet}>
        <Stack gap="sm" component="ol" className={classes.claims ?? ""} aria-label={t("review.claims")}>
          {claims.map((one, index) => (
            <ClaimCard
              key={one.id}
              claim={one}
              number={index + 1}
              inHand={index === place}
              signed={!walk.mayDecide(one)}
              comments={beside.comments.filter((comment) => comment.claim_id === one.id)}
              asked={beside.asked.filter((asked) => asked.claim_id === one.id)}
              together={together}
              tray={index === place ? tray : null}
              thread={distillation.thread}
              brought={distillation.brought_from}
              doubt={index === place ? walk.doubt : null}
              calm={walk.calm}
              busy={reviewing.decide.isPending || reviewing.reshaping}
              take={() => walk.go(index)}
              open={walk.setTray}
              settle={walk.settle}
              merge={index === place ? walk.merge : null}
              split={(parts) => reviewing.split(one, parts, () => walk.setTray(null))}
            />
          ))}
        </Stack>
        <Source distillation={distillation} claim={claim} />
      </div>
      <OpenQuestions questions={distillation.open_questions} />
      <AboutAll distillation={distillation} together={together} />
      <Ending distillation={distillation} reviewing={reviewing} handOver={walk.hands.open} />
    </>
  );
}

/** How far the review is, and what can be done with the article as a whole. */
function Head({ distillation, walk }: { distillation: Distillation; walk: ReturnType<typeof useWalk> }) {
  const { t, named } = useWords();
  const { decided, total } = progressOf(distillation.claims);
  const { signed, closed, greens } = walk;
  return (
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
          <Button size="compact-sm" variant="light" color="moss" loading={walk.reviewing.reshaping} onClick={walk.approveGreen}>
            {t("review.approve_green", { count: greens })}
          </Button>
        )}
        {!closed && !signed && (
          <Button size="compact-sm" variant="default" onClick={walk.hands.open}>
            {t("beside.hand_over")}
          </Button>
        )}
        {!closed && decided < total && <PhoneLink distillation={distillation.id} />}
        <ReviewKeys />
      </Group>
    </PageTitle>
  );
}

/** What has to be said before anything else: no source is left, or a signed article was reopened. */
function Warnings({ distillation, signed }: { distillation: Distillation; signed: boolean }) {
  const { t } = useWords();
  const open = distillation.claims.filter((claim) => claim.state === "open").length;
  return (
    <>
      {distillation.beside.sources_gone && (
        <Alert color="red" variant="light" mb="sm" p="sm" maw={760} title={t("beside.sources_gone")}>
          <Text size="sm">{t("beside.sources_gone_next")}</Text>
        </Alert>
      )}
      {signed && open > 0 && (
        <Alert color="ember" variant="light" mb="sm" p="sm" maw={760}>
          <Text size="sm">{t("beside.reopened", { count: open })}</Text>
        </Alert>
      )}
    </>
  );
}

/** What was said about the whole article. */
function AboutAll({ distillation, together }: { distillation: Distillation; together: Together }) {
  const { t } = useWords();
  const [writing, setWriting] = useState(false);
  const comments = distillation.beside.comments.filter((comment) => comment.claim_id === null);
  return (
    <Paper withBorder p="md" mt="md" maw={760} component="section" aria-label={t("beside.comments")}>
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t("beside.comments")}
        </Title>
        {!writing && (
          <Button size="compact-sm" variant="default" onClick={() => setWriting(true)}>
            {t("beside.comment")}
          </Button>
        )}
      </Group>
      <Comments comments={comments} together={together} />
      {writing && <CommentTray claim={null} together={together} close={() => setWriting(false)} />}
    </Paper>
  );
}

/** Who signed it, and the ways on: the article as members read it, and what waits next. */
function Signed({ distillation, signer }: { distillation: Distillation; signer: string }) {
  const { t } = useWords();
  const { community } = usePlace();
  const home = `/c/${community.slug}`;
  const answers = distillation.state === "shelved" || distillation.state === "due";
  return (
    <Group my="sm" gap="sm">
      <Text c="dimmed">{t("article.signed_by", { name: signer })}</Text>
      <Anchor component={Link} href={`${home}/library/${answers ? "" : "version/"}${distillation.id}`}>
        {t(answers ? "review.to_article" : "review.to_version")}
      </Anchor>
      <Anchor component={Link} href={`${home}/review`}>
        {t("review.to_waiting")}
      </Anchor>
    </Group>
  );
}

/** A draft of a new version: the one that answers meanwhile. */
function Meanwhile({ distillation }: { distillation: Distillation }) {
  const { t } = useWords();
  const { community } = usePlace();
  const { shelved } = distillation;
  if (shelved === null || shelved.id === distillation.id) return null;
  return (
    <Text size="sm" mb="sm">
      {t("review.meanwhile", { version: shelved.version })}{" "}
      <Anchor component={Link} href={`/c/${community.slug}/library/${shelved.id}`} size="sm">
        {t("review.to_article")}
      </Anchor>
    </Text>
  );
}

/** How it stands with the whole: signed, turned down, or waiting for either. */
function Ending({ distillation, reviewing, handOver }: { distillation: Distillation; reviewing: ReturnType<typeof useReviewing>; handOver: () => void }) {
  const busy = reviewing.sign.isPending || reviewing.reshaping;
  if (distillation.signed_by !== null) return <Signed distillation={distillation} signer={distillation.signed_by} />;
  if (distillation.state === "rejected") return <TurnedDown busy={busy} takeUp={reviewing.takeUp} />;
  return <SignBar distillation={distillation} busy={busy} sign={reviewing.sign.mutate} handOver={handOver} turnDown={reviewing.turnDown} />;
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

import { Alert, Badge, Button, Group, Text, UnstyledButton } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { Claim } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { useWords } from "@/words/words";
import classes from "./review.module.css";
import { AskTray, askable, CommentTray } from "./AskTray";
import { Asked, Comments } from "./Comments";
import type { ClaimCardProps } from "./deciding";
import { Reworded } from "./Reworded";
import { Cited } from "./Source";
import { EditTray, RejectTray, SplitTray } from "./trays";

/** One sentence to decide on; the one in hand shows its actions. */
export function ClaimCard(props: ClaimCardProps) {
  const { claim, number, inHand, signed, take, tray, comments, asked, together } = props;
  const besides = tray === "comment" || tray === "ask";
  const waiting = comments.filter((comment) => comment.settled_at === null).length;
  const { t } = useWords();
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (inHand) place.current?.scrollIntoView({ block: "nearest" });
  }, [inHand]);
  return (
    <li ref={place} className={classes.claim} data-state={claim.state} aria-current={inHand}>
      <UnstyledButton onClick={take} w="100%" aria-label={t("review.take", { number })}>
        <ClaimMarks claim={claim} number={number} waiting={waiting} />
        <div className="words">{claim.text}</div>
      </UnstyledButton>
      <ClaimHistory claim={claim} />
      {inHand && claim.problems.length > 0 && !claim.own_words && (
        <Alert color="red" variant="light" p="xs" mt="xs">
          {claim.problems.map((problem) => (
            <Text key={problem.code} size="sm">
              {problem.text}
            </Text>
          ))}
        </Alert>
      )}
      {inHand && <Cited claim={claim} brought={props.brought} />}
      {inHand && <Comments comments={comments} together={together} />}
      {inHand && <Asked asked={asked} together={together} />}
      {inHand && (!signed || besides) && <Tray {...props} />}
    </li>
  );
}

function ClaimMarks({ claim, number, waiting }: { claim: Claim; number: number; waiting: number }) {
  const { t, named } = useWords();
  return (
    <Group gap={6} mb={2}>
      <Text size="xs" c="dimmed">
        {number}. {named("kind", claim.kind)}
      </Text>
      {claim.state !== "open" && (
        <Badge size="sm" tt="none" variant="light" color={claim.state === "approved" ? "moss" : "gray"}>
          {named("state", claim.state)}
        </Badge>
      )}
      {!claim.supported && !claim.own_words && (
        <Badge size="sm" tt="none" variant="light" color="red">
          {t("review.unsupported")}
        </Badge>
      )}
      {claim.own_words && (
        <Badge size="sm" tt="none" variant="outline" color="gray">
          {claim.own_by === null ? t("review.own_words") : t("beside.own_by", { name: claim.own_by })}
        </Badge>
      )}
      {waiting > 0 && (
        <Badge size="sm" tt="none" variant="light" color="ember">
          {t("beside.comment_many", { count: waiting })}
        </Badge>
      )}
    </Group>
  );
}

function ClaimHistory({ claim }: { claim: Claim }) {
  const { t } = useWords();
  return (
    <>
      {claim.rewording !== null && <Reworded rewording={claim.rewording} />}
      {claim.reason !== null && (
        <Text size="sm" c="dimmed" mt={4}>
          {claim.reason === "merged" ? t("review.merged") : `${t("review.reason")} ${claim.reason}`}
        </Text>
      )}
    </>
  );
}

function Tray(props: ClaimCardProps) {
  if (props.tray === "edit") return <EditTray {...props} />;
  if (props.tray === "reject") return <RejectTray {...props} />;
  if (props.tray === "split") return <SplitTray {...props} />;
  if (props.tray === "comment") return <CommentTray claim={props.claim} together={props.together} close={() => props.open(null)} />;
  if (props.tray === "ask") return <AskTray claim={props.claim} together={props.together} close={() => props.open(null)} />;
  return <ClaimActions {...props} />;
}

function ClaimActions({ claim, busy, open, settle, merge }: ClaimCardProps) {
  const { t } = useWords();
  if (claim.state !== "open") {
    return (
      <Group mt="xs" gap="xs">
        <Button size="compact-sm" variant="default" loading={busy} onClick={() => settle("reopen")}>
          {t(claim.own_words ? "edit.take_back" : "review.reopen")}
        </Button>
        {claim.own_words && (
          <Button size="compact-sm" variant="default" onClick={() => open("edit")}>
            {t("review.edit")}
          </Button>
        )}
        <Aside claim={claim} open={open} />
      </Group>
    );
  }
  return (
    <Group gap="xs" mt="sm" className={classes.claimButtons ?? ""}>
      <Button size="sm" loading={busy} onClick={() => settle("approve")} variant={claim.supported ? "filled" : "default"}>
        {t("review.approve")}
      </Button>
      <Button size="sm" variant="default" onClick={() => open("edit")}>
        {t("review.edit")}
      </Button>
      <Button size="sm" variant="default" onClick={() => open("reject")}>
        {t("review.reject")}
      </Button>
      <Button size="sm" variant="subtle" color="gray" onClick={() => open("split")}>
        {t("review.split")}
      </Button>
      {merge !== null && (
        <Button size="sm" variant="subtle" color="gray" loading={busy} onClick={merge}>
          {t("review.merge")}
        </Button>
      )}
      <Aside claim={claim} open={open} />
    </Group>
  );
}

/** What leaves the claim as it is: say something about it, or ask whose words it rests on, where one may. */
function Aside({ claim, open }: Pick<ClaimCardProps, "claim" | "open">) {
  const { t } = useWords();
  const { community } = usePlace();
  return (
    <>
      <Button size="sm" variant="subtle" color="gray" onClick={() => open("comment")}>
        {t("beside.comment")}
      </Button>
      {askable(claim, community.member_id).length > 0 && (
        <Button size="sm" variant="subtle" color="gray" onClick={() => open("ask")}>
          {t("beside.ask")}
        </Button>
      )}
    </>
  );
}

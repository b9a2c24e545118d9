import { Anchor, Badge, Button, Group, Paper, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { post, read } from "@/api/call";
import type { ClaimConflict, ClaimConflicts, Outcome } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { saysAlready } from "@/pages/library/quoting";
import { failureSentence, Loaded, Moment } from "@/parts/parts";
import { useWords, type Key } from "@/words/words";
import classes from "./upkeep.module.css";

type Side = ClaimConflict["sides"][number];

export function useConflicts(asked = true) {
  const { community } = usePlace();
  return useQuery({
    queryKey: ["conflicts", community.id],
    queryFn: () => read<ClaimConflicts>(`/api/communities/${community.id}/conflicts`),
    enabled: asked,
  });
}

/** What signed articles say twice or against each other, side by side, to be settled. */
export function ConflictsPanel() {
  const { t } = useWords();
  const conflicts = useConflicts();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="conflicts-title" id="conflicts">
      <Title order={2} size="h4" id="conflicts-title">
        {t("conflicts.title")}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t("conflicts.note")}
      </Text>
      <Loaded from={conflicts}>
        {({ open, settled }) => (
          <Stack gap="lg">
            {open.length === 0 && <Text size="sm">{t("conflicts.none")}</Text>}
            {open.map((one) => (
              <Open key={one.id} conflict={one} />
            ))}
            {settled.length > 0 && <Settled conflicts={settled} />}
          </Stack>
        )}
      </Loaded>
    </Paper>
  );
}

function useSettling(conflict: ClaimConflict) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const fresh = () => refresh(["conflicts", community.id], ["trust", community.id], ["articles", community.id], ["article"], ["life"], ["distillations", community.id], ["distillation"]);
  const fail = (error: unknown) => notify({ text: failureSentence(error, t), tone: "failure" });
  const back = useMutation({
    mutationFn: () => post(`/api/conflicts/${conflict.id}/reopen`),
    onSettled: fresh,
    onError: fail,
  });
  const settle = useMutation({
    mutationFn: (settlement: { outcome: Outcome; note?: string }) => post(`/api/conflicts/${conflict.id}/settle`, settlement),
    onSuccess: (_, { outcome }) => notify({ text: t(`conflicts.said_${outcome}`), undo: () => back.mutate(), lasts: 12_000 }),
    onSettled: fresh,
    onError: fail,
  });
  return { settle, back };
}

function Open({ conflict }: { conflict: ClaimConflict }) {
  const { t } = useWords();
  const { settle } = useSettling(conflict);
  const [keeping, keep] = useState(false);
  const [note, setNote] = useState("");
  const [first, second] = conflict.sides;
  const mine = conflict.sides.filter((side) => side.mine).length;
  if (first === undefined || second === undefined) return null;
  return (
    <article aria-label={t(`conflicts.kind_${conflict.kind}`)}>
      <Group gap="xs" mb="xs">
        <Badge variant="light" tt="none" color={conflict.kind === "contradiction" ? "red" : "gray"}>
          {t(`conflicts.kind_${conflict.kind}`)}
        </Badge>
        <Text size="sm" c="dimmed">
          {conflict.reason !== null && `${t(`conflicts.reason_${conflict.reason}` as Key)} · `}
          <Moment at={conflict.found_at} />
          {mine > 0 && ` · ${t(mine > 1 ? "conflicts.mine_both" : "conflicts.mine")}`}
        </Text>
      </Group>
      <div className={classes.sides}>
        <OneSide side={first} place={1} />
        <OneSide side={second} place={2} />
      </div>
      <Group gap="xs" mt="sm">
        {conflict.kind === "duplicate" && (
          <Button size="sm" loading={settle.isPending} onClick={() => settle.mutate({ outcome: "merged" })}>
            {t("conflicts.merge")}
          </Button>
        )}
        {conflict.kind === "contradiction" && (
          <>
            <Button size="sm" variant="default" loading={settle.isPending} onClick={() => settle.mutate({ outcome: "first" })}>
              {t("conflicts.right", { place: 1 })}
            </Button>
            <Button size="sm" variant="default" loading={settle.isPending} onClick={() => settle.mutate({ outcome: "second" })}>
              {t("conflicts.right", { place: 2 })}
            </Button>
          </>
        )}
        <Button size="sm" variant="subtle" color="gray" aria-expanded={keeping} onClick={() => keep(!keeping)}>
          {t("conflicts.keep_both")}
        </Button>
      </Group>
      {keeping && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            settle.mutate({ outcome: "keep_both", note: note.trim() });
          }}
        >
          <Group gap="xs" mt="xs" align="flex-end">
            <TextInput style={{ flex: "1 1 16rem" }} size="sm" autoFocus maxLength={300} label={t("conflicts.condition")} placeholder={t("conflicts.condition_example")} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
            <Button type="submit" size="sm" disabled={note.trim() === ""} loading={settle.isPending}>
              {t("conflicts.keep_send")}
            </Button>
          </Group>
        </form>
      )}
    </article>
  );
}

function OneSide({ side, place }: { side: Side; place: number }) {
  const { t } = useWords();
  const { community } = usePlace();
  return (
    <div className={classes.side}>
      <Text size="xs" c="dimmed">
        {t("conflicts.side", { place })}
      </Text>
      <div className="words">{side.text}</div>
      <Text size="sm" c="dimmed" mt={6}>
        <Anchor component={Link} href={`/c/${community.slug}/library/${side.article_id}`} size="sm">
          {side.title}
        </Anchor>
        {side.signed_by !== null && ` · ${t("article.signed_by", { name: side.signed_by })}`}
        {side.verifier !== null && side.verifier !== side.signed_by && ` · ${t("life.verifier", { name: side.verifier })}`}
      </Text>
      {side.sources.map((source) => (
        <blockquote key={source.quote} className={classes.quote}>
          <Text size="sm" c="dimmed">
            {source.brought ? t("library.brought") : (source.author ?? t("library.somebody"))} · <Moment at={source.at} />
          </Text>
          {!saysAlready(side.text, source.quote) && <Text size="sm">{source.quote}</Text>}
        </blockquote>
      ))}
    </div>
  );
}

function Settled({ conflicts }: { conflicts: ClaimConflict[] }) {
  const { t } = useWords();
  return (
    <details>
      <summary>{t("conflicts.settled", { count: conflicts.length })}</summary>
      <Stack gap="sm" mt="sm">
        {conflicts.map((one) => (
          <SettledOne key={one.id} conflict={one} />
        ))}
      </Stack>
    </details>
  );
}

function SettledOne({ conflict }: { conflict: ClaimConflict }) {
  const { t } = useWords();
  const { community } = usePlace();
  const { back } = useSettling(conflict);
  const gaveWay = conflict.outcome === "first" ? conflict.sides[1] : conflict.outcome === "second" ? conflict.sides[0] : undefined;
  return (
    <div className={classes.due}>
      {conflict.sides.map((side) => (
        <Text key={side.claim_id} size="sm" className="words">
          {side.text}{" "}
          <Anchor component={Link} href={`/c/${community.slug}/library/${side.article_id}`} size="sm">
            {side.title}
          </Anchor>
        </Text>
      ))}
      {gaveWay !== undefined && (
        <Anchor component={Link} href={`/c/${community.slug}/review/${gaveWay.article_id}`} size="sm">
          {t("conflicts.review_it")}
        </Anchor>
      )}
      <Group gap="xs" mt={4}>
        <Text size="sm" c="dimmed">
          {conflict.outcome !== null && t(`conflicts.outcome_${conflict.outcome}`)}
          {conflict.note !== null && `: ${conflict.note}`}
          {conflict.settled_by !== null && ` · ${conflict.settled_by}`}
          {conflict.settled_at !== null && (
            <>
              {" · "}
              <Moment at={conflict.settled_at} />
            </>
          )}
        </Text>
        <Button size="compact-sm" variant="default" loading={back.isPending} onClick={() => back.mutate()}>
          {t("act.undo")}
        </Button>
      </Group>
    </div>
  );
}

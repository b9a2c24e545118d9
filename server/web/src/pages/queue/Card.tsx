import { Alert, Badge, Button, Group, Paper, Stack, Text } from "@mantine/core";
import { useState, type ReactNode } from "react";
import type { Effect, Suggestion } from "@/api/shapes";
import { CitedWords, placeOf } from "@/parts/CitedWords";
import { Icon } from "@/parts/icons";
import { Moment } from "@/parts/parts";
import { useWords, type Key } from "@/words/words";
import { unfit, whereTo } from "./outgoing";
import classes from "./queue.module.css";
import { WhyPanel } from "./WhyPanel";

const SHORT = 3;

/** One draft with the messages it answers, who speaks where, and why it is offered. */
export function Card({ card, gone, why, toggleWhy, turning, children }: { card: Suggestion; gone: boolean; why: boolean; toggleWhy: () => void; turning?: ReactNode; children: ReactNode }) {
  const { t, named } = useWords();
  const failing = card.checks.filter((check) => !check.passed);
  const held = unfit(card);
  return (
    <Paper component="article" withBorder className={classes.card} aria-labelledby="card-title">
      <Stack gap="md">
        <Group gap={8} justify="space-between" align="baseline">
          <Group gap={8} align="baseline">
            <Text component="h2" id="card-title" ff="heading" fz="1.2rem" fw={600} m={0}>
              {named("move", card.move)}
            </Text>
            <LaneMark card={card} />
          </Group>
          <Text size="sm" c="dimmed">
            <Moment at={card.created_at} />
          </Text>
        </Group>
        {gone && <Alert color="gray" variant="light" title={t("queue.gone")} p="xs" />}
        <Anchors card={card} />
        <Draft card={card} turning={turning} />
        {!card.may_accept && (
          <Text size="sm" c="dimmed">
            {t("queue.not_yours", { name: card.speaker_name ?? named("role", card.speaker) })}
          </Text>
        )}
        {failing.length > 0 && (
          <Alert color="yellow" variant="light" p="xs" title={t("queue.checks_failed", { count: failing.length })}>
            {failing.map((check) => check.text).join(" · ")}
          </Alert>
        )}
        {held !== null && (
          <Alert color="yellow" variant="light" p="xs" role="status">
            {t(held.key, held.facts)}
          </Alert>
        )}
        {children}
        <WhyPanel card={card} open={why} toggle={toggleWhy} />
      </Stack>
    </Paper>
  );
}

export function LaneMark({ card }: { card: Suggestion }) {
  const { t, named } = useWords();
  const debt = card.lane === "safety" || card.lane === "mention" || card.lane === "obligation";
  // History owes nothing any more, so only its dangers keep their lane.
  const shown = !card.from_history || card.lane === "safety";
  return (
    <Group gap={6}>
      {shown && (
        <Badge tt="none" variant={debt ? "light" : "outline"} color={debt ? "ember" : "gray"}>
          {named("lane", card.lane)}
        </Badge>
      )}
      {card.from_history && (
        <Badge tt="none" variant="outline" color="gray">
          {t("queue.from_history")}
        </Badge>
      )}
    </Group>
  );
}

function Anchors({ card }: { card: Suggestion }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? card.anchors : card.anchors.slice(0, SHORT);
  const hidden = card.anchors.length - shown.length;
  if (card.anchors.length === 0) return null;
  return (
    <div>
      <Text size="sm" c="dimmed" mb={4}>
        {t("queue.answers")}
      </Text>
      <Stack gap={8}>
        {shown.map((anchor) => (
          <blockquote key={anchor.id} id={placeOf(anchor.id)} className={classes.anchor}>
            <Text size="sm" fw={600} span>
              {anchor.author ?? t("word.system")}
            </Text>
            <Text size="xs" c="dimmed" span ml={8}>
              <Moment at={anchor.at} />
            </Text>
            <div className="words">{anchor.text}</div>
          </blockquote>
        ))}
      </Stack>
      {hidden > 0 && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)} mt={4}>
          {t("queue.more_anchors", { count: hidden })}
        </Button>
      )}
    </div>
  );
}

function Draft({ card, turning }: { card: Suggestion; turning: ReactNode }) {
  const { t, named } = useWords();
  const facts = { name: card.speaker_name ?? named("role", card.speaker), to: card.to_name ?? "", zone: card.zone.name };
  return (
    <div>
      <Group gap={6} mb={4} wrap="nowrap" align="flex-start">
        {card.audience === "private" && <Icon name="lock" size={18} />}
        <Text size="sm" {...(card.effect === null ? { c: "dimmed" } : {})}>
          {card.effect === null ? t(whereTo(card), facts) : card.effect.says}
        </Text>
      </Group>
      <div className={classes.draft} data-private={card.audience === "private"}>
        <CitedWords text={card.text} cited={card.cited} />
        {card.disclosure !== "" && (
          <Text size="xs" c="dimmed" mt={6}>
            {card.disclosure}
          </Text>
        )}
      </div>
      {turning}
      {card.effect !== null && <Told effect={card.effect} />}
    </div>
  );
}

/** What the author of a message is told where accepting does something to it. */
function Told({ effect }: { effect: Effect }) {
  const { t } = useWords();
  const lines: readonly [Key, string | null][] = [
    ["queue.tells", effect.notice],
    ["queue.tells_down", effect.notice_down],
  ];
  return (
    <Stack gap="xs" mt="sm">
      {lines.map(
        ([title, text]) =>
          text !== null && (
            <div key={title}>
              <Text size="sm" c="dimmed" mb={4}>
                {t(title)}
              </Text>
              <div className={`words ${classes.anchor ?? ""}`}>{text}</div>
            </div>
          ),
      )}
    </Stack>
  );
}

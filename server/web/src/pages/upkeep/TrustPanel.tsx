import { Anchor, Group, Paper, Progress, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { read } from "@/api/call";
import type { Trust, TrustPart } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { Loaded } from "@/parts/parts";
import { useWords } from "@/words/words";
import classes from "./upkeep.module.css";

export function useTrust(asked = true) {
  const { community } = usePlace();
  return useQuery({
    queryKey: ["trust", community.id],
    queryFn: () => read<Trust>(`/api/communities/${community.id}/trust`),
    enabled: asked,
  });
}

/** The trust score, and part by part what drags it down, each with a way to mend it. */
export function TrustPanel() {
  const { t } = useWords();
  const trust = useTrust();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="trust-title">
      <Title order={2} size="h4" id="trust-title" mb="xs">
        {t("trust.title")}
      </Title>
      <Loaded from={trust}>{(found) => (found.score === null ? <Text size="sm">{t("trust.nothing")}</Text> : <Score trust={found} score={found.score} />)}</Loaded>
    </Paper>
  );
}

function Score({ trust, score }: { trust: Trust; score: number }) {
  const { t } = useWords();
  const costly = trust.parts.filter((part) => part.count > 0 && part.lost > 0);
  return (
    <>
      <Group gap="md" align="center" mb="md">
        <span className={classes.score}>{score}</span>
        <div style={{ flex: "1 1 12rem" }}>
          <Progress value={score} color={score >= 80 ? "moss" : "ember"} aria-label={t("trust.score", { score })} />
          <Text size="sm" c="dimmed" mt={4}>
            {t("trust.of", { articles: trust.articles })}
          </Text>
        </div>
      </Group>
      {costly.length === 0 ? (
        <Text size="sm">{t("trust.in_order")}</Text>
      ) : (
        <ul className={classes.parts} aria-label={t("trust.drags")}>
          {costly.map((part) => (
            <Drag key={part.drag} part={part} />
          ))}
        </ul>
      )}
    </>
  );
}

function Drag({ part }: { part: TrustPart }) {
  const { t } = useWords();
  const { community } = usePlace();
  const home = `/c/${community.slug}`;
  return (
    <li className={classes.part}>
      <Text size="sm">{t(`trust.drag_${part.drag}`, { count: part.count })}</Text>
      <Text size="sm" c="dimmed">
        {t("trust.lost", { lost: part.lost, weight: part.weight })}
      </Text>
      <Group gap="xs" style={{ gridColumn: "1 / -1" }}>
        {part.examples.map((one) => (
          <Anchor key={one.id} component={Link} href={`${home}/library/${one.live ? "" : "version/"}${one.id}`} size="sm">
            {one.title}
          </Anchor>
        ))}
        {part.count > part.examples.length && (
          <Text size="sm" c="dimmed">
            {t("trust.more", { count: part.count - part.examples.length })}
          </Text>
        )}
      </Group>
    </li>
  );
}

import { Anchor, Group, Paper, Text } from "@mantine/core";
import { Link } from "wouter";
import { mayOpen } from "@/app/pages";
import { usePlace } from "@/app/session";
import { useTrust } from "@/pages/upkeep/TrustPanel";
import { useWords } from "@/words/words";

/** The trust score in a line, and the two things that cost it most; for those who look after it. */
export function TrustCard() {
  const { t } = useWords();
  const { community } = usePlace();
  const asked = mayOpen(community.role, "upkeep");
  const trust = useTrust(asked);
  const score = trust.data?.score;
  if (!asked || trust.data === undefined || score === null || score === undefined) return null;
  const costly = trust.data.parts.filter((part) => part.count > 0 && part.lost > 0).slice(0, 2);
  return (
    <Paper withBorder p="sm" mb="md" maw={760} component="section" aria-label={t("trust.title")}>
      <Group gap="sm" justify="space-between">
        <Text size="sm">
          <Text span fw={600}>
            {t("trust.score", { score })}
          </Text>
          {costly.map((part) => ` · ${t(`trust.drag_${part.drag}`, { count: part.count })}`)}
        </Text>
        <Anchor component={Link} href={`/c/${community.slug}/upkeep`} size="sm">
          {t("trust.next")}
        </Anchor>
      </Group>
    </Paper>
  );
}

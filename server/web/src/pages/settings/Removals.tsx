import { Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { read } from "@/api/call";
import type { Removal } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { Loaded, Moment } from "@/parts/parts";
import { useRestore } from "@/parts/restoring";
import { useWords } from "@/words/words";
import { Part } from "./Field";
import classes from "./settings.module.css";

/** What was taken down, by Simmer or by somebody who accepted it, each to be put back with one click. */
export function Removals() {
  const { t } = useWords();
  const { community } = usePlace();
  const removals = useQuery({
    queryKey: ["removals", community.id],
    queryFn: async () => (await read<{ removals: Removal[] }>(`/api/communities/${community.id}/removals`)).removals,
  });
  return (
    <Part title="settings.removals">
      <Loaded from={removals}>
        {(all) =>
          all.length === 0 ? (
            <Text size="sm" c="dimmed" mt="xs">
              {t("settings.removals_none")}
            </Text>
          ) : (
            all.map((each) => <Row key={each.message_id} removal={each} />)
          )
        }
      </Loaded>
    </Part>
  );
}

function whyRemoved({ by, score, words }: Removal, t: ReturnType<typeof useWords>["t"]): string {
  if (by === null) return t("settings.removal_why", { score: (100 * score).toFixed(1), words });
  return words === "" ? t("settings.removal_by_plain", { name: by }) : t("settings.removal_by", { name: by, words });
}

function Row({ removal }: { removal: Removal }) {
  const { t } = useWords();
  const restore = useRestore(removal.zone_id);
  return (
    <div className={classes.row}>
      <Text size="sm" c="dimmed">
        {removal.author} · <Moment at={removal.at} />
      </Text>
      <Text size="sm" className="words">
        {removal.text}
      </Text>
      <Group justify="space-between" gap="xs" mt={4}>
        <Text size="sm" c="dimmed" style={{ flex: "1 1 14rem" }}>
          {whyRemoved(removal, t)}
        </Text>
        {removal.restored ? (
          <Text size="sm">{t("settings.restored")}</Text>
        ) : (
          <Button size="compact-sm" variant="default" loading={restore.isPending} onClick={() => restore.mutate(removal.message_id)} aria-label={t("room.restore", { name: removal.author })}>
            {t("settings.restore")}
          </Button>
        )}
      </Group>
    </div>
  );
}

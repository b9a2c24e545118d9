import { Button, Group, Text } from "@mantine/core";
import type { Message, Zone } from "@/api/shapes";
import { mayOpen } from "@/app/pages";
import { usePlace } from "@/app/session";
import { useRestore } from "@/parts/restoring";
import { useWords } from "@/words/words";
import classes from "./room.module.css";

/** A message that is gone: who took it back, and for who runs the room the way back. */
export function Removed({ zone, message }: { zone: Zone; message: Message }) {
  const { t } = useWords();
  const { community } = usePlace();
  const restore = useRestore(zone.id);
  const name = message.author?.name ?? (message.by_simmer ? "Simmer" : t("room.somebody"));
  return (
    <Group gap="xs" className={classes.recalled ?? ""}>
      <Text size="sm" c="dimmed">
        {t(message.removed ? "room.removed" : "room.recalled", { name })}
      </Text>
      {message.removed && mayOpen(community.role, "settings") && (
        <Button size="compact-sm" variant="default" loading={restore.isPending} onClick={() => restore.mutate(message.id)} aria-label={t("room.restore", { name })}>
          {t("settings.restore")}
        </Button>
      )}
    </Group>
  );
}

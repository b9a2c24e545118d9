import { Anchor, Button, Group, Modal, Paper, Stack, Text } from "@mantine/core";
import { Link } from "wouter";
import type { Clash } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { useWords, type Key } from "@/words/words";

interface ContradictedProps {
  against: readonly Clash[];
  opened: boolean;
  busy: boolean;
  open: () => void;
  sign: () => void;
  close: () => void;
}

/** Before the last touch: which signed sentences this contradicts, and whether to sign all the same. */
export function Contradicted({ against, opened, busy, open, sign, close }: ContradictedProps) {
  const { t } = useWords();
  if (against.length === 0) return null;
  const title = t("signing.title", { count: against.length });
  return (
    <>
      <Group mt={4} gap="sm">
        <Text size="sm" c="red" role="status">
          {title}
        </Text>
        <Button size="compact-sm" variant="subtle" color="red" onClick={open}>
          {t("conflicts.go")}
        </Button>
      </Group>
      <Modal opened={opened} onClose={close} size="lg" title={title} closeButtonProps={{ "aria-label": t("act.close") }}>
      <Stack gap="sm">
        <Clashes against={against} />
        <Text size="sm">{t("signing.then")}</Text>
        <Group gap="xs">
          <Button data-autofocus variant="default" onClick={close}>
            {t("signing.back")}
          </Button>
          <Button color="red" loading={busy} onClick={sign}>
            {t("signing.anyway")}
          </Button>
        </Group>
      </Stack>
      </Modal>
    </>
  );
}

function Clashes({ against }: { against: readonly Clash[] }) {
  const { t } = useWords();
  const { community } = usePlace();
  return against.map((one) => (
    <Paper key={one.seal} withBorder p="sm">
      <Text size="sm" c="dimmed">
        {t("signing.yours")}
      </Text>
      <Text>{one.text}</Text>
      <Text size="sm" c="dimmed" mt={6}>
        {t("signing.signed")}{" "}
        <Anchor component={Link} href={`/c/${community.slug}/library/${one.article_id}`} target="_blank" size="sm">
          {t("signing.look", { title: one.title })}
        </Anchor>
      </Text>
      <Text>{one.signed}</Text>
      {one.reason !== null && (
        <Text size="sm" c="dimmed" mt={6}>
          {t(`conflicts.reason_${one.reason}` as Key)}
        </Text>
      )}
    </Paper>
  ));
}

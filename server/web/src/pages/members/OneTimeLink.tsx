import { Button, CopyButton, Group, Text, TextInput } from "@mantine/core";
import type { SignInLink } from "@/api/shapes";
import { Moment } from "@/parts/parts";
import { useWords } from "@/words/words";
import classes from "./members.module.css";

/** A link that lets one person in once, to be handed on in private. */
export function OneTimeLink({ link, name }: { link: SignInLink; name: string }) {
  const { t } = useWords();
  return (
    <div className={classes.link} role="status">
      <Text size="sm">{t("members.link_note", { name })}</Text>
      <Group gap="xs" wrap="nowrap">
        <TextInput readOnly value={link.url} aria-label={t("members.link_for", { name })} style={{ flex: 1 }} onFocus={(event) => event.currentTarget.select()} />
        <CopyButton value={link.url}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? t("act.copied") : t("act.copy")}</Button>}
        </CopyButton>
      </Group>
      <Text size="xs" c="dimmed">
        {t("members.link_until")} <Moment at={link.expires_at} />
      </Text>
    </div>
  );
}

import { Button, Paper, Text, Title } from "@mantine/core";
import { useId, type ReactNode } from "react";
import { useNotify } from "@/app/notices";
import { copyText } from "@/parts/copying";
import { useWords, type Key } from "@/words/words";

export function Section({ title, note, children }: { title: Key; note: Key; children: ReactNode }) {
  const { t } = useWords();
  const id = useId();
  return (
    <Paper withBorder component="section" aria-labelledby={id} px="md" py="sm" mb="md">
      <Title order={2} size="h4" id={id}>
        {t(title)}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t(note)}
      </Text>
      {children}
    </Paper>
  );
}

export function Copy({ text, label }: { text: string; label?: string }) {
  const { t } = useWords();
  const notify = useNotify();
  const copy = async () => {
    const copied = await copyText(text);
    notify(copied ? { text: t("outward.copied") } : { text: t("outward.not_copied"), tone: "failure" });
  };
  return (
    <Button size="compact-sm" variant="default" style={{ flexShrink: 0 }} onClick={() => void copy()} aria-label={label ?? t("outward.copy")}>
      {t("outward.copy")}
    </Button>
  );
}

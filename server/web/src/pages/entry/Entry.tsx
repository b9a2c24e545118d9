import { Group, Paper, Stack, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { LanguageSwitch } from "@/app/AccountFoot";
import { Pot } from "@/parts/icons";
import { useWords } from "@/words/words";

/** The page outside of any community: one quiet sheet in the middle. */
export function Entry({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useWords();
  return (
    <main style={{ minHeight: "100dvh", display: "grid", placeContent: "center", padding: "1rem" }}>
      <Stack w="min(30rem, calc(100vw - 2rem))">
        <Group justify="space-between">
          <Group gap={10}>
            <Pot size={34} />
            <Title order={2}>{t("word.simmer")}</Title>
          </Group>
          <LanguageSwitch />
        </Group>
        <Paper p="xl" withBorder>
          <Stack gap="sm" align="flex-start">
            <Title order={1} fz="1.35rem">
              {title}
            </Title>
            {children}
          </Stack>
        </Paper>
      </Stack>
    </main>
  );
}

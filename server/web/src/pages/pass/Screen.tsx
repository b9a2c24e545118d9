import { Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { Pass } from "@/api/shapes";
import { LanguageSwitch } from "@/app/AccountFoot";
import { useWords } from "@/words/words";
import classes from "./pass.module.css";

/** One screen of a phone: whose name it is, the language, and what there is to do. */
export function Screen({ pass, children }: { pass: Pass; children: ReactNode }) {
  const { t } = useWords();
  return (
    <main className={classes.screen}>
      <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
        <Text size="sm" c="dimmed" lineClamp={3} miw={0}>
          {t("pass.whose", { community: pass.community, name: pass.name })}
        </Text>
        <div className={classes.tongue}>
          <LanguageSwitch />
        </div>
      </Group>
      {children}
    </main>
  );
}

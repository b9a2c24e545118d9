import { Code, Text } from "@mantine/core";
import { useWords } from "@/words/words";
import { Entry } from "./Entry";

export function SignedOut() {
  const { t } = useWords();
  return (
    <Entry title={t("signedout.title")}>
      <Text>{t("signedout.text")}</Text>
      <Text c="dimmed" size="sm">
        {t("signedout.owner")} <Code>simmer link</Code>
      </Text>
    </Entry>
  );
}

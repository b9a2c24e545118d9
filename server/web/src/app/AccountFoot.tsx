import { Button, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "wouter";
import { Icon } from "@/parts/icons";
import { failureSentence } from "@/parts/parts";
import type { Language } from "@/words/sentence";
import { useWords } from "@/words/words";
import { useNotify } from "./notices";
import { rememberLanguage, signOut, usePlace } from "./session";
import classes from "./Shell.module.css";

/** Outside every community; inside of one `chosen` keeps the choice for it alone. */
export function LanguageSwitch({ chosen }: { chosen?: (language: Language) => void }) {
  const { t, language, choose } = useWords();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("nav.language")}
      value={language}
      data={[
        { value: "zh", label: "中文" },
        { value: "en", label: "English" },
      ]}
      onChange={(value) => {
        (chosen ?? choose)(value === "en" ? "en" : "zh");
      }}
    />
  );
}

/** Who is here, in which language, and the way out. */
export function AccountFoot({ moved }: { moved?: () => void }) {
  const { t, named, settle } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const client = useQueryClient();
  const failed = (error: unknown) => notify({ text: failureSentence(error, t), tone: "failure" });
  const remember = (language: Language) => {
    settle(language);
    rememberLanguage(community.id, language)
      .then(() => client.invalidateQueries())
      .catch(failed);
  };
  const leave = () => {
    signOut()
      .then(() => {
        client.clear();
        window.location.assign("/");
      })
      .catch(failed);
  };
  return (
    <Stack gap="xs" px={6}>
      <LanguageSwitch chosen={remember} />
      <div>
        <Text size="sm" truncate>
          {community.member_name}
          <Text span size="sm" c="dimmed">
            {" · "}
            {named("role", community.role)}
          </Text>
        </Text>
        <Group justify="space-between" wrap="nowrap" gap={4}>
        <Link href={`/c/${community.slug}/me`} className={classes.own} {...(moved === undefined ? {} : { onClick: moved })}>
          <Icon name="me" size={16} />
          {t("page.me")}
        </Link>
          <Button size="compact-sm" variant="subtle" color="gray" c="dimmed" onClick={leave} leftSection={<Icon name="leave" size={16} />}>
            {t("act.sign_out")}
          </Button>
        </Group>
      </div>
    </Stack>
  );
}

import { Badge, Collapse, Group, Stack, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useId } from "react";
import type { Guess, Reading } from "@/api/shapes";
import { Grounds } from "@/parts/Grounds";
import { Icon } from "@/parts/icons";
import { useWords } from "@/words/words";
import classes from "./members.module.css";

/** A word or two beside a member, and on opening what it rests on and what tends to help. */
export function Helps({ reading, name }: { reading: Reading; name: string }) {
  const { t } = useWords();
  const [open, { toggle }] = useDisclosure(false);
  const id = useId();
  const worded = [reading.segment, reading.barrier].filter((guess) => guess.code !== "unknown");
  return (
    <>
      <UnstyledButton onClick={toggle} aria-expanded={open} aria-controls={id} aria-label={t("members.reading_of", { name })} className={classes.opener}>
        <Group gap={6}>
          <Text size="sm" c="dimmed">
            {t("members.reading")}
          </Text>
          {worded.map((guess) => (
            <Badge key={guess.about} variant="outline" color="gray" tt="none" size="md">
              {guess.text}
            </Badge>
          ))}
          <Icon name={open ? "up" : "down"} size={16} />
        </Group>
      </UnstyledButton>
      <Collapse expanded={open} id={id} className={classes.more ?? ""}>
        <Stack gap="sm" pt="xs">
          {reading.helps !== null && <Text size="sm">{reading.helps}</Text>}
          {worded.length === 0 && (
            <Text size="sm" c="dimmed">
              {t("members.nothing_seen")}
            </Text>
          )}
          {worded.map((guess) => (
            <Ground key={guess.about} guess={guess} />
          ))}
        </Stack>
      </Collapse>
    </>
  );
}

function Ground({ guess }: { guess: Guess }) {
  const { t } = useWords();
  return (
    <div>
      <Text size="sm" fw={600}>
        {guess.text}
        {guess.confidence > 0 && (
          <Text span size="sm" c="dimmed">
            {" · "}
            {t("members.sure", { percent: Math.round(guess.confidence * 100) })}
          </Text>
        )}
      </Text>
      {guess.contest !== null && (
        <Text size="sm">
          {t("members.contest_said")} {guess.contest.text}
        </Text>
      )}
      <Grounds evidence={guess.evidence} />
    </div>
  );
}

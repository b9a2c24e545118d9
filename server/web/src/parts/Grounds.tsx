import { List, Stack, Text } from "@mantine/core";
import type { Evidence } from "@/api/shapes";
import { Moment } from "@/parts/parts";
import { useWords } from "@/words/words";
import classes from "./Grounds.module.css";

/** What a guess rests on: each thing that was seen, in a sentence, with the messages that show it. */
export function Grounds({ evidence }: { evidence: readonly Evidence[] }) {
  const { t } = useWords();
  return (
    <List size="sm" spacing="xs" listStyleType="none">
      {evidence.map((one) => (
        <List.Item key={one.code} styles={{ itemWrapper: { display: "block" }, itemLabel: { display: "block" } }}>
          <Text size="sm">{one.text}</Text>
          {one.messages.length > 0 && (
            <Stack gap={4} mt={4} className={classes.said}>
              {one.messages.map((message) => (
                <div key={message.id}>
                  <Text size="xs" c="dimmed">
                    {message.author ?? t("word.system")} · <Moment at={message.at} />
                  </Text>
                  <div className="words">{message.recalled ? t("members.recalled") : message.text}</div>
                </div>
              ))}
            </Stack>
          )}
        </List.Item>
      ))}
    </List>
  );
}

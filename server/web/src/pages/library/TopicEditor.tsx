import { Button, Group, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState, type SyntheticEvent } from "react";
import type { ArticleRow, Topic } from "@/api/shapes";
import { useWords } from "@/words/words";
import { useSorting } from "./topics";

interface Editing {
  topic: string;
  topics: readonly Topic[];
  articles: readonly ArticleRow[];
  renamed: (topic: string | null) => void;
  searching: boolean;
}

/** Rename a topic, or put it to another one by giving it that name. Not while a search hides some of it. */
export function TopicEditor({ topic, topics, articles, renamed, searching }: Editing) {
  const { t } = useWords();
  const [open, dialog] = useDisclosure(false);
  const [name, setName] = useState(topic);
  const { sort, pending } = useSorting();
  const wanted = name.trim();
  const merges = wanted !== topic && topics.some((one) => one.topic === wanted);
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    const own = articles.filter((one) => one.cohort === null);
    sort({
      topics: own.map((one) => ({ article_id: one.id, topic: wanted })),
      said: merges ? "library.said_merged" : "library.said_renamed",
      done: () => renamed(wanted),
      undone: () => renamed(topic),
    });
  };
  if (searching) return null;
  if (!open) {
    return (
      <Button size="compact-sm" variant="subtle" mb="sm" onClick={dialog.open}>
        {t("library.rename_topic")}
      </Button>
    );
  }
  return (
    <form onSubmit={save}>
      <Group align="flex-end" gap="xs" mb="sm">
        <TextInput
          label={t("library.topic_name")}
          value={name}
          maxLength={40}
          data-autofocus
          list="topic-names"
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") dialog.close();
          }}
        />
        <datalist id="topic-names">
          {topics.map((one) => one.topic !== null && <option key={one.topic} value={one.topic} />)}
        </datalist>
        <Button type="submit" size="sm" loading={pending} disabled={wanted === "" || wanted === topic}>
          {merges ? t("library.merge_topics") : t("act.save")}
        </Button>
        <Button size="sm" variant="default" onClick={dialog.close}>
          {t("act.cancel")}
        </Button>
      </Group>
      {merges && (
        <Text size="sm" c="dimmed" mb="sm">
          {t("library.merge_note", { topic: wanted })}
        </Text>
      )}
    </form>
  );
}

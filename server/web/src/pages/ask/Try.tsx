import { Button, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { read } from "@/api/call";
import type { ArticleRow } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { useWords } from "@/words/words";
import classes from "./ask.module.css";

const SHOWN = 4;

/** For who has asked nothing yet: what the library can answer, each one press away. */
export function Try({ ask }: { ask: (text: string) => void }) {
  const { t } = useWords();
  const { community } = usePlace();
  const articles = useQuery({
    queryKey: ["articles", community.id, "newest"],
    queryFn: async () => (await read<{ articles: ArticleRow[] }>(`/api/communities/${community.id}/articles`)).articles,
  });
  if (articles.data === undefined) return null;
  if (articles.data.length === 0) return <Text c="dimmed">{t("ask.try_nothing")}</Text>;
  return (
    <section aria-labelledby="ask-try">
      <Text size="sm" c="dimmed" id="ask-try" mb={6}>
        {t("ask.try")}
      </Text>
      <Stack gap={6} align="flex-start">
        {articles.data.slice(0, SHOWN).map((article) => (
          <Button key={article.id} variant="default" size="compact-md" className={classes.try ?? ""} onClick={() => ask(article.title)}>
            {article.title}
          </Button>
        ))}
      </Stack>
    </section>
  );
}

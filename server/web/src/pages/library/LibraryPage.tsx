import { Badge, Group, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "wouter";
import { read } from "@/api/call";
import type { ArticleRow } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { Empty, Loaded, Moment, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { ArticleSheet } from "./ArticleSheet";
import classes from "./library.module.css";

export default function LibraryPage() {
  const { "*": rest } = useParams<{ "*"?: string }>();
  const id = Number(rest);
  return Number.isInteger(id) && id > 0 ? <ArticleSheet key={id} id={id} /> : <Shelves />;
}

function useArticles(query: string) {
  const { community } = usePlace();
  return useQuery({
    queryKey: ["articles", community.id, query],
    queryFn: async () =>
      (await read<{ articles: ArticleRow[] }>(`/api/communities/${community.id}/articles?query=${encodeURIComponent(query)}`)).articles,
    placeholderData: keepPreviousData,
  });
}

function Shelves() {
  const { t } = useWords();
  const [query, setQuery] = useState("");
  const [settled] = useDebouncedValue(query.trim(), 250);
  const articles = useArticles(settled);
  return (
    <>
      <PageTitle title={t("page.library")} note={t("library.note")} />
      <TextInput
        type="search"
        maw={520}
        mb="md"
        label={t("library.find")}
        placeholder={t("library.find_example")}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <Loaded from={articles}>
        {(found) =>
          found.length === 0 ? (
            settled === "" ? (
              <Empty title={t("library.empty")} text={t("library.empty_next")} />
            ) : (
              <Text role="status">{t("library.none", { query: settled })}</Text>
            )
          ) : (
            <Stack gap="sm" maw={760}>
              {found.map((article) => (
                <ArticleLink key={article.id} article={article} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </>
  );
}

function ArticleLink({ article }: { article: ArticleRow }) {
  const { t, named } = useWords();
  const { community } = usePlace();
  return (
    <Link href={`/c/${community.slug}/library/${article.id}`} className={classes.row}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text fw={600} ff="heading">
          {article.title}
        </Text>
        <Badge variant="light" color="gray" tt="none" style={{ flexShrink: 0 }}>
          {named("kind", article.kind)}
        </Badge>
      </Group>
      <Text size="sm" lineClamp={2}>
        {article.summary}
      </Text>
      <Text size="sm" c="dimmed" mt={4}>
        {t("article.signed_by", { name: article.signed_by })} · <Moment at={article.signed_at} />
      </Text>
    </Link>
  );
}

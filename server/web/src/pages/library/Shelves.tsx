import { Badge, Button, Group, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef, useState, type KeyboardEvent, type RefObject } from "react";
import { Link, useLocation } from "wouter";
import { read } from "@/api/call";
import type { ArticleRow, Articles, Topic } from "@/api/shapes";
import { useKeys } from "@/app/keys";
import { usePlace } from "@/app/session";
import { Day, Empty, Loaded, Moment, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { LibraryTabs } from "./LibraryTabs";
import { Marked } from "./Marked";
import { TakeAlong } from "./TakeAlong";
import { TopicEditor } from "./TopicEditor";
import { TrustCard } from "./TrustCard";
import classes from "./library.module.css";

function useArticles(query: string, topic: string | null) {
  const { community } = usePlace();
  const asked = new URLSearchParams({ query, ...(topic === null ? {} : { topic }) });
  return useQuery({
    queryKey: ["articles", community.id, query, topic],
    queryFn: () => read<Articles>(`/api/communities/${community.id}/articles?${asked.toString()}`),
    placeholderData: keepPreviousData,
  });
}

/** The signed articles: by topic, or as one types. */
export function Shelves() {
  const { t } = useWords();
  const [query, setQuery] = useState("");
  const [topic, setTopic] = useState<string | null>(null);
  const [settled] = useDebouncedValue(query.trim(), 250);
  const articles = useArticles(settled, topic);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const back = () => field.current?.focus();
  useKeys({ "/": back });
  return (
    <>
      <PageTitle narrow title={t("page.library")} note={t("library.note")}>
        <TakeAlong topic={topic} empty={articles.data?.topics.length === 0} />
      </PageTitle>
      <LibraryTabs at="articles" />
      <TrustCard />
      <TextInput
        ref={field}
        type="search"
        maw={520}
        mb="sm"
        label={t("library.find")}
        placeholder={t("library.find_example")}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") setQuery("");
          if (event.key !== "ArrowDown" && event.key !== "Enter") return;
          event.preventDefault();
          list.current?.querySelector("a")?.focus();
        }}
      />
      <Loaded from={articles}>
        {(found) => (
          <>
            <Topics topics={found.topics} chosen={topic} choose={setTopic} />
            {found.may_sort && topic !== null && topic !== "" && (
              <TopicEditor key={topic} topic={topic} topics={found.topics} articles={found.articles} renamed={setTopic} searching={settled !== ""} />
            )}
            <Found key={`${settled} ${topic ?? ""}`} found={found.articles} query={settled} all={found.topics.length > 0} clear={() => setTopic(null)} list={list} back={back} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Topics({ topics, chosen, choose }: { topics: readonly Topic[]; chosen: string | null; choose: (topic: string | null) => void }) {
  const { t } = useWords();
  if (topics.length < 2 && chosen === null) return null;
  const total = topics.reduce((sum, one) => sum + one.count, 0);
  return (
    <div role="group" aria-label={t("library.topics")} className={classes.topics}>
      <Button size="compact-sm" radius="xl" variant={chosen === null ? "filled" : "default"} aria-pressed={chosen === null} onClick={() => choose(null)}>
        {t("library.all_topics", { count: total })}
      </Button>
      {topics.map((one) => {
        const name = one.topic ?? "";
        return (
          <Button key={name} size="compact-sm" radius="xl" variant={chosen === name ? "filled" : "default"} aria-pressed={chosen === name} onClick={() => choose(chosen === name ? null : name)}>
            {one.topic ?? t("library.no_topic")} {one.count}
          </Button>
        );
      })}
    </div>
  );
}

interface FoundProps {
  found: readonly ArticleRow[];
  query: string;
  all: boolean;
  clear: () => void;
  list: RefObject<HTMLUListElement | null>;
  /** The way from the first row back to the field. */
  back: () => void;
}

function Found({ found, query, all, clear, list, back }: FoundProps) {
  const { t } = useWords();
  const { community } = usePlace();
  const [, go] = useLocation();
  const [hand, setHand] = useState(-1);
  const step = (by: number) => {
    const next = Math.min(found.length - 1, Math.max(0, hand + by));
    setHand(next);
    const row = list.current?.querySelectorAll<HTMLAnchorElement>("a")[next];
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  };
  const turn = (event: KeyboardEvent<HTMLUListElement>) => {
    const rows = [...event.currentTarget.querySelectorAll("a")];
    const at = rows.findIndex((row) => row === document.activeElement);
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    setHand(Math.max(0, at + by));
    if (at + by < 0) back();
    else rows[at + by]?.focus();
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    o: () => {
      const row = found[hand];
      if (row !== undefined) go(hrefOf(community.slug, row));
    },
  });
  if (found.length === 0 && query !== "") return <Text role="status">{t("library.none", { query })}</Text>;
  if (found.length === 0 && all) {
    return (
      <Group gap="sm" role="status">
        <Text>{t("library.topic_gone")}</Text>
        <Button size="compact-sm" variant="default" onClick={clear}>
          {t("library.show_all")}
        </Button>
      </Group>
    );
  }
  if (found.length === 0) return <Empty title={t("library.empty")} text={t("library.empty_next")} />;
  return (
    <>
      {query !== "" && (
        <Text size="sm" c="dimmed" mb="xs" role="status">
          {t("library.found", { count: found.length })}
        </Text>
      )}
      <ul ref={list} className={classes.list} aria-label={t("library.list")} onKeyDown={turn}>
        {found.map((article) => (
          <li key={`${article.cohort ?? ""}-${article.id}`}>
            <ArticleLink article={article} />
          </li>
        ))}
      </ul>
    </>
  );
}

function hrefOf(slug: string, article: ArticleRow): string {
  return `/c/${slug}/library/${article.cohort === null ? "" : "earlier/"}${article.id}`;
}

function ArticleLink({ article }: { article: ArticleRow }) {
  const { t, named } = useWords();
  const { community } = usePlace();
  return (
    <Link href={hrefOf(community.slug, article)} className={classes.row}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <Text fw={600} ff="heading">
          <Marked text={article.title} spans={article.title_marks} />
        </Text>
        <Badge variant="light" color="gray" tt="none" style={{ flexShrink: 0 }}>
          {named("kind", article.kind)}
        </Badge>
      </Group>
      <Text size="sm" lineClamp={2}>
        <Marked text={article.summary} spans={article.summary_marks} />
      </Text>
      <Group gap={6} mt={6}>
        <Badge variant="light" color={article.due ? "yellow" : "moss"} tt="none">
          {article.due ? t("library.due") : <Checked article={article} />}
        </Badge>
        {article.own_words && <Plain text={t("library.own_words")} />}
        {article.brought && <Plain text={t("library.brought")} />}
        {article.cohort !== null && <Plain text={t("library.from_cohort", { name: article.cohort })} />}
        {article.answered > 0 && <Plain text={t("library.answered", { count: article.answered })} />}
      </Group>
      <Text size="sm" c="dimmed" mt={4}>
        {article.contributors.length > 0 && <>{t("library.said_by", { names: namesOf(article.contributors, t) })} · </>}
        <Moment at={article.signed_at} />
      </Text>
    </Link>
  );
}

function Checked({ article }: { article: ArticleRow }) {
  const { t } = useWords();
  return (
    <>
      {article.signed_by === "" ? t("library.checked") : t("library.checked_by", { name: article.signed_by })}
      {article.verify_by !== null && (
        <>
          {" · "}
          {t("library.until")} <Day at={article.verify_by} />
        </>
      )}
    </>
  );
}

function Plain({ text }: { text: string }) {
  return (
    <Badge variant="outline" color="gray" tt="none">
      {text}
    </Badge>
  );
}

const NAMED = 4;

/** The first names, and how many more there are. */
export function namesOf(names: readonly string[], t: ReturnType<typeof useWords>["t"]): string {
  const first = names.slice(0, NAMED).join(t("library.and"));
  return names.length > NAMED ? t("library.and_more", { names: first, count: names.length - NAMED }) : first;
}

import { Anchor, Badge, Button, Group, Modal, Paper, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure, useLocalStorage } from "@mantine/hooks";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type SyntheticEvent } from "react";
import { Link, Redirect, useLocation } from "wouter";
import { post, read } from "@/api/call";
import type { Article, FoundArticle, Neighbour } from "@/api/shapes";
import { useKeys } from "@/app/keys";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { Day, failureSentence, Loaded, Moment, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { ArticleLife, InReview } from "./ArticleLife";
import { ArticlePoster } from "./PosterPicker";
import { Sentences } from "./Sentences";
import { namesOf } from "./Shelves";
import { useSorting } from "./topics";
import classes from "./library.module.css";

/** One article, wherever its number leads: here, to the cohort before, or to the version that is only kept. */
export function ArticleSheet({ id, inherited = false }: { id: number; inherited?: boolean }) {
  const { community } = usePlace();
  const home = `/api/communities/${community.id}`;
  const found = useQuery({
    queryKey: ["article", id, inherited],
    queryFn: async () => (inherited ? { article: await read<Article>(`${home}/inherited/${id}`) } : read<FoundArticle>(`${home}/library/${id}`)),
  });
  return (
    <Loaded from={found}>
      {({ article }) => (article === null ? <Redirect to={`/c/${community.slug}/library/version/${id}`} replace /> : <Sheet article={article} />)}
    </Loaded>
  );
}

function Sheet({ article }: { article: Article }) {
  const { t } = useWords();
  const { community } = usePlace();
  const [, go] = useLocation();
  const [large, setLarge] = useLocalStorage({ key: "simmer.large-type", defaultValue: false });
  const home = `/c/${community.slug}/library`;
  const open = (one: Neighbour | null) => {
    if (one !== null) go(`${home}/${one.id}`);
  };
  useKeys({ k: () => open(article.before), j: () => open(article.after), "+": () => setLarge(!large) });
  return (
    <article className={classes.sheet} data-large={large}>
      <Group justify="space-between" gap="xs">
        <Anchor underline="hover" component={Link} href={article.cohort === null ? home : `${home}/earlier`} size="sm">
          ← {article.cohort === null ? t("page.library") : t("library.tab_earlier")}
        </Anchor>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" aria-pressed={large} onClick={() => setLarge(!large)}>
            {large ? t("article.small_type") : t("article.large_type")}
          </Button>
          {article.cohort === null && <PosterButton article={article} />}
        </Group>
      </Group>
      <PageTitle title={article.title} />
      <Standing article={article} />
      <Stack gap="md" component="ol" className={classes.sentences ?? ""}>
        <Sentences article={article} />
      </Stack>
      {article.open_questions.length > 0 && <OpenQuestions questions={article.open_questions} />}
      {(article.before !== null || article.after !== null) && (
        <nav aria-label={t("article.around")} className={classes.around}>
          <Beside one={article.before} home={home} word={t("article.previous")} />
          <Beside one={article.after} home={home} word={t("article.next")} />
        </nav>
      )}
      {article.cohort === null && <ArticleLife id={article.id} />}
      {article.may_withdraw && article.state !== "withdrawn" && <Withdraw article={article} />}
    </article>
  );
}

function Standing({ article }: { article: Article }) {
  const { t, named } = useWords();
  return (
    <Stack gap={6} mb="lg">
      <Group gap={6}>
        <Badge variant="light" color="gray" tt="none">
          {named("kind", article.kind)}
        </Badge>
        {article.state !== "shelved" && (
          <Badge variant="light" color="yellow" tt="none">
            {named("state", article.state)}
          </Badge>
        )}
        {article.brought && (
          <Badge variant="outline" color="gray" tt="none">
            {t("library.brought")}
          </Badge>
        )}
        {article.cohort !== null && (
          <Badge variant="outline" color="gray" tt="none">
            {t("library.from_cohort", { name: article.cohort })}
          </Badge>
        )}
        {article.answered > 0 && (
          <Badge variant="outline" color="gray" tt="none">
            {t("library.answered", { count: article.answered })}
          </Badge>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {article.signed_by === "" ? t("library.checked") : t("article.signed_by", { name: article.signed_by })} · <Moment at={article.signed_at} />
        {article.verify_by !== null && (
          <>
            {" · "}
            {t("article.verify_by")} <Day at={article.verify_by} />
          </>
        )}
      </Text>
      {article.contributors.length > 0 && (
        <Text size="sm" c="dimmed">
          {t("library.said_by", { names: namesOf(article.contributors, t) })}
        </Text>
      )}
      <TopicLine article={article} />
      {article.cohort === null && <InReview id={article.id} />}
    </Stack>
  );
}

function TopicLine({ article }: { article: Article }) {
  const { t } = useWords();
  const [open, dialog] = useDisclosure(false);
  const [name, setName] = useState(article.topic ?? "");
  const { sort, pending } = useSorting();
  if (!article.may_sort) return article.topic === null ? null : <Text size="sm">{t("article.topic", { topic: article.topic })}</Text>;
  if (!open) {
    return (
      <Group gap="xs">
        <Text size="sm">{article.topic === null ? t("article.no_topic") : t("article.topic", { topic: article.topic })}</Text>
        <Button size="compact-xs" variant="subtle" onClick={dialog.open}>
          {t("article.change_topic")}
        </Button>
      </Group>
    );
  }
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    sort({ topics: [{ article_id: article.id, topic: name.trim() === "" ? null : name.trim() }], said: "library.said_renamed", done: dialog.close });
  };
  return (
    <form onSubmit={save}>
      <Group gap="xs" align="flex-end">
        <TextInput label={t("library.topic_name")} description={t("article.topic_note")} value={name} maxLength={40} autoFocus onChange={(event) => setName(event.currentTarget.value)} />
        <Button type="submit" size="sm" loading={pending}>
          {t("act.save")}
        </Button>
        <Button size="sm" variant="default" onClick={dialog.close}>
          {t("act.cancel")}
        </Button>
      </Group>
    </form>
  );
}

function OpenQuestions({ questions }: { questions: readonly string[] }) {
  const { t } = useWords();
  return (
    <Paper withBorder p="md" mt="lg" className="measure">
      <Text fw={600} size="sm">
        {t("review.open_questions")}
      </Text>
      <ul style={{ margin: "0.3rem 0 0", paddingLeft: "1.2rem" }}>
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
    </Paper>
  );
}

function Beside({ one, home, word }: { one: Neighbour | null; home: string; word: string }) {
  if (one === null) return <span />;
  return (
    <Link href={`${home}/${one.id}`} className={classes.beside}>
      <Text size="sm" c="dimmed">
        {word}
      </Text>
      <Text size="sm" lineClamp={2}>
        {one.title}
      </Text>
    </Link>
  );
}

function PosterButton({ article }: { article: Article }) {
  const { t } = useWords();
  const [open, dialog] = useDisclosure(false);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={dialog.open}>
        {t("poster.make")}
      </Button>
      <Modal opened={open} onClose={dialog.close} title={t("poster.make")} size="lg" closeButtonProps={{ "aria-label": t("act.close") }}>
        <ArticlePoster article={article.id} />
      </Modal>
    </>
  );
}

function Withdraw({ article }: { article: Article }) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const [, go] = useLocation();
  const [asking, dialog] = useDisclosure(false);
  const [why, setWhy] = useState("");
  const back = useMutation({
    mutationFn: () => post(`/api/articles/${article.id}/restore`),
    onSuccess: () => refresh(["articles", community.id], ["distillations", community.id], ["article", article.id]),
    onError: (error) => notify({ text: failureSentence(error, t), tone: "failure" }),
  });
  const withdraw = useMutation({
    mutationFn: () => post(`/api/articles/${article.id}/withdraw`, { reason: why }),
    onSuccess: () => {
      notify({ text: t("article.said_withdrawn"), undo: () => back.mutate(), lasts: 12_000 });
      refresh(["articles", community.id], ["distillations", community.id]);
      go(`/c/${community.slug}/library`);
    },
    onError: (error) => notify({ text: failureSentence(error, t), tone: "failure" }),
  });
  return (
    <Group mt="xl">
      {asking ? (
        <>
          <TextInput w="100%" maw="32rem" label={t("article.withdraw_why")} placeholder={t("article.withdraw_why_example")} maxLength={300} value={why} onChange={(event) => setWhy(event.currentTarget.value)} />
          <Text size="sm">{t("article.withdraw_sure")}</Text>
          <Button color="red" size="sm" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t("article.withdraw_yes")}
          </Button>
          <Button variant="default" size="sm" onClick={dialog.close}>
            {t("act.cancel")}
          </Button>
        </>
      ) : (
        <Button variant="default" size="sm" onClick={dialog.open}>
          {t("article.withdraw")}
        </Button>
      )}
    </Group>
  );
}

import { Anchor, Badge, Button, Group, Paper, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "wouter";
import { post, read } from "@/api/call";
import type { Article } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { Day, failureSentence, Loaded, Moment, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import classes from "./library.module.css";

export function ArticleSheet({ id }: { id: number }) {
  const article = useQuery({ queryKey: ["article", id], queryFn: () => read<Article>(`/api/articles/${id}`) });
  return <Loaded from={article}>{(found) => <Sheet article={found} />}</Loaded>;
}

function Sheet({ article }: { article: Article }) {
  const { t, named } = useWords();
  const { community } = usePlace();
  return (
    <>
      <Anchor component={Link} href={`/c/${community.slug}/library`} size="sm">
        ← {t("page.library")}
      </Anchor>
      <PageTitle title={article.title} />
      <Group gap="xs" mb="lg">
        <Badge variant="light" color="gray" tt="none">
          {named("kind", article.kind)}
        </Badge>
        {article.state !== "shelved" && (
          <Badge variant="light" color="yellow" tt="none">
            {named("state", article.state)}
          </Badge>
        )}
        <Text size="sm" c="dimmed">
          {t("article.signed_by", { name: article.signed_by })} · <Moment at={article.signed_at} />
          {article.verify_by !== null && (
            <>
              {" · "}
              {t("article.verify_by")} <Day at={article.verify_by} />
            </>
          )}
        </Text>
      </Group>
      <Stack gap="md" component="ol" className={classes.sentences ?? ""}>
        {article.sentences.map((sentence) => (
          <li key={sentence.claim_id} id={`claim-${sentence.claim_id}`}>
            <div className="words">{sentence.text}</div>
            {sentence.own_words && (
              <Text size="sm" c="dimmed">
                {t("article.own_words", { name: article.signed_by })}
              </Text>
            )}
            {sentence.sources.map((source) => (
              <blockquote key={`${source.message_id}-${source.quote}`} className={classes.quote}>
                <Text size="sm" c="dimmed">
                  {source.author ?? t("word.system")} · <Moment at={source.at} />
                </Text>
                <Text size="sm" className="words">
                  {source.quote}
                </Text>
              </blockquote>
            ))}
          </li>
        ))}
      </Stack>
      {article.open_questions.length > 0 && (
        <Paper withBorder p="md" mt="lg" className="measure">
          <Text fw={600} size="sm">
            {t("review.open_questions")}
          </Text>
          <ul style={{ margin: "0.3rem 0 0", paddingLeft: "1.2rem" }}>
            {article.open_questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </Paper>
      )}
      {article.may_withdraw && article.state !== "withdrawn" && <Withdraw article={article} />}
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
  const withdraw = useMutation({
    mutationFn: () => post(`/api/articles/${article.id}/withdraw`),
    onSuccess: () => {
      notify({ text: t("article.said_withdrawn") });
      refresh(["articles", community.id], ["distillations", community.id]);
      go(`/c/${community.slug}/library`);
    },
    onError: (error) => notify({ text: failureSentence(error, t), tone: "failure" }),
  });
  return (
    <Group mt="xl">
      {asking ? (
        <>
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

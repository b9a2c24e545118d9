import { Alert, Anchor, Badge, Button, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { ApiError, read } from "@/api/call";
import type { Comparison, OldArticle } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { Day, Empty, Loaded, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { ArticleLife, useKeeping } from "./ArticleLife";
import { saysAlready } from "./quoting";
import { Sides } from "./Sides";
import classes from "./library.module.css";

/** A version that is only kept to be read, marked as such, with the way to what stands now. */
export function VersionSheet({ id }: { id: number }) {
  const version = useQuery({ queryKey: ["version", id], queryFn: () => read<OldArticle>(`/api/articles/${id}/version`) });
  const gone = version.error;
  if (gone instanceof ApiError && gone.code.startsWith("article_withdrawn")) return <Withdrawn sentence={gone.message} />;
  return <Loaded from={version}>{(found) => <Old article={found} />}</Loaded>;
}

/** What an old link says once its article was withdrawn: by whom, when and why. */
function Withdrawn({ sentence }: { sentence: string }) {
  const { t } = useWords();
  const { community } = usePlace();
  return (
    <Empty title={t("article.withdrawn_title")} text={sentence}>
      <Anchor component={Link} href={`/c/${community.slug}/library`}>
        {t("page.library")}
      </Anchor>
    </Empty>
  );
}

function Old({ article }: { article: OldArticle }) {
  const { t, named } = useWords();
  const { life } = article;
  const { community } = usePlace();
  return (
    <>
      <Anchor underline="hover" component={Link} href={`/c/${community.slug}/library`} size="sm">
        ← {t("page.library")}
      </Anchor>
      <PageTitle title={life.title} />
      <Group gap="xs" mb="sm">
        <Badge variant="light" color="gray" tt="none">
          {named("state", life.state)}
        </Badge>
        <Text size="sm" c="dimmed">
          {t("life.version", { version: life.version })}
          {life.signed_by !== null && ` · ${t("article.signed_by", { name: life.signed_by })}`}
          {life.signed_at !== null && (
            <>
              {" · "}
              <Day at={life.signed_at} />
            </>
          )}
        </Text>
      </Group>
      {article.withdrawn !== null && <Text mb="sm">{article.withdrawn}</Text>}
      {!article.answers && <NoAnswers life={life} />}
      <Stack gap="md" component="ol" className={classes.sentences ?? ""}>
        {article.sentences.map((sentence, place) => (
          <li key={place}>
            <div className="words">{sentence.text}</div>
            {sentence.own_by !== null && (
              <Text size="sm" c="dimmed">
                {t("article.own_words", { name: sentence.own_by })}
              </Text>
            )}
            {sentence.quotes.filter((quote) => !saysAlready(sentence.text, quote)).map((quote) => (
              <blockquote key={quote} className={classes.quote}>
                <Text size="sm">{quote}</Text>
              </blockquote>
            ))}
          </li>
        ))}
      </Stack>
      <ArticleLife id={life.id} />
    </>
  );
}

/** Why it answers nothing, what to read instead, and for those who sign the way back. */
function NoAnswers({ life }: { life: OldArticle["life"] }) {
  const { t } = useWords();
  const { community, restore } = useKeeping(life);
  const home = `/c/${community.slug}/library`;
  return (
    <Alert color="gray" variant="light" mb="md" className="measure">
      <Text size="sm">{t(life.superseded ? "life.was_superseded" : life.state === "stale" ? "life.stale" : "life.only_read")}</Text>
      <Group gap="sm" mt={6}>
        {life.current !== null && (
          <>
            <Anchor component={Link} href={`${home}/${life.current.id}`} size="sm">
              {t("life.current", { title: life.current.title })}
            </Anchor>
            {!life.superseded && (
              <Anchor component={Link} href={`${home}/compare/${life.current.id}/${life.id}`} size="sm">
                {t("life.compare")}
              </Anchor>
            )}
          </>
        )}
        {life.may_keep && life.state !== "stale" && (life.superseded || life.current === null) && (
          <Button size="compact-sm" variant="default" loading={restore.isPending} onClick={() => restore.mutate()}>
            {t("life.restore")}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

/** Two versions of one article side by side; only what differs is marked. */
export function CompareSheet({ id, against }: { id: number; against: number }) {
  const { t } = useWords();
  const { community } = usePlace();
  const compared = useQuery({
    queryKey: ["version", id, against],
    queryFn: () => read<Comparison>(`/api/articles/${id}/comparison?against=${against}`),
  });
  return (
    <>
      <Anchor underline="hover" component={Link} href={`/c/${community.slug}/library`} size="sm">
        ← {t("page.library")}
      </Anchor>
      <Loaded from={compared}>
        {(found) => (
          <>
            <PageTitle title={found.after.title} note={t("compare.note")} />
            <Group gap="sm" mb="sm">
              {[found.before, found.after].map((one) => (
                <Anchor key={one.id} component={Link} size="sm" href={`/c/${community.slug}/library/${one.state === "shelved" || one.state === "due" ? "" : "version/"}${one.id}`}>
                  {t("compare.read", { version: one.version })}
                </Anchor>
              ))}
            </Group>
            <Sides comparison={found} />
          </>
        )}
      </Loaded>
    </>
  );
}

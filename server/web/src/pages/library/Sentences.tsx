import { Anchor, Text } from "@mantine/core";
import { Link } from "wouter";
import type { Article, ArticleSentence } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { Holders } from "@/pages/review/Positions";
import { sidesOf } from "@/pages/review/spans";
import { Moment } from "@/parts/parts";
import { useWords } from "@/words/words";
import { FieldLine } from "./ArticleLife";
import { broughtFrom, saysAlready } from "./quoting";
import classes from "./library.module.css";

/** The sentences in their order; what stands against each other stands side by side where the first of it is. */
export function Sentences({ article }: { article: Article }) {
  const { t } = useWords();
  const { sentences } = article;
  const groups = sidesOf(sentences);
  const inGroup = new Set(groups.flat());
  return sentences.map((sentence, place) => {
    if (!inGroup.has(place))
      return (
        <li key={sentence.claim_id}>
          <Sentence sentence={sentence} article={article} />
        </li>
      );
    const group = groups.find((places) => places[0] === place);
    if (group === undefined) return null;
    return (
      <li key={sentence.claim_id}>
        <Text size="sm" fw={600}>
          {t("side.title")}
        </Text>
        <div className={classes.sides}>
          {group.map((at) => {
            const one = sentences[at];
            return one === undefined ? null : (
              <div key={one.claim_id} className={classes.position}>
                <Holders count={one.holders} />
                <Sentence sentence={one} article={article} />
              </div>
            );
          })}
        </div>
      </li>
    );
  });
}

function Sentence({ sentence, article }: { sentence: ArticleSentence; article: Article }) {
  const { t } = useWords();
  const { community } = usePlace();
  return (
    <div id={`claim-${sentence.claim_id}`}>
      <div className="words">{sentence.text}</div>
      {article.cohort === null && <FieldLine article={article.id} claim={sentence.claim_id} />}
      {sentence.own_words && (
        <Text size="sm" c="dimmed">
          {t("article.own_words", { name: sentence.own_by ?? article.signed_by })}
        </Text>
      )}
      {sentence.sources.map((source) => (
        <blockquote key={`${source.message_id}-${source.quote}`} className={classes.quote}>
          <Text size="sm" c="dimmed">
            {source.brought ? broughtFrom(source.file, t) : (source.author ?? t("library.somebody"))} · <Moment at={source.at} />
            {source.zone !== null && (
              <>
                {" · "}
                <Anchor component={Link} size="sm" href={`/c/${community.slug}/room/${encodeURIComponent(source.zone)}?at=${source.message_id}`}>
                  {t("article.open_talk")}
                </Anchor>
              </>
            )}
          </Text>
          {!saysAlready(sentence.text, source.quote) && (
            <Text size="sm" className="words">
              {source.quote}
            </Text>
          )}
        </blockquote>
      ))}
    </div>
  );
}

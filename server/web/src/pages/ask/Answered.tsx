import { Anchor, Badge, Group, Paper, Stack, Text } from "@mantine/core";
import { useRef, useState } from "react";
import { Link } from "wouter";
import type { Answer, AnswerCitation } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { Moment } from "@/parts/parts";
import { useWords } from "@/words/words";
import { Feedback } from "./Feedback";
import { Passing } from "./Passing";
import classes from "./ask.module.css";

/** Where an article is read: what is inherited stands in the library of the cohort before. */
function articleAt(slug: string, id: number, inherited: boolean): string {
  return `/c/${slug}/library/${inherited ? "earlier/" : ""}${id}`;
}

/** Sentences with [n]; a number opens the passage it stands for. */
export function Answered({ answer }: { answer: Answer }) {
  const { t } = useWords();
  const [open, setOpen] = useState<number | null>(null);
  const shelf = useRef<HTMLDivElement>(null);
  const show = (number: number) => {
    setOpen(number);
    shelf.current?.querySelector<HTMLElement>(`[data-number="${number}"]`)?.focus();
  };
  return (
    <Stack gap="sm">
      <Told sentences={answer.sentences} show={show} />
      {answer.differences.map((difference) => (
        <Differing key={difference.numbers.join()} difference={difference} citations={answer.citations} />
      ))}
      {answer.failure !== "" && (
        <Text size="sm" c="dimmed">
          {t("ask.own_words")}
        </Text>
      )}
      <div ref={shelf}>
        <Sources citations={answer.citations} lit={open} />
      </div>
      <Feedback answer={answer} />
    </Stack>
  );
}

/** Signed articles that contradict each other, and who looks after it; or views within one article. */
function Differing({ difference, citations }: { difference: Answer["differences"][number]; citations: readonly AnswerCitation[] }) {
  const { t, language } = useWords();
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  const sources = list.format(difference.numbers.map((number) => `[${number}]`));
  const homes = new Set(citations.filter((one) => difference.numbers.includes(one.number)).map((one) => one.article_id));
  if (homes.size === 1 && difference.numbers.length > 1 && difference.keepers.length === 0) {
    return (
      <Text className={classes.differing ?? ""} role="note">
        {t("ask.views", { sources })}
      </Text>
    );
  }
  return (
    <Text className={classes.differing ?? ""} role="note">
      {t(difference.numbers.length > 1 ? "ask.differ" : "ask.differ_unshown", { sources })}
      {language === "zh" ? "" : " "}
      {difference.keepers.length > 0 ? t("ask.differ_with", { names: list.format(difference.keepers) }) : t("ask.differ_nobody")}
    </Text>
  );
}

/** Whether somebody is named before what they say: it stands on a line of its own. */
export function isVoice(text: string): boolean {
  return /^[^\s:：；。，,!！?？…“”]{2,20}(?: [^\s:：；。，,!！?？…“”]{1,20})?(?:：|: )/u.test(text);
}

/** The sentences, each with the numbers of what carries it. */
export function Told({ sentences, show }: { sentences: readonly Answer["sentences"][number][]; show?: (number: number) => void }) {
  const { t } = useWords();
  if (show !== undefined && sentences.length === 0) return <Text c="dimmed">{t("ask.withheld")}</Text>;
  return (
    <div className={classes.answer}>
      {sentences.map((sentence, place) => (
        <span key={place} className={`words ${isVoice(sentence.text) ? (classes.voice ?? "") : ""}`}>
          {sentence.text}
          {sentence.numbers.map((number) => (
            <button key={number} type="button" className={classes.number} onClick={() => show?.(number)} aria-label={t("ask.open_source", { number })}>
              [{number}]
            </button>
          ))}{" "}
        </span>
      ))}
    </div>
  );
}

export function Sources({ citations, lit }: { citations: readonly AnswerCitation[]; lit: number | null }) {
  const { t } = useWords();
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t("ask.sources")}
      </Text>
      <ul className={classes.sources}>
        {citations.map((citation) => (
          <Source key={citation.number} citation={citation} lit={citation.number === lit} />
        ))}
      </ul>
    </div>
  );
}

function Source({ citation, lit }: { citation: AnswerCitation; lit: boolean }) {
  const { t } = useWords();
  const { community } = usePlace();
  return (
    <li tabIndex={-1} data-number={citation.number} data-lit={lit} className={classes.source}>
      <Group gap={8} align="baseline" wrap="nowrap">
        <Text span c="dimmed" size="sm">
          [{citation.number}]
        </Text>
        <div>
          <div className="words">{citation.passage}</div>
          <Text size="sm" c="dimmed" mt={2}>
            <Anchor component={Link} href={articleAt(community.slug, citation.article_id, citation.inherited)} inherit>
              {citation.title}
            </Anchor>
            {" · "}
            {t("article.signed_by", { name: citation.signed_by })} · <Moment at={citation.signed_at} />
            {citation.tried > 0 && <> · {t("trial.result", { tried: citation.tried, worked: citation.worked })}</>}
            {citation.due && (
              <Badge ml={6} size="sm" variant="light" color="ember" tt="none" title={t("ask.due_note")}>
                {t("ask.due")}
              </Badge>
            )}
            {citation.talk !== null && (
              <>
                {" · "}
                <Anchor component={Link} href={`/c/${community.slug}/room/${encodeURIComponent(citation.talk.zone)}?at=${citation.talk.message_id}`} inherit>
                  {t("ask.from_talk", { count: citation.message_ids.length })}
                </Anchor>
              </>
            )}
          </Text>
        </div>
      </Group>
    </li>
  );
}

/** Nothing signed supports an answer: say so, and offer people instead. */
export function Refused({ answer, change }: { answer: Answer; change: (answer: Answer) => void }) {
  const { t } = useWords();
  const { community } = usePlace();
  return (
    <Paper withBorder p="md" className={classes.refused ?? ""}>
      <Stack gap="sm">
        <Passing answer={answer} change={change} />
        {answer.nearest.length > 0 && (
          <div>
            <Text size="sm" c="dimmed">
              {t("ask.nearest")}
            </Text>
            {answer.nearest.map((near) => (
              <div key={near.id}>
                <Anchor underline="hover" component={Link} href={articleAt(community.slug, near.id, near.inherited)}>
                  {near.title}
                </Anchor>
              </div>
            ))}
          </div>
        )}
      </Stack>
    </Paper>
  );
}

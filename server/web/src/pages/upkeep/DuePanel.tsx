import { Anchor, Badge, Button, Checkbox, Collapse, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { post, read } from "@/api/call";
import type { DueArticle, Verified } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { saysAlready } from "@/pages/library/quoting";
import { Day, failureSentence, Loaded } from "@/parts/parts";
import { useWords } from "@/words/words";
import classes from "./upkeep.module.css";

export function useDue() {
  const { community } = usePlace();
  return useQuery({
    queryKey: ["due", community.id],
    queryFn: async () => (await read<{ articles: DueArticle[] }>(`/api/communities/${community.id}/due-articles`)).articles,
  });
}

/** Say "still true" of several articles; what was not taken is said, and all of it can be undone. */
function useVerify(done: () => void) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const home = `/api/communities/${community.id}/verifications`;
  const fresh = () => refresh(["due", community.id], ["trust", community.id], ["articles", community.id], ["life"]);
  const fail = (error: unknown) => notify({ text: failureSentence(error, t), tone: "failure" });
  const back = useMutation({
    mutationFn: (article_ids: number[]) => post(`${home}/taken-back`, { article_ids }),
    onSettled: fresh,
    onError: fail,
  });
  return useMutation({
    mutationFn: (articles: DueArticle[]) => post<Verified>(home, { seen: Object.fromEntries(articles.map((one) => [one.id, one.seal])) }),
    onSuccess: ({ verified, refused }) => {
      const said = t("due.said", { count: verified.length });
      const why = refused.map((one) => one.text).join(" ");
      const undo = verified.length > 0 ? { undo: () => back.mutate(verified) } : {};
      notify({ text: refused.length > 0 ? `${verified.length > 0 ? `${said} ` : ""}${why}` : said, ...undo, lasts: 12_000 });
      done();
    },
    onSettled: fresh,
    onError: fail,
  });
}

/** What is to be looked at again: look, and say that it still holds, one by one or all together. */
export function DuePanel() {
  const { t } = useWords();
  const due = useDue();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="due-title" id="due">
      <Title order={2} size="h4" id="due-title">
        {t("due.title")}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t("due.note")}
      </Text>
      <Loaded from={due}>{(found) => (found.length === 0 ? <Text size="sm">{t("due.none")}</Text> : <DueList articles={found} />)}</Loaded>
    </Paper>
  );
}

function DueList({ articles }: { articles: DueArticle[] }) {
  const { t } = useWords();
  const [chosen, choose] = useState<ReadonlySet<number>>(new Set());
  const [seen, see] = useState<ReadonlySet<number>>(new Set());
  const verify = useVerify(() => choose(new Set()));
  const picked = articles.filter((one) => chosen.has(one.id));
  const toggle = (id: number) => choose((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const looked = (id: number) => see((before) => new Set([...before, id]));
  const ready = articles.filter((one) => seen.has(one.id));
  return (
    <>
      <Stack gap={0} component="ul" style={{ listStyle: "none", margin: 0, padding: 0 }}>
        {articles.map((one) => (
          <Row key={one.id} article={one} chosen={chosen.has(one.id)} toggle={() => toggle(one.id)} looked={() => looked(one.id)} seen={seen.has(one.id)} />
        ))}
      </Stack>
      <Group gap="xs" mt="sm">
        <Button size="sm" disabled={picked.length === 0} loading={verify.isPending} onClick={() => verify.mutate(picked)}>
          {t("due.still_true", { count: picked.length })}
        </Button>
        {ready.length > 1 && (
          <Button size="sm" variant="subtle" color="gray" onClick={() => choose(new Set(ready.map((one) => one.id)))}>
            {t("due.choose_seen", { count: ready.length })}
          </Button>
        )}
      </Group>
    </>
  );
}

interface RowProps {
  article: DueArticle;
  chosen: boolean;
  seen: boolean;
  toggle: () => void;
  looked: () => void;
}

function Row({ article, chosen, seen, toggle, looked }: RowProps) {
  const { t, named } = useWords();
  const { community } = usePlace();
  const [open, { toggle: fold }] = useDisclosure(false);
  const id = `due-${article.id}`;
  return (
    <li className={classes.due}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <Checkbox checked={chosen} disabled={!seen} onChange={toggle} label={article.title} aria-describedby={`${id}-facts`} />
        {article.state !== "shelved" && (
          <Badge variant="light" color={article.state === "stale" ? "red" : "yellow"} tt="none" style={{ flexShrink: 0 }}>
            {named("state", article.state)}
          </Badge>
        )}
      </Group>
      <Text size="sm" c="dimmed" id={`${id}-facts`} ml={30}>
        {article.verify_by !== null && (
          <>
            {t("due.by")} <Day at={article.verify_by} />
            {" · "}
          </>
        )}
        {article.mine ? t("due.mine") : t("due.theirs", { name: article.verifier ?? t("due.nobody") })}
        {article.instead_of !== null && ` · ${t("due.fell", { name: article.instead_of })}`}
        {article.uses > 0 && ` · ${t("due.uses", { count: article.uses })}`}
      </Text>
      <Group gap="xs" ml={30} mt={4}>
        <Button
          size="compact-sm"
          variant="default"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => {
            fold();
            looked();
          }}
        >
          {t(open ? "due.fold" : "due.look")}
        </Button>
        <Anchor component={Link} href={`/c/${community.slug}/library/${article.state === "stale" ? "version/" : ""}${article.id}`} size="sm">
          {t("due.open")}
        </Anchor>
      </Group>
      <Collapse expanded={open} id={id}>
        <ol style={{ margin: "0.5rem 0 0 1.9rem", paddingLeft: "1.1rem" }}>
          {article.sentences.map((sentence) => (
            <li key={sentence.claim_id}>
              <Text size="sm" className="words">
                {sentence.text}
              </Text>
              {sentence.quotes.filter((quote) => !saysAlready(sentence.text, quote)).map((quote) => (
                <Text key={quote} size="sm" c="dimmed" className={classes.quote}>
                  {quote}
                </Text>
              ))}
            </li>
          ))}
        </ol>
      </Collapse>
    </li>
  );
}

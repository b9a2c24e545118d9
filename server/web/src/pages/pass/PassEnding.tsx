import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { post } from "@/api/call";
import type { Pass, PassArticle, PassEnd } from "@/api/shapes";
import { useWords } from "@/words/words";
import { Screen } from "./Screen";
import classes from "./pass.module.css";

interface EndProps {
  token: string;
  pass: Pass;
  take: (pass: Pass) => void;
  undo: (() => void) | null;
  fail: (error: unknown) => void;
}

/** Where the pass ends: sign what is decided, go on with what is left, or stop. */
export function PassEnding({ token, pass, take, undo, fail }: EndProps) {
  const { t } = useWords();
  const [, go] = useLocation();
  const [over, setOver] = useState(false);
  const sign = useMutation({
    mutationFn: (article: PassArticle) =>
      post<Pass>("/api/passes/sign", { token, distillation_id: article.id, seen: article.approved.map((claim) => claim.digest), against: article.against.map((one) => one.seal) }),
    onSuccess: take,
    onError: fail,
  });
  const finish = useMutation({
    mutationFn: (go_on: boolean) => post<PassEnd>("/api/passes/finish", { token, go_on }),
    onSuccess: (end) => (end.token === null ? setOver(true) : go(`/pass/${end.token}`, { replace: true })),
    onError: fail,
  });
  const busy = sign.isPending || finish.isPending;
  const left = pass.articles.reduce((sum, article) => sum + article.left, 0);
  const ready = pass.articles.some((article) => !article.signed && article.bar === null);
  const skipped = pass.claims.filter((one) => one.claim.state === "open").length;
  return (
    <Screen pass={pass}>
      <Title order={1} fz="1.3rem">
        {t("pass.title")}
      </Title>
      {pass.articles.map((article) => (
        <Stack key={article.id} gap="xs">
          <Text role="status" fw={600}>
            {article.signed ? t("pass.end_signed", { title: article.title }) : article.left > 0 ? t("pass.end_left", { title: article.title, count: article.left }) : t("pass.end_ready", { title: article.title })}
          </Text>
          {!article.signed && article.left === 0 && article.bar !== null && <Text>{article.bar_text}</Text>}
          {!article.signed && article.bar === null && <Ready article={article} busy={busy} sign={() => sign.mutate(article)} />}
        </Stack>
      ))}
      {skipped > 0 && <Text c="dimmed">{t("pass.skipped", { count: skipped })}</Text>}
      {over ? (
        <Text role="status">{t("pass.over")}</Text>
      ) : (
        <div className={classes.foot}>
          {left > 0 && (
            <Button size="xl" fullWidth loading={busy} onClick={() => finish.mutate(true)}>
              {t("pass.go_on")}
            </Button>
          )}
          <Group grow gap="xs" mt="xs">
            <Button size="lg" variant={left > 0 || ready ? "default" : "filled"} loading={busy} onClick={() => finish.mutate(false)}>
              {t("pass.stop")}
            </Button>
            {undo !== null && pass.articles.every((article) => !article.signed) && (
              <Button size="lg" variant="subtle" color="gray" loading={busy} onClick={undo}>
                {t("pass.back")}
              </Button>
            )}
          </Group>
        </div>
      )}
    </Screen>
  );
}

function Ready({ article, busy, sign }: { article: PassArticle; busy: boolean; sign: () => void }) {
  const { t } = useWords();
  return (
    <>
      <Text size="sm" c="dimmed">
        {t("pass.end_approved", { count: article.approved.length })}
      </Text>
      <ol className={classes.approved}>
        {article.approved.map((claim) => (
          <li key={claim.id}>{claim.text}</li>
        ))}
      </ol>
      {article.against.length > 0 && (
        <Stack gap="xs" role="status">
          <Text c="red">{t("signing.title", { count: article.against.length })}</Text>
          {article.against.map((one) => (
            <Text key={one.seal} size="sm">
              {t("signing.pair", { text: one.text, title: one.title, signed: one.signed })}
            </Text>
          ))}
        </Stack>
      )}
      <Button size="xl" fullWidth color={article.against.length > 0 ? "red" : "ember"} loading={busy} onClick={sign}>
        {t(article.against.length > 0 ? "signing.anyway" : "pass.sign")}
      </Button>
    </>
  );
}

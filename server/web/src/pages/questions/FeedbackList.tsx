import { Anchor, Badge, Button, Group, Paper, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { post, read } from "@/api/call";
import type { FeedbackRow, Feedbacks } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { Failure, Loaded, Moment } from "@/parts/parts";
import { useWords } from "@/words/words";

const signers = ["owner", "expert"];

/** What members said of answers, what waits for a reply first. */
export function FeedbackList() {
  const { t } = useWords();
  const { community } = usePlace();
  const said = useQuery({
    queryKey: ["feedback", community.id],
    queryFn: () => read<Feedbacks>(`/api/communities/${community.id}/feedback`),
  });
  return (
    <>
      <Text size="sm" c="dimmed">
        {t("questions.feedback_note")} {said.data !== undefined && said.data.helped > 0 && t("questions.helped", { count: said.data.helped })}
      </Text>
      <Loaded from={said}>
        {({ feedbacks }) =>
          feedbacks.length === 0 ? (
            <Text>{t("questions.no_feedback")}</Text>
          ) : (
            <Stack gap="sm">
              {feedbacks.map((row) => (
                <Said key={row.id} row={row} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </>
  );
}

function Said({ row }: { row: FeedbackRow }) {
  const { t } = useWords();
  const { community } = usePlace();
  return (
    <Paper withBorder p="md" component="article" aria-label={row.question}>
      <Text className="words">{row.question}</Text>
      <Text size="sm" c="dimmed" className="words">
        {row.answer}
      </Text>
      <Group gap="xs" mt={6}>
        {row.articles.map(([id, title]) => (
          <Anchor key={id} component={Link} href={`/c/${community.slug}/library/${id}`} size="sm">
            {title}
          </Anchor>
        ))}
        {row.mine && (
          <Badge variant="light" color="ember" tt="none">
            {t("questions.your_article")}
          </Badge>
        )}
      </Group>
      <Text mt={6} className="words">
        {t("questions.feedback_from", { name: row.said_by, kind: t(`ask.${row.kind}`) })}
        {row.note !== null && ` “${row.note}”`}{" "}
        <Text span size="sm" c="dimmed">
          <Moment at={row.at} />
        </Text>
      </Text>
      {row.reply !== null && (
        <Text size="sm" className="words">
          {t("questions.replied_by", { name: row.replied_by ?? "", reply: row.reply })}
        </Text>
      )}
      {row.waits && signers.includes(community.role) && <Reply row={row} />}
    </Paper>
  );
}

function Reply({ row }: { row: FeedbackRow }) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const [text, setText] = useState("");
  const reply = useMutation({
    mutationFn: () => post(`/api/feedback/${row.id}/reply`, { text }),
    onSuccess: () => {
      notify({ text: t("questions.said_replied", { name: row.said_by }) });
      refresh(["feedback", community.id]);
    },
  });
  return (
    <div>
      <Textarea mt="xs" label={t("questions.reply_label", { name: row.said_by })} placeholder={t("questions.reply_example")} autosize minRows={1} maxRows={5} maxLength={500} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <Group justify="flex-end" mt="xs">
        <Button size="compact-sm" disabled={text.trim() === ""} loading={reply.isPending} onClick={() => reply.mutate()}>
          {t("questions.reply")}
        </Button>
      </Group>
      {reply.error !== null && <Failure error={reply.error} />}
    </div>
  );
}

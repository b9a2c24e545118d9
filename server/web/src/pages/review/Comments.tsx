import { Anchor, Button, Group, Stack, Text } from "@mantine/core";
import type { AskedAuthor, Comment } from "@/api/shapes";
import { Moment } from "@/parts/parts";
import { useWords } from "@/words/words";
import type { Together } from "./together";
import classes from "./review.module.css";

/** What was said beside a claim or the article, oldest first; settled ones stay, quieter. */
export function Comments({ comments, together }: { comments: readonly Comment[]; together: Together }) {
  const { t } = useWords();
  if (comments.length === 0) return null;
  return (
    <Stack gap={6} mt="xs" component="ul" className={classes.comments ?? ""} aria-label={t("beside.comments")}>
      {comments.map((comment) => (
        <li key={comment.id} data-settled={comment.settled_at !== null}>
          <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
            <div>
              <Text size="sm" c="dimmed">
                {comment.author} · <Moment at={comment.at} />
                {comment.settled_by !== null && ` · ${t("beside.settled_by", { name: comment.settled_by })}`}
              </Text>
              <Text size="sm" className="words">
                {comment.text}
              </Text>
            </div>
            <Button size="compact-sm" variant="subtle" color="gray" disabled={together.busy} onClick={() => together.settle(comment, comment.settled_at === null)}>
              {t(comment.settled_at === null ? "beside.settle" : "beside.unsettle")}
            </Button>
          </Group>
        </li>
      ))}
    </Stack>
  );
}

/** What the author was asked about a claim, how far that is, and what they answered. */
export function Asked({ asked, together }: { asked: readonly AskedAuthor[]; together: Together }) {
  const { t } = useWords();
  if (asked.length === 0) return null;
  return (
    <Stack gap={6} mt="xs" component="ul" className={classes.comments ?? ""} aria-label={t("beside.ask")}>
      {asked.map((one) => (
        <li key={one.id}>
          <Text size="sm" c="dimmed">
            {t("beside.asked", { asker: one.asker ?? "", author: one.author ?? "" })} · <Moment at={one.asked_at} />
          </Text>
          <Text size="sm" className="words">
            {one.text}
          </Text>
          {one.answer !== null ? (
            <Text size="sm" className="words" mt={4}>
              <b>{t("beside.answered", { author: one.author ?? "" })}</b> {one.answer}
            </Text>
          ) : (
            <Text size="sm" c="dimmed">
              {t(`beside.asked_${one.draft}`)}{" "}
              {one.draft === "waiting" && (
                <Anchor component="button" type="button" size="sm" onClick={together.openQueue}>
                  {t("beside.open_queue")}
                </Anchor>
              )}
            </Text>
          )}
        </li>
      ))}
    </Stack>
  );
}

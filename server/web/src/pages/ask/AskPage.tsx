import { Button, Loader, Paper, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { read } from "@/api/call";
import type { Answer } from "@/api/shapes";
import { usePlace, useRefresh } from "@/app/session";
import { Failure, Loaded, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { Answered, Refused, Sources, Told } from "./Answered";
import { AskBox } from "./AskBox";
import { Late } from "./Late";
import { threadsOf, useAsking, type Asking, type Coming } from "./asking";
import { Replies } from "./Replies";
import { Try } from "./Try";
import classes from "./ask.module.css";

const OPEN = 10;

/** Ask the signed library: an answer cites, or it says that there is none. */
export default function AskPage() {
  const { t } = useWords();
  const { community } = usePlace();
  const refresh = useRefresh();
  const client = useQueryClient();
  const key = ["my-questions", community.id];
  const mine = useQuery({
    queryKey: key,
    queryFn: async () => (await read<{ questions: Answer[] }>(`/api/communities/${community.id}/my-questions`)).questions,
  });
  const keep = (answer: Answer) => {
    client.setQueryData<Answer[]>(key, (all) => [answer, ...(all ?? []).filter((one) => one.id !== answer.id)]);
    refresh(["questions", community.id]);
  };
  const asking = useAsking(community.id, keep);
  return (
    <div className="measure">
      <PageTitle title={t("page.ask")} note={t("ask.note")} />
      {mine.data !== undefined && <Replies answers={mine.data} />}
      <Paper withBorder p="md" mb="lg">
        <AskBox label={t("ask.question")} placeholder={t("ask.example")} busy={asking.coming !== null} send={(text) => asking.ask(text, null)} />
        <Text size="sm" c="dimmed" mt="xs">
          {t("ask.who_sees")}
        </Text>
      </Paper>
      {asking.error !== null && <Failure error={asking.error} />}
      <Stack gap="xl" mt="md" aria-live="polite">
        {asking.coming?.follows === null && <ComingAnswer coming={asking.coming} />}
        <Loaded from={mine}>
          {(answers) =>
            answers.length === 0 && asking.coming === null ? (
              <Try ask={(text) => void asking.ask(text, null)} />
            ) : (
              <Threads threads={threadsOf(answers)} asking={asking} change={keep} />
            )
          }
        </Loaded>
      </Stack>
    </div>
  );
}

/** The newest threads; the older ones unfold, so that a page stays a page. */
function Threads({ threads, asking, change }: { threads: Answer[][]; asking: Asking; change: (answer: Answer) => void }) {
  const { t } = useWords();
  const [shown, setShown] = useState(OPEN);
  const more = threads.length - shown;
  return (
    <>
      {threads.slice(0, shown).map((thread, place) => (
        <Thread key={thread[0]?.id} thread={thread} newest={place === 0} asking={asking} change={change} />
      ))}
      {more > 0 && (
        <Button variant="subtle" style={{ alignSelf: "flex-start" }} onClick={() => setShown(shown + OPEN)}>
          {t("ask.earlier", { count: more })}
        </Button>
      )}
    </>
  );
}

interface ThreadProps {
  thread: Answer[];
  /** The newest thread is open to go on from; an older one once its button is pressed. */
  newest: boolean;
  asking: Asking;
  change: (answer: Answer) => void;
}

function Thread({ thread, newest, asking, change }: ThreadProps) {
  const last = thread.at(-1);
  if (last === undefined) return null;
  return (
    <section className={classes.thread} aria-label={thread[0]?.text}>
      <Stack gap="lg">
        {thread.map((answer) => (
          <article key={answer.id} aria-label={answer.text}>
            <Asked text={answer.text} understood={answer.understood} />
            {answer.late && <Late answer={answer} change={change} />}
            {answer.answered ? <Answered answer={answer} /> : <Refused answer={answer} change={change} />}
          </article>
        ))}
        {asking.coming?.follows === last.id ? <ComingAnswer coming={asking.coming} /> : <GoOn from={last} newest={newest} asking={asking} />}
      </Stack>
    </section>
  );
}

function GoOn({ from, newest, asking }: { from: Answer; newest: boolean; asking: Asking }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  if (!newest && !open) {
    return (
      <Button size="compact-sm" variant="subtle" style={{ alignSelf: "flex-start" }} onClick={() => setOpen(true)}>
        {t("ask.follow_up")}
      </Button>
    );
  }
  return <AskBox small label={t("ask.follow_up")} placeholder={t("ask.follow_up_example")} busy={asking.coming !== null} send={(text) => asking.ask(text, from.id)} />;
}

function Asked({ text, understood }: { text: string; understood: string }) {
  const { t } = useWords();
  return (
    <div>
      <Text fw={600} ff="heading" fz="lg" mb={understood === "" ? "xs" : 0} className="words">
        {text}
      </Text>
      {understood !== "" && (
        <Text size="sm" c="dimmed" mb="xs">
          {t("ask.understood", { question: understood })}
        </Text>
      )}
    </div>
  );
}

function ComingAnswer({ coming }: { coming: Coming }) {
  const { t } = useWords();
  return (
    <article aria-label={coming.text} aria-busy="true">
      <Asked text={coming.text} understood="" />
      <Stack gap="sm">
        {coming.sentences.length > 0 ? (
          <Told sentences={coming.sentences} />
        ) : (
          <Text size="sm" c="dimmed" role="status">
            <Loader type="dots" size="xs" /> {coming.citations.length > 0 ? t("ask.writing") : t("ask.looking")}
          </Text>
        )}
        {coming.citations.length > 0 && <Sources citations={coming.citations} lit={null} />}
      </Stack>
    </article>
  );
}

import { Badge, Box, Paper, Text } from "@mantine/core";
import { useEffect, useRef, type ReactNode } from "react";
import type { Citation, Claim, Distillation } from "@/api/shapes";
import { broughtFrom } from "@/pages/library/quoting";
import { Moment } from "@/parts/parts";
import { useWords } from "@/words/words";
import { stretches } from "./spans";
import classes from "./review.module.css";

/** The thread a distillation comes from, with the words of the claim in hand marked. */
export function Source({ distillation, claim }: { distillation: Distillation; claim: Claim | undefined }) {
  const { t } = useWords();
  const title = distillation.brought_from === null ? "review.source" : "review.source_brought";
  const place = useRef<HTMLDivElement>(null);
  const citations = claim?.citations ?? [];
  const cited = new Map(citations.map((citation) => [citation.message_id, citation]));
  const known = new Set(distillation.thread.map((message) => message.id));
  const elsewhere = citations.filter((citation) => !known.has(citation.message_id));
  useEffect(() => {
    const box = place.current;
    const first = box?.querySelector<HTMLElement>("[data-cited='true']");
    if (box !== null && first !== null && first !== undefined) box.scrollTop = first.offsetTop - box.offsetTop - 48;
  }, [claim?.id]);
  return (
    <Paper withBorder visibleFrom="md" className={classes.source ?? ""} ref={place} tabIndex={0} role="region" aria-label={t(title)}>
      <Text size="sm" fw={600} mb="xs">
        {t(title)}
      </Text>
      <Left distillation={distillation} />
      {citations.length === 0 && (
        <Text size="sm" c="dimmed" mb="xs">
          {t("review.no_source")}
        </Text>
      )}
      {elsewhere.map((citation) => (
        <Quoted key={citation.message_id} author={citation.author} brought={distillation.brought_from} at={citation.at} text={citation.text} marks={[citation]} />
      ))}
      {distillation.thread.map((message) => (
        <Quoted
          key={message.id}
          author={message.author}
          brought={distillation.brought_from}
          at={message.at}
          text={cited.get(message.id)?.text ?? message.text}
          marks={citations.filter((citation) => citation.message_id === message.id)}
          note={<Coverage claims={message.claims} unused={message.unused} />}
        />
      ))}
    </Paper>
  );
}

/** On a phone: the words a claim rests on, right below it. */
export function Cited({ claim, brought }: { claim: Claim; brought: string | null }) {
  const { t } = useWords();
  const messages = [...new Map(claim.citations.map((citation) => [citation.message_id, citation])).values()];
  return (
    <Box hiddenFrom="md" mt="xs">
      <Text size="sm" c="dimmed">
        {t(messages.length === 0 ? "review.no_source" : brought === null ? "review.source" : "review.source_brought")}
      </Text>
      {messages.map((message) => (
        <Quoted
          key={message.message_id}
          author={message.author}
          brought={brought}
          at={message.at}
          text={message.text}
          marks={claim.citations.filter((citation) => citation.message_id === message.message_id)}
        />
      ))}
    </Box>
  );
}

/** How much of the thread is in no claim, and whose words all vanished. */
export function Left({ distillation }: { distillation: Distillation }) {
  const { t } = useWords();
  const unused = distillation.thread.filter((message) => message.unused).length;
  if (unused === 0) return null;
  const names = distillation.vanished.join(t("word.and_between"));
  return (
    <Text size="sm" c="dimmed" mb="xs">
      {t("review.left", { count: unused })}
      {names !== "" && ` ${t("review.vanished", { names })}`}
    </Text>
  );
}

/** Which claims rest on a message, or that none does though it says something. */
function Coverage({ claims, unused }: { claims: readonly number[]; unused: boolean }) {
  const { t } = useWords();
  if (claims.length === 0 && !unused) return null;
  return (
    <Badge size="sm" ml={8} tt="none" variant={unused ? "outline" : "light"} color={unused ? "ember" : "moss"}>
      {unused ? t("review.unused") : t("review.used_in", { numbers: claims.join(", ") })}
    </Badge>
  );
}

interface QuotedProps {
  author: string | null;
  brought: string | null;
  at: string;
  text: string;
  marks: readonly Citation[];
  note?: ReactNode;
}

function Quoted({ author, brought, at, text, marks, note }: QuotedProps) {
  const { t } = useWords();
  return (
    <div className={classes.quoted} data-cited={marks.length > 0}>
      <Text size="sm" fw={600} span>
        {author ?? (brought === null ? t("word.system") : broughtFrom(brought, t))}
      </Text>
      <Text size="xs" c="dimmed" span ml={8}>
        <Moment at={at} />
      </Text>
      {note}
      <div className="words">
        {stretches(text, marks).map((stretch, place) =>
          stretch.marked ? <mark key={place}>{stretch.text}</mark> : <span key={place}>{stretch.text}</span>,
        )}
      </div>
    </div>
  );
}

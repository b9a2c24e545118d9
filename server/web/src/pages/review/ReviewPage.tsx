import { Badge, Button, Group, Progress, SegmentedControl, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Link, useLocation, useParams } from "wouter";
import type { DistillationRow } from "@/api/shapes";
import { useKeys } from "@/app/keys";
import { usePlace } from "@/app/session";
import { Empty, Loaded, Moment, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { ConflictsNote, DueNote } from "./ConflictsNote";
import { FromPeriod } from "./FromPeriod";
import { useHandedLine } from "./Handing";
import { PhoneLink } from "./PhoneLink";
import { ReviewKeys } from "./ReviewKeys";
import { ReviewSheet } from "./ReviewSheet";
import { RoundPage } from "./RoundPage";
import { useDistillations } from "./reviewing";
import classes from "./review.module.css";

const states = ["waiting", "shelved", "withdrawn", "archived", "rejected"] as const;

export default function ReviewPage() {
  const { "*": rest } = useParams<{ "*"?: string }>();
  const id = Number(rest);
  if (rest === "round") return <RoundPage />;
  return Number.isInteger(id) && id > 0 ? <ReviewSheet key={id} id={id} /> : <ReviewList />;
}

function ReviewList() {
  const { t } = useWords();
  const [state, setState] = useState<(typeof states)[number]>("waiting");
  const rows = useDistillations(state);
  const { community } = usePlace();
  const [, go] = useLocation();
  const first = rows.data?.[0];
  useKeys({ o: () => first !== undefined && go(`/c/${community.slug}/review/${first.id}`) });
  return (
    <>
      <PageTitle narrow title={t("page.review")} note={t("review.note")}>
        <SegmentedControl
          size="xs"
          aria-label={t("review.which")}
          value={state}
          onChange={(value) => setState(states.find((one) => one === value) ?? "waiting")}
          data={states.map((one) => ({ value: one, label: t(`review.state_${one}`) }))}
        />
      </PageTitle>
      <Group gap="xs" mb="md">
        <Button onClick={() => go(`/c/${community.slug}/review/round`)} size="compact-sm" variant="default">
          {t("round.title")}
        </Button>
        <FromPeriod />
        {first !== undefined && state === "waiting" && <PhoneLink />}
        <ReviewKeys />
      </Group>
      <DueNote />
      <ConflictsNote />
      <Loaded from={rows}>
        {(found) =>
          found.length === 0 ? (
            <Empty title={t("review.empty")} text={t("review.empty_next")} />
          ) : (
            <Stack gap="sm" maw="46rem">
              {found.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </>
  );
}

function Row({ row }: { row: DistillationRow }) {
  const { t, named } = useWords();
  const { community } = usePlace();
  const decided = row.claims - row.open;
  const line = useHandedLine();
  return (
    <Link href={`/c/${community.slug}/review/${row.id}`} className={classes.row}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text fw={600} ff="heading">
          {row.title}
        </Text>
        <Badge variant="light" tt="none" color="gray" style={{ flexShrink: 0 }}>
          {named("kind", row.kind)}
        </Badge>
      </Group>
      <Group gap="sm" mt={6}>
        <Progress value={row.claims === 0 ? 0 : (decided / row.claims) * 100} w={110} color="moss" aria-label={t("review.progress_label")} />
        <Text size="sm" c="dimmed">
          {row.signed_by === null
            ? t("review.progress", { decided, total: row.claims })
            : t("article.signed_by", { name: row.signed_by })}
          {" · "}
          <Moment at={row.signed_at ?? row.created_at} />
        </Text>
        {row.comments > 0 && (
          <Badge size="sm" tt="none" variant="light" color="ember">
            {t("beside.comment_many", { count: row.comments })}
          </Badge>
        )}
      </Group>
      {row.handed !== null && (
        <Text size="sm" mt={4} fw={row.handed.to_id === community.member_id ? 600 : 400}>
          {line(row.handed)}
          {row.handed.note !== null && ` · ${row.handed.note}`}
        </Text>
      )}
    </Link>
  );
}

import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { QuietWeek } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { Day, Loaded, useNow } from "@/parts/parts";
import { dayWord } from "@/words/clock";
import { useWords } from "@/words/words";
import { useQuietWeeks } from "./looks";

/** What silence was made of, week by week. */
export function Weeks() {
  const { t } = useWords();
  const weeks = useQuietWeeks();
  const [all, setAll] = useState(false);
  return (
    <Paper withBorder component="section" aria-labelledby="weeks" px="md" py="sm" mb="lg" maw="46rem">
      <Title order={2} size="h4" id="weeks">
        {t("quiet.weeks")}
      </Title>
      <Loaded from={weeks}>
        {(found) => {
          const more = found.length - 1;
          if (found.length === 0) return <Text size="sm" c="dimmed">{t("quiet.weeks_none")}</Text>;
          return (
            <Stack gap="sm" mt={4}>
              {(all ? found : found.slice(0, 1)).map((week) => (
                <Week key={week.monday} week={week} />
              ))}
              {!all && more > 0 && (
                <Button variant="subtle" size="compact-sm" style={{ alignSelf: "flex-start" }} onClick={() => setAll(true)}>
                  {t("quiet.weeks_more", { count: more })}
                </Button>
              )}
            </Stack>
          );
        }}
      </Loaded>
    </Paper>
  );
}

function Week({ week }: { week: QuietWeek }) {
  const { t, language } = useWords();
  const now = useNow();
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t("quiet.week_of", { day: dayWord(new Date(`${week.monday}T12:00:00Z`), now, language, "UTC") })}
      </Text>
      <Text>{week.line}</Text>
    </div>
  );
}

const SEEN = "simmer.quiet-week";
const DAYS_SHOWN = 7;

/** Last week's line on the table of the facilitator, from Monday morning until it is put away. */
export function LastWeek() {
  const { t } = useWords();
  const { community } = usePlace();
  const weeks = useQuietWeeks();
  const key = `${SEEN}.${community.id}`;
  const [seen, setSeen] = useState(() => localStorage.getItem(key));
  const week = weeks.data?.[0];
  if (week === undefined || week.looked === 0 || seen === week.monday || isOld(week)) return null;
  const putAway = () => {
    localStorage.setItem(key, week.monday);
    setSeen(week.monday);
  };
  return (
    <Paper withBorder component="section" aria-labelledby="last-week" px="md" py="sm" mb="md">
      <Text size="sm" c="dimmed" id="last-week">
        {t("quiet.last_week")} · <Day at={week.told_at} />
      </Text>
      <Text size="sm">{week.line}</Text>
      <Group gap="xs" mt={6}>
        <Button component={Link} href={`/c/${community.slug}/quiet`} size="compact-sm" variant="default">
          {t("quiet.last_week_more")}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={putAway}>
          {t("quiet.last_week_seen")}
        </Button>
      </Group>
    </Paper>
  );
}

function isOld(week: QuietWeek): boolean {
  return Date.now() - Date.parse(week.told_at) > DAYS_SHOWN * 24 * 3_600_000;
}

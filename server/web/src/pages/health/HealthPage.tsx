import { Alert, Button, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { read } from "@/api/call";
import type { Health } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { Empty, Loaded, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { CohortPlot } from "./CohortPlot";
import { Figures } from "./Figures";
import classes from "./health.module.css";
import { NetworkPlot } from "./NetworkPlot";
import { dateWord } from "./saying";
import { TalkPlot } from "./TalkPlot";
import { TrendPlot } from "./TrendPlot";
import { WaitingPlot } from "./Waiting";

const AGAIN = 3000;

/** How the community is: what is not as usual, the plots, and every figure. */
export default function HealthPage() {
  const { t, language } = useWords();
  const { community } = usePlace();
  const health = useQuery({
    queryKey: ["health", community.id, language],
    queryFn: () => read<Health>(`/api/communities/${community.id}/health`),
    refetchInterval: (query) => (query.state.data?.state === "counting" ? AGAIN : false),
  });
  return (
    <>
      <PageTitle narrow title={t("page.health")} note={t("health.note")}>
        <Button component="a" variant="default" size="xs" href={`/api/communities/${community.id}/health.csv`} download>
          {t("health.csv")}
        </Button>
      </PageTitle>
      <Loaded from={health}>{(found) => <Shown health={found} />}</Loaded>
    </>
  );
}

function Shown({ health }: { health: Health }) {
  const { t } = useWords();
  if (health.state === "counting") return <Empty title={t("health.counting")} text={t("health.counting_next")} />;
  if (health.state === "empty") return <Empty title={t("health.empty")} text={t("health.empty_next")} />;
  return (
    <Stack gap="md" className={classes.page}>
      <Unusual health={health} />
      {health.waiting !== null && <WaitingPlot waiting={health.waiting} />}
      <TrendPlot trends={health.trends} />
      {health.talkers !== null && <TalkPlot talkers={health.talkers} />}
      {health.network !== null && <NetworkPlot network={health.network} />}
      {health.cohorts !== null && <CohortPlot cohorts={health.cohorts} />}
      <Figures health={health} />
    </Stack>
  );
}

function Unusual({ health }: { health: Health }) {
  const { t, language } = useWords();
  if (health.anomalies.length === 0) return <Text c="dimmed">{t(health.days < 56 ? "health.usual_young" : "health.usual_all")}</Text>;
  return (
    <Stack gap="xs">
      {health.anomalies.map((one) => (
        <Alert key={one.day} color="yellow" variant="light" title={t("health.unusual", { day: dateWord(one.day, language) })}>
          <Text>{one.says}</Text>
          <Text size="sm" mt={4}>
            → {one.next.text}
          </Text>
        </Alert>
      ))}
    </Stack>
  );
}

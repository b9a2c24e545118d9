import { Text } from "@mantine/core";
import { Link } from "wouter";
import type { WaitingNow } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { Due } from "@/pages/duty/Debt";
import { useZones } from "@/pages/room/speaking";
import { Moment } from "@/parts/parts";
import { useWords } from "@/words/words";
import classes from "./health.module.css";
import { Plot } from "./Plot";

/** What nobody has taken up yet, with its clock. */
export function WaitingPlot({ waiting }: { waiting: WaitingNow }) {
  const { t } = useWords();
  const { community } = usePlace();
  const zones = useZones();
  return (
    <Plot title={t("health.waiting")} says={waiting.says} next={waiting.next.text} drawn={false}>
      {() => (
        <>
          <ol className={classes.waiting}>
            {waiting.messages.map((one) => {
              const zone = zones.data?.find((room) => room.id === one.zone_id);
              return (
                <li key={one.message_id}>
                  <Link href={zone === undefined ? `/c/${community.slug}/room` : `/c/${community.slug}/room/${encodeURIComponent(zone.key)}?at=${one.message_id}`} className={classes.quote}>
                    {one.text ?? t("health.unquoted")}
                  </Link>
                  <Text size="sm" c="dimmed">
                    {one.name ?? t("health.unnamed")} · <Moment at={one.at} /> · <Due at={one.due_at} />
                  </Text>
                </li>
              );
            })}
          </ol>
          {waiting.more > 0 && <p className={classes.note}>{t("health.more_waiting", { count: waiting.more })}</p>}
        </>
      )}
    </Plot>
  );
}

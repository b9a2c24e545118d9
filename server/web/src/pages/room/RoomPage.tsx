import { Badge, Text, VisuallyHidden } from "@mantine/core";
import { useEffect } from "react";
import { Link, Redirect, useParams } from "wouter";
import type { Zone } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { AskedNote } from "@/pages/me/AskedOfMe";
import { Empty, Loaded } from "@/parts/parts";
import { useWords } from "@/words/words";
import classes from "./room.module.css";
import { useZones } from "./speaking";
import { SeedCards } from "./SeedCard";
import { Talk } from "./Talk";
import { TapCard } from "./TapCard";
import { EchoCard, TrialCard } from "./TrialCard";

export default function RoomPage() {
  const { t } = useWords();
  const zones = useZones();
  return (
    <Loaded from={zones}>
      {(all) => (all.length === 0 ? <Empty title={t("room.no_zones")} text={t("room.no_zones_text")} /> : <Zones zones={all} />)}
    </Loaded>
  );
}

function Zones({ zones }: { zones: readonly Zone[] }) {
  const { t } = useWords();
  const { community } = usePlace();
  const { "*": rest } = useParams<{ "*"?: string }>();
  const zone = zones.find((one) => one.key === decodeURIComponent(rest ?? ""));
  useEffect(() => {
    document.title = `${zone?.name ?? t("page.room")} · ${community.name} · Simmer`;
  }, [zone, community.name, t]);
  const first = zones[0];
  if (zone === undefined && first !== undefined) {
    return <Redirect to={`/c/${community.slug}/room/${encodeURIComponent(first.key)}`} replace />;
  }
  if (zone === undefined) return null;
  return (
    <div className={classes.room}>
      <VisuallyHidden>
        <h1>{zone.name}</h1>
      </VisuallyHidden>
      <div style={{ minWidth: 0 }}>
        <nav aria-label={t("room.zones")} className={classes.zones}>
          {zones.map((one) => (
            <Link key={one.id} href={`/c/${community.slug}/room/${encodeURIComponent(one.key)}`} className={classes.zone} aria-current={one.id === zone.id ? "page" : undefined}>
              <span>{one.name}</span>
              {one.muted && (
                <Text span size="xs" c="dimmed">
                  {t("room.muted")}
                </Text>
              )}
              {one.unread > 0 && one.id !== zone.id && (
                <Badge size="sm" variant="light" tt="none" aria-label={t("room.unread", { count: one.unread })}>
                  {one.unread > 99 ? "99+" : one.unread}
                </Badge>
              )}
            </Link>
          ))}
        </nav>
        <SeedCards />
        <TapCard />
        <TrialCard />
        <EchoCard />
        <AskedNote />
      </div>
      <Talk key={zone.id} zone={zone} />
    </div>
  );
}

import { Group, NativeSelect, SegmentedControl, Stack, Title } from "@mantine/core";
import { useState } from "react";
import { useLocation, useSearch } from "wouter";
import { usePlace } from "@/app/session";
import { useZones } from "@/pages/room/speaking";
import { Empty, Loaded, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { AskMoment } from "./AskMoment";
import { Look } from "./Look";
import { askedIn, isSilent, reasonsOf, searchFor, useLooks, type Asked } from "./looks";
import { Weeks } from "./Weeks";

const filters = ["all", "silent", "spoke"] as const;
type Filter = (typeof filters)[number];

/** Why nothing was said: at any moment, week by week, and at every look that was kept. */
export default function QuietPage() {
  const { t } = useWords();
  const { community } = usePlace();
  const [, go] = useLocation();
  const zones = useZones();
  const asked = askedIn(useSearch());
  const ask = (next: Asked | null) => go(`/c/${community.slug}/quiet${next === null ? "" : `?${searchFor(next)}`}`);
  return (
    <>
      <PageTitle title={t("page.quiet")} note={t("quiet.note")} />
      <Loaded from={zones}>{(all) => <AskMoment zones={all} asked={asked} ask={ask} />}</Loaded>
      <Weeks />
      <Looks />
    </>
  );
}

function Looks() {
  const { t, named } = useWords();
  const [filter, setFilter] = useState<Filter>("all");
  const [reason, setReason] = useState<string | null>(null);
  const every = useLooks(null);
  const looks = useLooks(reason);
  return (
    <section aria-labelledby="looks">
      <Group justify="space-between" align="flex-end" gap="sm" mb="sm" maw="46rem">
        <Title order={2} size="h4" id="looks">
          {t("quiet.list")}
        </Title>
        <Group gap="sm" align="flex-end">
          <NativeSelect
            size="xs"
            aria-label={t("quiet.reason")}
            value={reason ?? ""}
            onChange={(event) => setReason(event.currentTarget.value === "" ? null : event.currentTarget.value)}
            data={[{ value: "", label: t("quiet.reason_any") }, ...reasonsOf(every.data ?? []).map((code) => ({ value: code, label: named("reason", code) }))]}
          />
          <SegmentedControl
            size="xs"
            aria-label={t("quiet.which")}
            value={filter}
            onChange={(value) => setFilter(filters.find((one) => one === value) ?? "all")}
            data={filters.map((one) => ({ value: one, label: t(`quiet.${one}`) }))}
          />
        </Group>
      </Group>
      <Loaded from={looks}>
        {(all) => {
          const shown = all.filter((look) => filter === "all" || isSilent(look) === (filter === "silent"));
          const filtered = filter !== "all" || reason !== null;
          if (shown.length === 0) return <Empty title={t(filtered ? "quiet.empty_filter" : "quiet.empty")} text={t(filtered ? "quiet.empty_filter_next" : "quiet.empty_next")} />;
          return (
            <Stack gap="xs" maw="46rem">
              {shown.map((look) => (
                <Look key={look.id} look={look} />
              ))}
            </Stack>
          );
        }}
      </Loaded>
    </section>
  );
}

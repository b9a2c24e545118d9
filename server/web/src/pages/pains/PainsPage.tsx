import { Collapse, Group, Stack, Text, Title, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";
import type { Pain, Pains } from "@/api/shapes";
import { useKeys } from "@/app/keys";
import { usePlace } from "@/app/session";
import { Icon } from "@/parts/icons";
import { Empty, Loaded, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { AwayCard, PainCard, type Tray } from "./PainCard";
import { useDeciding, usePains } from "./paining";
import classes from "./pains.module.css";

/** What is hard for the members now, in their own words. */
export default function PainsPage() {
  const { t } = useWords();
  const pains = usePains();
  return (
    <>
      <PageTitle title={t("page.pains")} note={t("pains.note")} />
      <Loaded from={pains}>{(all) => <Board all={all} />}</Loaded>
    </>
  );
}

function Board({ all }: { all: Pains }) {
  const { t } = useWords();
  const { community } = usePlace();
  const deciding = useDeciding();
  const decides = community.role !== "expert";
  const [hand, setHand] = useState<number | null>(null);
  const [tray, setTray] = useState<{ id: number; tray: Tray } | null>(null);
  const at = Math.max(0, all.pains.findIndex((one) => one.id === hand));
  const card = all.pains[at];
  const list = useRef<HTMLUListElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    const row = list.current?.querySelector<HTMLElement>('[data-hand="true"]');
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  }, [hand]);
  const step = (by: number) => {
    const next = all.pains[Math.min(all.pains.length - 1, Math.max(0, at + by))];
    moved.current = true;
    setHand(next?.id ?? null);
  };
  const act = (does: (pain: Pain) => void) => () => {
    if (card !== undefined && decides && !deciding.pending) does(card);
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    p: act((pain) => deciding.decide(pain, { decision: pain.state === "pinned" ? "unpin" : "pin" })),
    d: act((pain) => deciding.decide(pain, { decision: "dismiss" })),
    m: act((pain) => setTray({ id: pain.id, tray: "merge" })),
    z: deciding.undo,
  });
  return (
    <Stack gap="md" maw="46rem">
      {all.pains.length === 0 && <Empty title={t("pains.empty")} text={t("pains.empty_next")} />}
      {all.pains.length > 0 && decides && (
        <Text size="xs" c="dimmed" visibleFrom="md">
          {t("pains.keys")}
        </Text>
      )}
      <ul ref={list} className={classes.list} aria-label={t("pains.list")}>
        {all.pains.map((pain) => (
          <PainCard
            key={pain.id}
            pain={pain}
            others={all.pains.filter((one) => one.id !== pain.id)}
            inHand={pain.id === card?.id}
            take={() => setHand(pain.id)}
            tray={tray?.id === pain.id ? tray.tray : null}
            open={(wanted) => setTray(wanted === null ? null : { id: pain.id, tray: wanted })}
            deciding={decides ? deciding : null}
          />
        ))}
      </ul>
      {all.away.length > 0 && <Away away={all.away} deciding={decides ? deciding : null} />}
    </Stack>
  );
}

function Away({ away, deciding }: { away: readonly Pain[]; deciding: ReturnType<typeof useDeciding> | null }) {
  const { t } = useWords();
  const [open, { toggle }] = useDisclosure(false);
  return (
    <section>
      <UnstyledButton onClick={toggle} aria-expanded={open} className={classes.opener}>
        <Group gap={4}>
          <Title order={2} fz="0.95rem" c="dimmed">
            {t("pains.away", { count: away.length })}
          </Title>
          <Icon name={open ? "up" : "down"} size={16} />
        </Group>
      </UnstyledButton>
      <Collapse expanded={open}>
        <ul className={classes.list}>
          {away.map((pain) => (
            <AwayCard key={pain.id} pain={pain} deciding={deciding} />
          ))}
        </ul>
      </Collapse>
    </section>
  );
}

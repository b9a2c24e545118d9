import { Anchor, Button, Group, Paper, Text, Title } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { Link } from "wouter";
import type { Obligations } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { Failure } from "@/parts/parts";
import { useWords } from "@/words/words";
import { Debt } from "./Debt";
import classes from "./duty.module.css";
import { useDuties, useObligations } from "./owing";

const FIRST = 5;

interface OwedNowProps {
  /** The drafts that lie on the table, and how to take one in hand. */
  drafts: ReadonlySet<number>;
  take: (draft: number) => void;
}

/** What is owed now, the soonest due first; a draft for the same words belongs to its row. */
export function OwedNow({ drafts, take }: OwedNowProps) {
  const { t } = useWords();
  const owed = useObligations();
  if (owed.error !== null && owed.data === undefined) return <Failure error={owed.error} again={() => void owed.refetch()} />;
  if (owed.data === undefined || owed.data.obligations.length === 0) return owed.data === undefined ? null : <Clear owed={owed.data} />;
  return (
    <Paper component="section" withBorder className={classes.panel} aria-labelledby="owed-title">
      <Group justify="space-between" align="baseline" gap="xs">
        <Title order={2} id="owed-title" fz="1.1rem">
          {t("owed.title", { count: owed.data.counts.open ?? owed.data.obligations.length })}
        </Title>
        <OnDuty owed={owed.data}>
          <ToDuty />
        </OnDuty>
      </Group>
      <Rows owed={owed.data} drafts={drafts} take={take} />
    </Paper>
  );
}

function Rows({ owed, drafts, take }: OwedNowProps & { owed: Obligations }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const duties = useDuties();
  const shown = all ? owed.obligations : owed.obligations.slice(0, FIRST);
  const hidden = owed.obligations.length - shown.length;
  return (
    <>
      <ul className={classes.debts}>
        {shown.map((debt) => {
          const draft = debt.suggestion_id;
          const lies = draft !== null && drafts.has(draft);
          return <Debt key={debt.id} debt={debt} staff={duties.data?.staff ?? []} draft={lies ? () => take(draft) : undefined} />;
        })}
      </ul>
      {hidden > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t("owed.all", { count: hidden })}
        </Button>
      )}
    </>
  );
}

/** Who is on duty this moment; that nobody is is said, not left blank. */
export function OnDuty({ owed, children }: { owed: Pick<Obligations, "on_duty">; children?: ReactNode }) {
  const { t, language } = useWords();
  const names = owed.on_duty.map((one) => one.name).join(language === "zh" ? "、" : ", ");
  return (
    <Text size="sm" c="dimmed">
      {owed.on_duty.length === 0 ? t("duty.nobody") : t("duty.now", { names })} {children}
    </Text>
  );
}

function ToDuty() {
  const { t } = useWords();
  const { community } = usePlace();
  return (
    <Anchor component={Link} href={`/c/${community.slug}/duty`} size="sm">
      {t("page.duty")}
    </Anchor>
  );
}

function Clear({ owed }: { owed: Obligations }) {
  const { t } = useWords();
  return (
    <Group justify="space-between" gap="xs" mb="md" className={classes.clear ?? ""}>
      <Text size="sm">{t("owed.clear")}</Text>
      <OnDuty owed={owed}>
        <ToDuty />
      </OnDuty>
    </Group>
  );
}

import { Button, Group, Paper, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { Obligation, ObligationState, Obligations, Staff } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { Empty, Loaded, Moment, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { Debt, Whom } from "./Debt";
import classes from "./duty.module.css";
import { Ledger } from "./Ledger";
import { OnDuty } from "./OwedNow";
import { useDuties, useHandOverAll, useObligations, useReopen } from "./owing";
import { Roster } from "./Roster";

const states: readonly ObligationState[] = ["open", "met", "missed", "excused"];
const SHOWN = 40;

/** What is owed, what became of it, and who is on duty. */
export default function DutyPage() {
  const { t } = useWords();
  const [state, setState] = useState<ObligationState>("open");
  const owed = useObligations(state);
  const duties = useDuties();
  return (
    <>
      <PageTitle title={t("page.duty")} note={t("duty.note")} />
      <Stack gap="xl" maw={920}>
        <section aria-labelledby="list-title">
          <Group justify="space-between" gap="sm" mb="sm">
            <Title order={2} id="list-title" fz="1.1rem">
              {t("owed.list")}
            </Title>
            <SegmentedControl
              size="xs"
              aria-label={t("owed.which")}
              value={state}
              onChange={(value) => setState(states.find((one) => one === value) ?? "open")}
              data={states.map((one) => ({ value: one, label: t(`owed.state.${one}`) }))}
            />
          </Group>
          <Loaded from={owed}>{(all) => <List owed={all} state={state} staff={duties.data?.staff ?? []} />}</Loaded>
        </section>
        <Ledger />
        <Roster />
      </Stack>
    </>
  );
}

function List({ owed, state, staff }: { owed: Obligations; state: ObligationState; staff: readonly Staff[] }) {
  const { t } = useWords();
  const rows = owed.obligations.slice(0, SHOWN);
  return (
    <>
      <Group justify="space-between" gap="sm" mb="xs" align="flex-end">
        <OnDuty owed={owed} />
        {state === "open" && <HandAll owed={owed} staff={staff} />}
      </Group>
      {rows.length === 0 ? (
        <Empty title={t(`owed.none_${state}`)} text={t("owed.none_text")} />
      ) : (
        <ul className={classes.debts}>
          {rows.map((debt) => (state === "open" ? <Debt key={debt.id} debt={debt} staff={staff} /> : <Closed key={debt.id} debt={debt} />))}
        </ul>
      )}
      {owed.obligations.length > SHOWN && (
        <Text size="sm" c="dimmed">
          {t("owed.more", { count: owed.obligations.length - SHOWN })}
        </Text>
      )}
    </>
  );
}

/** 交接: one's open debts to somebody else, in one step. */
function HandAll({ owed, staff }: { owed: Obligations; staff: readonly Staff[] }) {
  const { t } = useWords();
  const { community } = usePlace();
  const [open, setOpen] = useState(false);
  const mine = owed.obligations.filter((one) => one.owner?.id === community.member_id);
  const others = staff.filter((one) => one.id !== community.member_id);
  const [to, setTo] = useState("");
  const hand = useHandOverAll();
  if (mine.length === 0 || others.length === 0) return null;
  const chosen = to === "" ? String(others[0]?.id ?? "") : to;
  if (!open) {
    return (
      <Button size="compact-sm" variant="light" onClick={() => setOpen(true)}>
        {t("owed.hand_all", { count: mine.length })}
      </Button>
    );
  }
  return (
    <form
      className={classes.tray}
      onSubmit={(event) => {
        event.preventDefault();
        hand.mutate({ from_id: community.member_id, to_id: Number(chosen) }, { onSuccess: () => setOpen(false) });
      }}
      onKeyDown={(event) => event.key === "Escape" && setOpen(false)}
    >
      <Whom label={t("owed.hand_to")} staff={others} value={chosen} choose={setTo} />
      <Button size="compact-md" type="submit" loading={hand.isPending}>
        {t("owed.hand_all", { count: mine.length })}
      </Button>
    </form>
  );
}

function Closed({ debt }: { debt: Obligation }) {
  const { t } = useWords();
  const { community } = usePlace();
  const reopen = useReopen(debt);
  const room = `/c/${community.slug}/room/${encodeURIComponent(debt.zone.key)}`;
  return (
    <Paper component="li" withBorder className={classes.debt ?? ""}>
      <div className={classes.line}>
        <Text size="sm" fw={600}>
          <Outcome debt={debt} />
        </Text>
        <Text size="sm" c="dimmed">
          {t(`owed.kind.${debt.kind}`)} · {debt.zone.name} · <Moment at={debt.said_at} />
        </Text>
      </div>
      <Link href={`${room}?at=${debt.message_id}`} className={classes.words}>
        <b>{debt.author ?? t("owed.somebody")}</b> {debt.text}
      </Link>
      <Button size="compact-sm" variant="subtle" color="gray" c="dimmed" loading={reopen.isPending} onClick={() => reopen.mutate(undefined)}>
        {t("owed.reopen")}
      </Button>
    </Paper>
  );
}

function Outcome({ debt }: { debt: Obligation }) {
  const { t } = useWords();
  if (debt.state === "excused") return t("owed.was_excused", { reason: debt.reason ?? "" });
  if (debt.state === "missed") return t("owed.was_missed");
  const late = debt.closed_at !== null && debt.closed_at > debt.due_at;
  if (debt.met_by === null) return late ? t("owed.was_met_late") : t("owed.was_met");
  return late ? t("owed.was_met_late_by", { name: debt.met_by }) : t("owed.was_met_by", { name: debt.met_by });
}

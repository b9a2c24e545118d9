import { ActionIcon, Button, Group, NativeSelect, Text, TextInput, Title } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { Duties, Duty, DutyGiven, Staff } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { Icon } from "@/parts/icons";
import { Loaded, useNow } from "@/parts/parts";
import { dayOf } from "@/words/clock";
import type { Language } from "@/words/sentence";
import { useWords } from "@/words/words";
import { dayAfter } from "./countdown";
import { Whom } from "./Debt";
import classes from "./duty.module.css";
import { useAddDuty, useCopyWeek, useDuties, useGiveDuty, useRemoveDuty } from "./owing";

const days = [0, 1, 2, 3, 4, 5, 6] as const;

/** Who is on duty and who is away, a week at a time. */
export function Roster() {
  const { t } = useWords();
  const [week, setWeek] = useState<string | null>(null);
  const duties = useDuties(week);
  return (
    <section aria-labelledby="roster-title">
      <Title order={2} id="roster-title" fz="1.1rem" mb="xs">
        {t("duty.roster")}
      </Title>
      <Loaded from={duties}>{(all) => <Week duties={all} go={setWeek} />}</Loaded>
    </section>
  );
}

function Week({ duties, go }: { duties: Duties; go: (week: string) => void }) {
  const { t, language } = useWords();
  const [adding, setAdding] = useState<string | null>(null);
  const copy = useCopyWeek(duties);
  const form = new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { month: "short", day: "numeric", timeZone: "UTC" });
  const word = (day: string) => form.format(new Date(`${day}T00:00:00Z`));
  return (
    <>
      <Group gap="xs" mb="sm">
        <ActionIcon variant="default" aria-label={t("duty.week_before")} onClick={() => go(dayAfter(duties.week, -7))}>
          <Icon name="back" size={18} />
        </ActionIcon>
        <Text size="sm" fw={600} role="status">
          {word(duties.week)} – {word(dayAfter(duties.week, 6))}
        </Text>
        <ActionIcon variant="default" aria-label={t("duty.week_after")} onClick={() => go(dayAfter(duties.week, 7))} style={{ transform: "scaleX(-1)" }}>
          <Icon name="back" size={18} />
        </ActionIcon>
        <Button size="compact-sm" variant="light" loading={copy.isPending} onClick={() => copy.mutate(duties.week)}>
          {t("duty.copy")}
        </Button>
      </Group>
      {duties.duties.length === 0 && (
        <Text size="sm" c="dimmed" mb="sm">
          {t("duty.empty")}
        </Text>
      )}
      <ol className={classes.week}>
        {days.map((place) => (
          <Day key={place} day={dayAfter(duties.week, place)} duties={duties} add={setAdding} adding={adding} />
        ))}
      </ol>
      {adding !== null && <Add key={adding} day={adding} staff={duties.staff} close={() => setAdding(null)} />}
    </>
  );
}

interface DayProps {
  day: string;
  duties: Duties;
  adding: string | null;
  add: (day: string | null) => void;
}

function weekdayOf(day: string, language: Language): string {
  return new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { weekday: "short", day: "numeric", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

function Day({ day, duties, adding, add }: DayProps) {
  const { t, language } = useWords();
  const { community } = usePlace();
  const today = dayOf(useNow(), community.timezone) === day;
  const word = weekdayOf(day, language);
  const rows = duties.duties.filter((duty) => duty.first_day <= day && day <= duty.last_day);
  return (
    <li className={classes.day} data-today={today} aria-current={today ? "date" : undefined}>
      <Group justify="space-between" gap={4} wrap="nowrap">
        <Text size="sm" fw={600}>
          {word}
        </Text>
        <ActionIcon variant="subtle" color="gray" c="dimmed" aria-label={t("duty.add_on", { day: word })} aria-expanded={adding === day} onClick={() => add(adding === day ? null : day)}>
          +
        </ActionIcon>
      </Group>
      {rows.map((duty) => (
        <Shift key={duty.id} duty={duty} day={day} staff={duties.staff} />
      ))}
      {rows.length === 0 && (
        <Text size="xs" c="dimmed">
          {t("duty.day_empty")}
        </Text>
      )}
    </li>
  );
}

function hours(duty: Duty, day: string): string {
  const from = duty.first_day === day ? duty.from_hour : 0;
  const until = duty.last_day === day ? duty.until_hour : 24;
  return from === 0 && until === 24 ? "" : `${from}–${until}`;
}

function Shift({ duty, day, staff }: { duty: Duty; day: string; staff: readonly Staff[] }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const remove = useRemoveDuty();
  const give = useGiveDuty();
  const others = staff.filter((one) => one.id !== duty.member.id);
  const leave = duty.kind === "leave";
  return (
    <div className={classes.shift} data-leave={leave}>
      <button type="button" className={classes.shiftName} aria-expanded={open} onClick={() => setOpen(!open)}>
        {leave ? t("duty.leave_of", { name: duty.member.name }) : duty.member.name} <span className={classes.hours}>{hours(duty, day)}</span>
      </button>
      {open && (
        <div className={classes.shiftMore} onKeyDown={(event) => event.key === "Escape" && setOpen(false)}>
          {duty.note !== null && <Text size="xs">{duty.note}</Text>}
          {duty.handed_by !== null && <Text size="xs">{t("duty.handed_by", { name: duty.handed_by })}</Text>}
          {!leave && others.length > 0 && (
            <NativeSelect
              size="xs"
              label={t("duty.give")}
              value=""
              onChange={(event) => event.currentTarget.value !== "" && give.mutate({ duty, to: Number(event.currentTarget.value) })}
              data={[{ value: "", label: t("duty.choose") }, ...others.map((one) => ({ value: String(one.id), label: one.name }))]}
            />
          )}
          <Button size="compact-xs" variant="default" loading={remove.isPending} onClick={() => remove.mutate(duty)}>
            {t("duty.remove")}
          </Button>
        </div>
      )}
    </div>
  );
}

function Add({ day, staff, close }: { day: string; staff: readonly Staff[]; close: () => void }) {
  const { t, language } = useWords();
  const title = t("duty.add_on", { day: weekdayOf(day, language) });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("select")?.focus(), []);
  const [duty, setDuty] = useState<DutyGiven>({ member_id: staff[0]?.id ?? 0, kind: "duty", first_day: day, last_day: day, from_hour: 8, until_hour: 22, note: null });
  const add = useAddDuty();
  const change = (part: Partial<DutyGiven>) => setDuty({ ...duty, ...part });
  const leave = duty.kind === "leave";
  if (staff.length === 0) return <Text size="xs">{t("owed.nobody_else")}</Text>;
  return (
    <form
      ref={form}
      className={classes.add}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate(leave ? { ...duty, from_hour: 0, until_hour: 24 } : duty, { onSuccess: close });
      }}
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <Whom label={t("duty.who")} staff={staff} value={String(duty.member_id)} choose={(id) => change({ member_id: Number(id) })} />
      <NativeSelect
        label={t("duty.what")}
        value={duty.kind}
        onChange={(event) => change({ kind: event.currentTarget.value === "leave" ? "leave" : "duty" })}
        data={[
          { value: "duty", label: t("duty.kind_duty") },
          { value: "leave", label: t("duty.kind_leave") },
        ]}
      />
      <TextInput type="date" label={t("duty.until_day")} min={day} value={duty.last_day} onChange={(event) => change({ last_day: event.currentTarget.value === "" ? day : event.currentTarget.value })} />
      {!leave && (
        <Group gap={6} grow>
          <Hour label={t("duty.from")} value={duty.from_hour} least={0} choose={(hour) => change({ from_hour: hour })} />
          <Hour label={t("duty.until")} value={duty.until_hour} least={1} choose={(hour) => change({ until_hour: hour })} />
        </Group>
      )}
      <TextInput label={t("duty.note_label")} maxLength={300} value={duty.note ?? ""} onChange={(event) => change({ note: event.currentTarget.value })} />
      <Group gap="xs">
        <Button size="compact-md" type="submit" loading={add.isPending}>
          {t("act.save")}
        </Button>
        <Button size="compact-md" variant="subtle" color="gray" c="dimmed" type="button" onClick={close}>
          {t("act.cancel")}
        </Button>
      </Group>
    </form>
  );
}

function Hour({ label, value, least, choose }: { label: string; value: number; least: number; choose: (hour: number) => void }) {
  return (
    <NativeSelect
      label={label}
      value={String(value)}
      onChange={(event) => choose(Number(event.currentTarget.value))}
      data={Array.from({ length: 24 }, (_, place) => ({ value: String(place + least), label: `${place + least}:00` }))}
    />
  );
}

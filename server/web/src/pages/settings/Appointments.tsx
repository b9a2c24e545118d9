import { Button, CloseButton, Group, NativeSelect, Stack, Switch, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { call, read } from "@/api/call";
import type { Appointment, AppointmentGiven, AppointmentsShown } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace } from "@/app/session";
import { failureSentence, Loaded, Moment } from "@/parts/parts";
import { dayOf } from "@/words/clock";
import { useWords, type Words } from "@/words/words";
import { Part } from "./Field";
import classes from "./settings.module.css";

/** The calendar of topics: the day before one, somebody who agreed to it is asked to begin. */
export function Appointments() {
  const { t } = useWords();
  const { community } = usePlace();
  const home = `/api/communities/${community.id}/appointments`;
  const appointments = useQuery({ queryKey: ["appointments", community.id], queryFn: () => read<AppointmentsShown>(home) });
  return (
    <Part title="appointments.title" note={t("appointments.note")}>
      <Loaded from={appointments}>{(shown) => <Calendar shown={shown} home={home} />}</Loaded>
    </Part>
  );
}

interface Put {
  next: readonly AppointmentGiven[];
  text: string;
  undo?: readonly AppointmentGiven[];
}

function Calendar({ shown, home }: { shown: AppointmentsShown; home: string }) {
  const { t } = useWords();
  const { community } = usePlace();
  const client = useQueryClient();
  const notify = useNotify();
  const put = useMutation({
    mutationFn: ({ next }: Put) => call<AppointmentsShown>("PUT", home, { appointments: next }),
    onSuccess: (fresh, { text, undo }) => {
      client.setQueryData(["appointments", community.id], fresh);
      notify(undo === undefined ? { text } : { text, lasts: 9_000, undo: () => put.mutate({ next: undo, text: t("settings.back") }) });
    },
    onError: (error) => notify({ text: failureSentence(error, t), tone: "failure" }),
  });
  const given = shown.appointments.map(asGiven);
  const today = dayOf(new Date(), community.timezone);
  return (
    <>
      <Text size="sm" mt="xs">
        {shown.volunteers === 0 ? t("appointments.volunteers_none") : t("appointments.volunteers", { count: shown.volunteers })}
      </Text>
      {shown.appointments.length === 0 && (
        <Text size="sm" c="dimmed" mt={6}>
          {t("appointments.none")}
        </Text>
      )}
      {shown.appointments.map((appointment, at) => (
        <Row
          key={`${at}:${appointment.topic}`}
          appointment={appointment}
          zone={shown.zones.find((one) => one.id === appointment.zone_id)?.name ?? ""}
          over={isOver(appointment, today)}
          busy={put.isPending}
          remove={() => put.mutate({ next: given.filter((_, other) => other !== at), text: t("appointments.removed"), ...(isOver(appointment, today) ? {} : { undo: given }) })}
        />
      ))}
      {shown.zones.length > 0 && <Adding shown={shown} busy={put.isPending} add={(appointment, done) => put.mutate({ next: [...given, appointment], text: t("appointments.added"), undo: given }, { onSuccess: done })} />}
    </>
  );
}

function asGiven({ zone_id, topic, at, on = null, weekday = null, warm }: Appointment): AppointmentGiven {
  return { zone_id, topic, at, on, weekday, warm };
}

/** Whether its one day is over where the community lives. */
function isOver({ on = null }: Appointment, today: string): boolean {
  return on !== null && on < today;
}

function weekdayName(day: number, language: Words["language"]): string {
  return new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { timeZone: "UTC", weekday: "long" }).format(new Date(Date.UTC(2026, 2, 2 + day)));
}

function Row({ appointment, zone, over, busy, remove }: { appointment: Appointment; zone: string; over: boolean; busy: boolean; remove: () => void }) {
  const { t, language } = useWords();
  const when = appointment.weekday === null || appointment.weekday === undefined ? (appointment.on ?? "") : t("appointments.weekly", { day: weekdayName(appointment.weekday, language) });
  return (
    <div className={classes.row}>
      <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
        <div>
          <Text size="sm" fw={600} style={{ overflowWrap: "anywhere" }}>
            {appointment.topic}
          </Text>
          <Text size="sm" c="dimmed">
            {[when, appointment.at, zone, appointment.warm ? t("appointments.warm_word") : ""].filter((part) => part !== "").join(" · ")}
          </Text>
          <Text size="sm" c="dimmed">
            {appointment.next_at === null ? t(over ? "appointments.over" : "appointments.not_soon") : t("appointments.next")} {appointment.next_at !== null && <Moment at={appointment.next_at} />}
          </Text>
        </div>
        <CloseButton aria-label={t("appointments.remove", { topic: appointment.topic })} disabled={busy} onClick={remove} />
      </Group>
    </div>
  );
}

function isPast(day: string, on: string, today: string): boolean {
  return day === "on" && on !== "" && on < today;
}

function isWhole(topic: string, at: string, day: string, on: string): boolean {
  return topic.trim() !== "" && at !== "" && (day !== "on" || on !== "");
}

function Adding({ shown, busy, add }: { shown: AppointmentsShown; busy: boolean; add: (appointment: AppointmentGiven, done: () => void) => void }) {
  const { t, language } = useWords();
  const { community } = usePlace();
  const today = dayOf(new Date(), community.timezone);
  const [topic, setTopic] = useState("");
  const [at, setAt] = useState("20:00");
  const [day, setDay] = useState("on");
  const [on, setOn] = useState("");
  const [zone, setZone] = useState(String(shown.zones[0]?.id ?? ""));
  const [warm, setWarm] = useState(false);
  const past = isPast(day, on, today);
  const whole = isWhole(topic, at, day, on) && !past;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!whole) return;
    const appointment = { zone_id: Number(zone), topic, at, on: day === "on" ? on : null, weekday: day === "on" ? null : Number(day), warm };
    add(appointment, () => setTopic(""));
  };
  const days = [{ value: "on", label: t("appointments.one_day") }, ...Array.from({ length: 7 }, (_, each) => ({ value: String(each), label: t("appointments.weekly", { day: weekdayName(each, language) }) }))];
  return (
    <form onSubmit={submit} className={classes.row}>
      <Stack gap="xs">
        <TextInput label={t("appointments.topic")} maxLength={60} value={topic} onChange={(event) => setTopic(event.currentTarget.value)} />
        <Group gap="xs" align="flex-end">
          <NativeSelect label={t("appointments.day")} data={days} value={day} onChange={(event) => setDay(event.currentTarget.value)} />
          {day === "on" && <TextInput type="date" label={t("appointments.date")} min={today} error={past ? t("appointments.past") : undefined} value={on} onChange={(event) => setOn(event.currentTarget.value)} />}
          <TextInput type="time" label={t("appointments.at")} value={at} onChange={(event) => setAt(event.currentTarget.value)} />
          {shown.zones.length > 1 && <NativeSelect label={t("appointments.zone")} data={shown.zones.map((one) => ({ value: String(one.id), label: one.name }))} value={zone} onChange={(event) => setZone(event.currentTarget.value)} />}
        </Group>
        <Switch label={t("appointments.warm")} checked={warm} onChange={(event) => setWarm(event.currentTarget.checked)} />
        <Group>
          <Button type="submit" variant="default" disabled={!whole || busy}>
            {t("appointments.add")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

import { NativeSelect, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { read } from "@/api/call";
import type { DaysOff, SettingsShown } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { useWords, type Words } from "@/words/words";
import { Field, useChoosing } from "./Field";

/** The country whose public holidays hold, with the next three of them. */
export function Calendar({ countries }: { countries: SettingsShown["calendars"] }) {
  const { t, language } = useWords();
  const { shown, may, set } = useChoosing();
  const names = new Intl.DisplayNames([language], { type: "region" });
  const listed = countries.map((code) => ({ value: code, label: names.of(code) ?? code })).sort((one, other) => one.label.localeCompare(other.label, language));
  return (
    <Field
      name="calendar"
      note={t("settings.calendar_note")}
      usual={t("settings.calendar_auto")}
      control={({ label, note }) => (
        <NativeSelect
          aria-labelledby={label}
          aria-describedby={note}
          value={shown.calendar}
          disabled={!may}
          data={[{ value: "auto", label: t("settings.calendar_auto") }, { value: "none", label: t("settings.calendar_none") }, ...listed]}
          onChange={(event) => set("calendar", event.currentTarget.value)}
        />
      )}
    >
      <Next calendar={shown.calendar} />
    </Field>
  );
}

function Next({ calendar }: { calendar: string }) {
  const { t, language } = useWords();
  const { community } = usePlace();
  const days = useQuery({
    queryKey: ["days-off", community.id, calendar, language],
    placeholderData: keepPreviousData,
    queryFn: () => read<DaysOff>(`/api/communities/${community.id}/days-off?calendar=${encodeURIComponent(calendar)}`),
  });
  if (days.data === undefined) return null;
  const { next, makeup, country } = days.data;
  return (
    <Text size="sm" mt={6} role="status">
      {next.length > 0 ? t(country === "" ? "settings.calendar_own" : "settings.calendar_next", { days: next.map((one) => `${dayOfYear(one.day, language)}${one.name === "" ? "" : ` ${one.name}`}`).join(language === "zh" ? "、" : ", ") }) : t("settings.calendar_nothing")}
      {makeup !== null && country !== "" && (
        <Text span size="sm" c="dimmed" display="block">
          {t("settings.calendar_makeup", { day: dayOfYear(makeup, language) })}
        </Text>
      )}
    </Text>
  );
}

/** A date without an hour, with its weekday. */
function dayOfYear(day: string, language: Words["language"]): string {
  return new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { timeZone: "UTC", month: "short", day: "numeric", weekday: "short" }).format(new Date(`${day}T00:00:00Z`));
}

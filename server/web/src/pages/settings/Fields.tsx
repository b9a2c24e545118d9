import { Button, Group, Modal, NativeSelect, NumberInput, Slider, Switch, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { SettingsShown } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { useWords } from "@/words/words";
import { STEPS } from "./choosing";
import { Field, Part, useChoosing } from "./Field";

type Bounds = SettingsShown["bounds"];

function hoursFrom(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

export function Hours() {
  const { t } = useWords();
  const { community } = usePlace();
  const { shown, defaults, may, set } = useChoosing();
  const crossed = shown.open_from >= shown.open_until;
  const hour = (value: number) => t("settings.hour", { hour: value });
  return (
    <Part title="settings.hours" note={t("settings.hours_note", { timezone: community.timezone })}>
      {(["open_from", "open_until"] as const).map((name) => (
        <Field
          key={name}
          name={name}
          usual={hour(defaults[name])}
          control={({ label }) => (
            <NativeSelect
              aria-labelledby={label}
              value={shown[name]}
              disabled={!may}
              error={crossed && name === "open_until" ? t("settings.crossed") : undefined}
              data={hoursFrom(name === "open_from" ? 0 : 1, name === "open_from" ? 23 : 24).map((value) => ({ value: String(value), label: hour(value) }))}
              onChange={(event) => set(name, Number(event.currentTarget.value))}
            />
          )}
        />
      ))}
    </Part>
  );
}

export function Pace({ bounds }: { bounds: Bounds }) {
  const { t } = useWords();
  const { shown, defaults, may, set } = useChoosing();
  const most = bounds.posts_per_day?.most ?? 20;
  const inWords = (value: number) => {
    const step = STEPS.find((one) => one.value === value);
    return step === undefined ? t("settings.threshold.own", { value }) : t(step.words);
  };
  const steps = STEPS.map((one) => one.value);
  const values = steps.includes(shown.threshold) ? steps : [...steps, shown.threshold].sort((one, other) => one - other);
  return (
    <Part title="settings.pace">
      <Field
        name="posts_per_day"
        note={t("settings.posts_per_day_note")}
        usual={String(defaults.posts_per_day)}
        control={({ label, note }) => (
          <NumberInput
            w={110}
            min={0}
            max={most}
            allowDecimal={false}
            clampBehavior="strict"
            aria-labelledby={label}
            aria-describedby={note}
            value={shown.posts_per_day}
            disabled={!may}
            onChange={(value) => typeof value === "number" && set("posts_per_day", value)}
          />
        )}
      />
      <Field
        name="threshold"
        note={t("settings.threshold_note")}
        usual={inWords(defaults.threshold)}
        control={({ label, note }) => (
          <NativeSelect
            aria-labelledby={label}
            aria-describedby={note}
            value={shown.threshold}
            disabled={!may}
            data={values.map((value) => ({ value: String(value), label: inWords(value) }))}
            onChange={(event) => set("threshold", Number(event.currentTarget.value))}
          />
        )}
      />
    </Part>
  );
}

export function Listening({ bounds }: { bounds: Bounds }) {
  const { t } = useWords();
  const { shown, defaults, may, set } = useChoosing();
  const percent = (value: number) => `${Math.round(100 * value)}%`;
  return (
    <Part title="settings.listening" note={t("settings.listening_note")}>
      {(["offence_threshold", "advert_threshold"] as const).map((name) => (
        <Field
          key={name}
          name={name}
          wide
          note={t("settings.sensitivity_note", { value: percent(shown[name]) })}
          usual={percent(defaults[name])}
          control={({ label }) => (
            <Slider
              py="sm"
              miw={180}
              min={bounds[name]?.least ?? 0.5}
              max={bounds[name]?.most ?? 0.95}
              step={0.05}
              label={percent}
              value={shown[name]}
              disabled={!may}
              thumbProps={{ "aria-labelledby": label }}
              onChange={(value) => set(name, Math.round(100 * value) / 100)}
            />
          )}
        />
      ))}
    </Part>
  );
}

export function Rules() {
  const { t } = useWords();
  const { shown, defaults, may, set } = useChoosing();
  const [asking, { open, close }] = useDisclosure(false);
  const onOff = (value: boolean) => t(value ? "settings.on" : "settings.off");
  const turn = (name: "two_person_rule" | "remove_adverts", on: boolean) => (name === "remove_adverts" && on ? open() : set(name, on));
  return (
    <Part title="settings.rules">
      {(["two_person_rule", "remove_adverts"] as const).map((name) => (
        <Field
          key={name}
          name={name}
          note={t(`settings.${name}_note`)}
          usual={onOff(defaults[name])}
          control={({ label, note }) => (
            <Switch
              size="md"
              aria-labelledby={label}
              aria-describedby={note}
              checked={shown[name]}
              disabled={!may}
              onChange={(event) => turn(name, event.currentTarget.checked)}
            />
          )}
        />
      ))}
      <Modal opened={asking} onClose={close} title={t("settings.remove_adverts")} centered>
        <Text size="sm">{t("settings.remove_sure")}</Text>
        <Group mt="md" justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            {t("act.cancel")}
          </Button>
          <Button
            onClick={() => {
              set("remove_adverts", true);
              close();
            }}
          >
            {t("settings.remove_yes")}
          </Button>
        </Group>
      </Modal>
    </Part>
  );
}

import { Button, CloseButton, Group, Paper, Switch, Text, TextInput } from "@mantine/core";
import { useState, type ReactNode, type SyntheticEvent } from "react";
import type { SettingsShown } from "@/api/shapes";
import { useWords } from "@/words/words";
import { Calendar } from "./Calendar";
import { withDay, without, withWord } from "./choosing";
import { Field, Part, useChoosing } from "./Field";
import classes from "./settings.module.css";

const TOPIC_LENGTH = 40;

function Listed({ words, none, remove }: { words: readonly string[]; none: string; remove: ((word: string) => void) | null }) {
  const { t } = useWords();
  if (words.length === 0) {
    return (
      <Text size="sm" c="dimmed" mt={6}>
        {none}
      </Text>
    );
  }
  return (
    <ul className={classes.list}>
      {words.map((word) => (
        <Paper key={word} component="li" withBorder radius="xl" pl="sm" pr={remove === null ? "sm" : 4} py={2}>
          <Group gap={4} wrap="nowrap">
            <Text size="sm" style={{ overflowWrap: "anywhere" }}>
              {word}
            </Text>
            {remove !== null && <CloseButton size="sm" aria-label={t("settings.take_out", { name: word })} onClick={() => remove(word)} />}
          </Group>
        </Paper>
      ))}
    </ul>
  );
}

export function Adding({ add, children }: { add: () => void; children: ReactNode }) {
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    add();
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" wrap="nowrap">
        {children}
      </Group>
    </form>
  );
}

export function Holidays({ countries }: { countries: SettingsShown["calendars"] }) {
  const { t } = useWords();
  const { shown, may, set } = useChoosing();
  const [day, setDay] = useState("");
  const add = () => {
    set("holidays", withDay(shown.holidays, day));
    setDay("");
  };
  return (
    <Part title="settings.days">
      <Calendar countries={countries} />
      <Field
        name="holidays"
        note={t("settings.holidays_note")}
        usual={t("settings.nothing")}
        control={() =>
          may && (
            <Adding add={add}>
              <TextInput type="date" aria-label={t("settings.holiday_day")} value={day} onChange={(event) => setDay(event.currentTarget.value)} />
              <Button type="submit" variant="default" disabled={day === ""}>
                {t("settings.holiday_add")}
              </Button>
            </Adding>
          )
        }
      >
        <Listed words={shown.holidays} none={t("settings.holiday_none")} remove={may ? (word) => set("holidays", without(shown.holidays, word)) : null} />
      </Field>
    </Part>
  );
}

export function Topics() {
  const { t } = useWords();
  const { shown, may, set } = useChoosing();
  const [word, setWord] = useState("");
  const add = () => {
    set("untouchable", withWord(shown.untouchable, word));
    setWord("");
  };
  return (
    <Part title="settings.topics">
      <Field
        name="untouchable"
        note={t("settings.untouchable_note")}
        usual={t("settings.nothing")}
        control={() =>
          may && (
            <Adding add={add}>
              <TextInput maxLength={TOPIC_LENGTH} aria-label={t("settings.topic_word")} value={word} onChange={(event) => setWord(event.currentTarget.value)} />
              <Button type="submit" variant="default" disabled={word.trim() === ""}>
                {t("settings.topic_add")}
              </Button>
            </Adding>
          )
        }
      >
        <Listed words={shown.untouchable} none={t("settings.topic_none")} remove={may ? (each) => set("untouchable", without(shown.untouchable, each)) : null} />
      </Field>
    </Part>
  );
}

const LANES = ["safety", "mention", "obligation", "opportunity", "calendar"] as const;

/** Every move with its purpose in one line, by lane, each a switch. */
export function Moves({ moves }: { moves: SettingsShown["moves"] }) {
  const { t } = useWords();
  const { shown } = useChoosing();
  return (
    <Part title="settings.moves" note={t("settings.moves_note")}>
      {shown.off.length > 0 && <Field name="off" note={t("settings.moves_off", { count: shown.off.length })} usual={t("settings.on")} control={() => null} />}
      {LANES.map((lane) => (
        <Lane key={lane} lane={lane} moves={moves.filter((move) => move.lane === lane)} />
      ))}
    </Part>
  );
}

/** The moves of one lane, folded away until somebody wants to choose among them. */
function Lane({ lane, moves }: { lane: (typeof LANES)[number]; moves: SettingsShown["moves"] }) {
  const { t, named } = useWords();
  const { shown } = useChoosing();
  const on = moves.filter((move) => !shown.off.includes(move.id)).length;
  if (moves.length === 0) return null;
  return (
    <details className={`${classes.row ?? ""} ${classes.lane ?? ""}`}>
      <summary>
        <span className={classes.laneName}>{named("lane", lane)}</span>
        <Text span size="sm" c="dimmed">
          {t("settings.lane_on", { on, all: moves.length })}
        </Text>
      </summary>
      {moves.map((move) => (
        <MoveSwitch key={move.id} id={move.id} />
      ))}
    </details>
  );
}

function MoveSwitch({ id }: { id: string }) {
  const { named } = useWords();
  const { shown, may, set } = useChoosing();
  return (
    <Switch
      my="xs"
      label={named("move", id)}
      description={named("purpose", id)}
      checked={!shown.off.includes(id)}
      disabled={!may}
      onChange={(event) => set("off", event.currentTarget.checked ? without(shown.off, id) : [...shown.off, id].sort())}
    />
  );
}

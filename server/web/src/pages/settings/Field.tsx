import { Button, Paper, Text, Title } from "@mantine/core";
import { createContext, use, useId, type ReactNode } from "react";
import type { Chosen } from "@/api/shapes";
import { useWords, type Key } from "@/words/words";
import { same, type Name } from "./choosing";
import classes from "./settings.module.css";

export interface Choosing {
  shown: Chosen;
  defaults: Chosen;
  may: boolean;
  set: <N extends Name>(name: N, value: Chosen[N]) => void;
}

const ChoosingContext = createContext<Choosing | null>(null);
export const ChoosingProvider = ChoosingContext;

export function useChoosing(): Choosing {
  const choosing = use(ChoosingContext);
  if (choosing === null) throw new Error("nothing is chosen here");
  return choosing;
}

export function Part({ title, note, children }: { title: Key; note?: string; children: ReactNode }) {
  const { t } = useWords();
  const id = useId();
  return (
    <Paper withBorder component="section" aria-labelledby={id} px="md" py="sm" mb="md">
      <Title order={2} size="h4" id={id}>
        {t(title)}
      </Title>
      {note !== undefined && (
        <Text size="sm" c="dimmed">
          {note}
        </Text>
      )}
      <div className={classes.rows}>{children}</div>
    </Paper>
  );
}

interface FieldProps {
  name: Name;
  note?: string;
  /** The default in words, for the button that goes back to it. */
  usual: string;
  wide?: boolean;
  control: (ids: { label: string; note: string }) => ReactNode;
  children?: ReactNode;
}

/** One setting: what it is called, what it does, its control, and the way back to the default. */
export function Field({ name, note, usual, wide = false, control, children }: FieldProps) {
  const { t } = useWords();
  const { shown, defaults, may, set } = useChoosing();
  const id = useId();
  const label = t(`settings.${name === "off" ? "moves" : name}` as Key);
  const ids = { label: `${id}-label`, note: `${id}-note` };
  return (
    <div className={classes.row}>
      <div className={classes.ask}>
        <div className={classes.words}>
          <Text fw={600} id={ids.label}>
            {label}
          </Text>
          <Text size="sm" c="dimmed" id={ids.note}>
            {note}
          </Text>
        </div>
        <div className={`${classes.control} ${wide ? classes.wide : ""}`}>{control(ids)}</div>
      </div>
      {children}
      {may && !same(shown[name], defaults[name]) && (
        <Button variant="subtle" size="compact-sm" ml={-8} onClick={() => set(name, defaults[name])} aria-label={t("settings.reset_of", { name: label, value: usual })}>
          {t("settings.reset")} · {t("settings.default", { value: usual })}
        </Button>
      )}
    </div>
  );
}

import { ActionIcon, Button, Group, Text, TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState, type KeyboardEvent, type SyntheticEvent } from "react";
import { call } from "@/api/call";
import type { RulesWatched, WatchedRule } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace } from "@/app/session";
import { Icon, type IconName } from "@/parts/icons";
import { failureSentence } from "@/parts/parts";
import { useWords } from "@/words/words";
import { reworded, shifted, without, withWord } from "./choosing";
import { Field, Part, useChoosing } from "./Field";
import { Adding } from "./Lists";
import classes from "./settings.module.css";

const RULE_LENGTH = 80;
const MOVE = "house_rule";

/** What of each rule on the page Simmer can hear; asked of the code that will hear it. */
function useWatched(rules: readonly string[]) {
  const { community } = usePlace();
  return useQuery({
    queryKey: ["watched-rules", community.id, rules],
    queryFn: () => call<RulesWatched>("POST", `/api/communities/${community.id}/house-rules/watched`, { rules }),
    enabled: rules.length > 0,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}

/** The rules of the group: each is cited by its number, so that order and words may change. */
export function HouseRules() {
  const { t } = useWords();
  const { shown, may, set } = useChoosing();
  const notify = useNotify();
  const rules = shown.house_rules;
  const watched = useWatched(rules);
  const [rule, setRule] = useState("");
  const [carried, setCarried] = useState<{ rule: string; by: -1 | 1 } | null>(null);
  const change = (next: string[], text: string) => {
    if (next.join("\n") === rules.join("\n")) return;
    set("house_rules", next);
    notify({ text, lasts: 10_000, undo: () => set("house_rules", rules) });
  };
  const add = () => {
    set("house_rules", withWord(rules, rule));
    setRule("");
  };
  const heard = watched.isPlaceholderData ? undefined : watched.data?.watched;
  return (
    <Part title="settings.house">
      <Field
        name="house_rules"
        note={t("settings.house_rules_note")}
        usual={t("settings.nothing")}
        control={() =>
          may && (
            <Adding add={add}>
              <TextInput maxLength={RULE_LENGTH} aria-label={t("settings.rule_word")} value={rule} onChange={(event) => setRule(event.currentTarget.value)} />
              <Button type="submit" variant="default" disabled={rule.trim() === ""}>
                {t("settings.rule_add")}
              </Button>
            </Adding>
          )
        }
      >
        {rules.length === 0 && (
          <Text size="sm" c="dimmed" mt={6}>
            {t("settings.rule_none")}
          </Text>
        )}
        <ol className={classes.rules}>
          {rules.map((each, at) => (
            <Rule
              key={each}
              rule={each}
              at={at}
              last={at === rules.length - 1}
              watched={heard?.[at]}
              carried={carried?.rule === each ? carried.by : null}
              reword={(words) => change(reworded(rules, at, words), t("settings.rule_reworded", { number: at + 1 }))}
              shift={(by) => {
                setCarried({ rule: each, by });
                change(shifted(rules, at, by), t("settings.rule_moved", { number: at + 1, to: at + 1 + by }));
              }}
              remove={() => change(without(rules, each), t("settings.rule_removed", { number: at + 1 }))}
            />
          ))}
        </ol>
        {watched.isError && (
          <Text size="sm" c="dimmed" role="alert">
            {failureSentence(watched.error, t)}
          </Text>
        )}
        {rules.length > 0 && shown.off.includes(MOVE) && <Text size="sm">{t("settings.rule_off")}</Text>}
      </Field>
    </Part>
  );
}

interface RuleProps {
  rule: string;
  at: number;
  last: boolean;
  watched: WatchedRule | undefined;
  /** Which way it was just carried, so that the key that did it can do it again. */
  carried: -1 | 1 | null;
  reword: (words: string) => void;
  shift: (by: -1 | 1) => void;
  remove: () => void;
}

function Rule({ rule, at, last, watched, carried, reword, shift, remove }: RuleProps) {
  const { t } = useWords();
  const { may } = useChoosing();
  const [editing, setEditing] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (carried === null) return;
    const wished = row.current?.querySelector<HTMLButtonElement>(`[data-by="${carried}"]`);
    const other = row.current?.querySelector<HTMLButtonElement>(`[data-by="${-carried}"]`);
    (wished?.disabled === true ? other : wished)?.focus();
  }, [carried, at]);
  const onKey = (event: KeyboardEvent) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (by === 0 || !event.altKey || !may || editing) return;
    event.preventDefault();
    if (!(by === -1 ? at === 0 : last)) shift(by);
  };
  return (
    <li ref={row} onKeyDown={onKey} className={classes.rule}>
      <span aria-hidden>{at + 1}.</span>
      <div className={classes.words}>
        {editing ? (
          <Rewording rule={rule} keep={reword} close={() => setEditing(false)} />
        ) : (
          <Text size="sm" style={{ overflowWrap: "anywhere" }}>
            {rule}
          </Text>
        )}
        <Heard watched={watched} />
      </div>
      {may && !editing && (
        <Group gap={2} wrap="nowrap">
          <Act icon="edit" label={t("settings.rule_edit", { number: at + 1 })} act={() => setEditing(true)} />
          <Act icon="up" by={-1} off={at === 0} label={t("settings.rule_up", { number: at + 1 })} act={() => shift(-1)} />
          <Act icon="down" by={1} off={last} label={t("settings.rule_down", { number: at + 1 })} act={() => shift(1)} />
          <Act icon="close" label={t("settings.take_out", { name: rule })} act={remove} />
        </Group>
      )}
    </li>
  );
}

function Act({ icon, label, act, by, off = false }: { icon: IconName; label: string; act: () => void; by?: number; off?: boolean }) {
  return (
    <ActionIcon variant="subtle" size="lg" aria-label={label} title={label} onClick={act} disabled={off} data-by={by}>
      <Icon name={icon} size={18} />
    </ActionIcon>
  );
}

function Rewording({ rule, keep, close }: { rule: string; keep: (words: string) => void; close: () => void }) {
  const { t } = useWords();
  const [words, setWords] = useState(rule);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    keep(words);
    close();
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        data-autofocus
        ref={(field) => field?.focus()}
        maxLength={Math.max(RULE_LENGTH, rule.length)}
        aria-label={t("settings.rule_word")}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Escape" && close()}
      />
      <Group gap="xs" mt={6}>
        <Button type="submit" size="compact-md" disabled={words.trim() === ""}>
          {t("settings.rule_keep")}
        </Button>
        <Button size="compact-md" variant="default" onClick={close}>
          {t("act.cancel")}
        </Button>
      </Group>
    </form>
  );
}

/** Whether somebody who goes against the rule is heard, and by what. */
function Heard({ watched }: { watched: WatchedRule | undefined }) {
  const { t, named, language } = useWords();
  if (watched === undefined) return null;
  const kinds = watched.kinds.map((kind) => (kind === "subject" ? watched.words.join(language === "zh" ? "、" : ", ") : named("watch", kind)));
  return (
    <Text size="xs" c="dimmed">
      {kinds.length === 0 ? t("settings.rule_unheard") : t("settings.rule_heard", { kinds: kinds.join(" · ") })}
    </Text>
  );
}

import { Alert, Button, Group, NumberInput, Progress, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call, read } from "@/api/call";
import type { Budget as Shown } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace } from "@/app/session";
import { failureSentence, Loaded } from "@/parts/parts";
import { dayWord } from "@/words/clock";
import { countWord, moneyWord } from "@/words/money";
import { useWords } from "@/words/words";
import { spentIn } from "./choosing";
import { Part } from "./Field";
import classes from "./settings.module.css";

/** What the model costs: today's meter, two weeks, and the limit of a day. */
export function Budget() {
  const { t } = useWords();
  const { community } = usePlace();
  const budget = useQuery({
    queryKey: ["budget", community.id],
    queryFn: () => read<Shown>(`/api/communities/${community.id}/budget`),
  });
  return (
    <Part title="budget.title">
      <Loaded from={budget}>{(shown) => (shown.model === null ? <None text={t("budget.none")} how={t("budget.none_how")} /> : <Meter shown={shown} model={shown.model} />)}</Loaded>
    </Part>
  );
}

function None({ text, how }: { text: string; how: string }) {
  return (
    <div className={classes.row}>
      <Text>{text}</Text>
      <Text size="sm" c="dimmed">
        {how}
      </Text>
    </div>
  );
}

function Meter({ shown, model }: { shown: Shown; model: string }) {
  const { t, language } = useWords();
  const used = spentIn(shown.days.at(-1));
  const count = (tokens: number) => countWord(tokens, language);
  const left = count(Math.max(0, shown.limit - used));
  const said = { open: t("budget.left", { left }), reserved: t("budget.kept", { left }), spent: t("budget.spent"), none: "" }[shown.state];
  return (
    <>
      <div className={classes.row}>
        <Text size="sm" c="dimmed" mb="xs">
          {t("budget.note", { model })}
        </Text>
        <Text fw={600} id="budget-today">
          {t("budget.today", { used: count(used), limit: count(shown.limit) })}
        </Text>
        <Progress.Root size="lg" my={6}>
          <Progress.Section value={shown.limit === 0 ? 100 : Math.min(100, (100 * used) / shown.limit)} color={shown.state === "open" ? "moss" : "ember"} aria-labelledby="budget-today" />
        </Progress.Root>
        {shown.state === "open" ? <Text size="sm">{said}</Text> : <Alert variant="light" color="yellow" p="xs" title={said} />}
        <Text size="sm" c="dimmed" mt={4}>
          {t("budget.after", { reserved: count(shown.reserved_from) })}
        </Text>
      </div>
      <Fortnight shown={shown} />
      <Limit key={shown.limit} shown={shown} />
    </>
  );
}

function Fortnight({ shown }: { shown: Shown }) {
  const { t, language } = useWords();
  const { community } = usePlace();
  const [now] = useState(() => new Date());
  const most = Math.max(1, ...shown.days.map(spentIn));
  const all = shown.days.reduce((sum, day) => sum + (day.money ?? 0), 0);
  const today = shown.days.at(-1)?.money ?? null;
  const money = (amount: number) => moneyWord(amount, shown.currency, language);
  const said = (day: Shown["days"][number]) => {
    const facts = { day: dayWord(new Date(`${day.day}T12:00:00Z`), now, language, community.timezone), in: countWord(day.tokens_in, language), out: countWord(day.tokens_out, language) };
    return day.money === null ? t("budget.day", facts) : t("budget.day_money", { ...facts, money: money(day.money) });
  };
  return (
    <div className={classes.row}>
      <Text fw={600}>{t("budget.days")}</Text>
      {shown.days.every((day) => spentIn(day) === 0) ? (
        <Text size="sm" c="dimmed">
          {t("budget.quiet_days")}
        </Text>
      ) : (
        <ol className={classes.days} aria-label={t("budget.days_label")}>
          {shown.days.map((day) => (
            <li key={day.day} title={said(day)} aria-label={said(day)}>
              <span style={{ height: `${(100 * spentIn(day)) / most}%` }} />
            </li>
          ))}
        </ol>
      )}
      {today !== null && (
        <Text size="sm" c="dimmed">
          {t("budget.money", { today: money(today), all: money(all) })}
        </Text>
      )}
    </div>
  );
}

function Limit({ shown }: { shown: Shown }) {
  const { t, language } = useWords();
  const [limit, setLimit] = useState<number | string>(shown.limit);
  const save = useLimit(shown);
  const most = countWord(shown.most, language);
  const tooMuch = typeof limit === "number" && limit > shown.most;
  const ready = typeof limit === "number" && !tooMuch && limit !== shown.limit;
  return (
    <div className={classes.row}>
      <NumberInput
        label={t("budget.limit")}
        description={`${t("budget.limit_note", { most })} ${t("budget.zero")}`}
        error={tooMuch && t("budget.too_much", { most })}
        min={0}
        step={10_000}
        allowDecimal={false}
        thousandSeparator=","
        maw={320}
        value={limit}
        disabled={!shown.may_change || save.isPending}
        onChange={setLimit}
      />
      {shown.may_change ? (
        <Group gap="xs" mt="xs">
          <Button size="sm" disabled={!ready} loading={save.isPending} onClick={() => typeof limit === "number" && save.mutate({ limit, undo: shown.own ? shown.limit : null })}>
            {t("budget.save")}
          </Button>
          {shown.own && (
            <Button size="sm" variant="subtle" disabled={save.isPending} onClick={() => save.mutate({ limit: null, undo: shown.limit })}>
              {t("settings.reset")} · {t("budget.usual", { most })}
            </Button>
          )}
        </Group>
      ) : (
        <Text size="sm" c="dimmed" mt={4}>
          {t("budget.read_only")}
        </Text>
      )}
    </div>
  );
}

interface Saving {
  limit: number | null;
  /** What to go back to; undefined where this is the going back. */
  undo?: number | null;
}

function useLimit(shown: Shown) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: ({ limit }: Saving) => call<Shown>("PUT", `/api/communities/${community.id}/budget`, { limit: limit === shown.most ? null : limit }),
    onSuccess: (fresh, { undo }) => {
      client.setQueryData(["budget", community.id], fresh);
      if (undo === undefined) notify({ text: t("budget.back") });
      else notify({ text: t("budget.saved"), lasts: 10_000, undo: () => save.mutate({ limit: undo }) });
    },
    onError: (error) => notify({ text: failureSentence(error, t), tone: "failure" }),
  });
  return save;
}

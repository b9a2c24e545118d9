import { Button, Group, NativeSelect, Radio, Stack, Switch, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { call, read } from "@/api/call";
import type { Consent, ConsentGiven, Consents } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { Day, failureSentence, Loaded } from "@/parts/parts";
import { useWords } from "@/words/words";

type Kind = Consent["kind"];
type Shape = NonNullable<Consent["shape"]>;
/** What stands under a switch begins where its label does. */
const INDENT = 46;
const SHAPES: readonly Shape[] = ["name", "nickname", "anonymous"];

interface Change {
  kind: Kind;
  /** What is agreed to; null takes it back. */
  value: ConsentGiven | null;
  /** What held before, for one step back; undefined where this is that step. */
  before?: Consent;
}

function valueOf({ given_at, birthday, shape, nickname }: Consent): ConsentGiven | null {
  return given_at === null ? null : { birthday, shape, nickname };
}

/** What the reader agreed to: one tap to give, one to take back. */
export function Agreed() {
  const { t } = useWords();
  const { community } = usePlace();
  const home = `/api/communities/${community.id}/me/consents`;
  const consents = useQuery({
    queryKey: ["consents", community.id],
    queryFn: async () => (await read<Consents>(home)).consents,
  });
  const change = useChange(home);
  return (
    <Loaded from={consents}>
      {(all) => {
        const of = (kind: Kind) => all.find((one) => one.kind === kind);
        const seed = of("seed");
        const milestone = of("milestone");
        const credit = of("credit");
        return (
          <Stack gap="md">
            {seed !== undefined && <Tap consent={seed} change={change} />}
            {milestone !== undefined && (
              <Tap consent={milestone} change={change}>
                <Birthday key={milestone.birthday ?? ""} consent={milestone} change={change} />
              </Tap>
            )}
            {credit !== undefined && <Credit key={`${credit.shape}:${credit.nickname}`} consent={credit} change={change} />}
            <Text size="xs" c="dimmed">
              {t("agreed.kept_note")}
            </Text>
          </Stack>
        );
      }}
    </Loaded>
  );
}

function useChange(home: string) {
  const { t } = useWords();
  const { community } = usePlace();
  const client = useQueryClient();
  const notify = useNotify();
  const refresh = useRefresh();
  const change = useMutation({
    mutationFn: ({ kind, value }: Change) => (value === null ? call<Consents>("DELETE", `${home}/${kind}`) : call<Consents>("PUT", `${home}/${kind}`, value)),
    onSuccess: ({ consents }, { kind, value, before }) => {
      client.setQueryData(["consents", community.id], consents);
      refresh(["seeds", community.id]);
      const text = t(value === null ? "agreed.taken_back" : "agreed.given");
      if (before === undefined) notify({ text });
      else notify({ text, lasts: 9_000, undo: () => change.mutate({ kind, value: valueOf(before) }) });
    },
    onError: (error) => notify({ text: failureSentence(error, t), tone: "failure" }),
  });
  return change;
}

type Changing = ReturnType<typeof useChange>;

function Tap({ consent, change, children }: { consent: Consent; change: Changing; children?: React.ReactNode }) {
  const { t } = useWords();
  const { kind, given_at } = consent;
  const given = given_at !== null;
  return (
    <div>
      <Switch
        label={t(`agreed.${kind === "seed" ? "seed" : "milestone"}`)}
        description={t(`agreed.${kind === "seed" ? "seed" : "milestone"}_note`)}
        checked={given}
        disabled={change.isPending}
        onChange={(event) => change.mutate({ kind, value: event.currentTarget.checked ? {} : null, before: consent })}
      />
      {given_at !== null && (
        <Text size="xs" c="dimmed" mt={4} pl={INDENT}>
          {t("agreed.since")} <Day at={given_at} />
        </Text>
      )}
      {given && children}
    </div>
  );
}

const MONTHS = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, "0"));
const LONGEST: Record<string, number> = { "02": 29, "04": 30, "06": 30, "09": 30, "11": 30 };

function Birthday({ consent, change }: { consent: Consent; change: Changing }) {
  const { t } = useWords();
  const [kept, setKept] = useState(consent.birthday ?? "");
  const [month = "", day = ""] = kept.split("-");
  const days = Array.from({ length: LONGEST[month] ?? 31 }, (_, at) => String(at + 1).padStart(2, "0"));
  const whole = month !== "" && days.includes(day);
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (whole) change.mutate({ kind: "milestone", value: { birthday: kept }, before: consent });
  };
  return (
    <form onSubmit={save}>
      <Group gap="xs" mt="xs" pl={INDENT} align="flex-end">
        <NativeSelect label={t("agreed.birthday_month")} value={month} data={["", ...MONTHS]} onChange={(event) => setKept(`${event.currentTarget.value}-${day}`)} />
        <NativeSelect label={t("agreed.birthday_day")} value={day} data={["", ...days]} onChange={(event) => setKept(`${month}-${event.currentTarget.value}`)} />
        <Button type="submit" variant="default" disabled={!whole || kept === consent.birthday || change.isPending}>
          {t("agreed.birthday_save")}
        </Button>
        {consent.birthday !== null && (
          <Button variant="subtle" disabled={change.isPending} onClick={() => change.mutate({ kind: "milestone", value: {}, before: consent })}>
            {t("agreed.birthday_forget")}
          </Button>
        )}
      </Group>
    </form>
  );
}

function Credit({ consent, change }: { consent: Consent; change: Changing }) {
  const { t } = useWords();
  const [shape, setShape] = useState<Shape | null>(consent.shape);
  const [nickname, setNickname] = useState(consent.nickname ?? "");
  const pick = (value: string) => {
    const next = value as Shape;
    setShape(next);
    if (next !== "nickname") change.mutate({ kind: "credit", value: { shape: next }, before: consent });
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    change.mutate({ kind: "credit", value: { shape: "nickname", nickname }, before: consent });
  };
  return (
    <div>
      <Radio.Group label={t("agreed.credit")} description={t("agreed.credit_note")} value={shape} onChange={pick}>
        <Group gap="md" mt="xs">
          {SHAPES.map((one) => (
            <Radio key={one} value={one} label={t(`agreed.shape_${one}`)} disabled={change.isPending} />
          ))}
        </Group>
      </Radio.Group>
      {shape === "nickname" && (
        <form onSubmit={save}>
          <Group gap="xs" mt="xs" align="flex-end">
            <TextInput label={t("agreed.nickname")} value={nickname} maxLength={40} onChange={(event) => setNickname(event.currentTarget.value)} />
            <Button type="submit" variant="default" disabled={nickname.trim() === "" || nickname === consent.nickname || change.isPending}>
              {t("act.save")}
            </Button>
          </Group>
        </form>
      )}
      {consent.given_at !== null && (
        <Button mt="xs" ml={-8} size="compact-sm" variant="subtle" disabled={change.isPending} onClick={() => change.mutate({ kind: "credit", value: null, before: consent })}>
          {t("agreed.credit_back")}
        </Button>
      )}
    </div>
  );
}

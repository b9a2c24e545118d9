import { Alert, Anchor, Button, Group, NativeSelect, NumberInput, Paper, Stack, Text, TextInput, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { call, post, read } from "@/api/call";
import type { ArticleLife as Life, ArticleRow, FieldResult } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { Day, failureSentence } from "@/parts/parts";
import { useWords } from "@/words/words";

export function useLife(id: number) {
  return useQuery({ queryKey: ["life", id], queryFn: () => read<Life>(`/api/articles/${id}/life`) });
}

/** What happened when members tried what a sentence says; nothing where nobody did. */
export function FieldLine({ article, claim }: { article: number; claim: number }) {
  const life = useLife(article);
  const found = life.data?.field_results.find((one) => one.claim_id === claim);
  return found === undefined ? null : <Tried result={found} />;
}

function Tried({ result }: { result: FieldResult }) {
  const { t } = useWords();
  if (result.worked === null) {
    return (
      <Text size="sm" c="dimmed">
        {t("trial.few", { tried: result.tried })}
      </Text>
    );
  }
  return (
    <Text size="sm" c="dimmed">
      {t("trial.result", { tried: result.tried, worked: result.worked })}
      {(result.partly ?? 0) > 0 && t("trial.result_partly", { partly: result.partly })}
      {(result.not_worked ?? 0) > 0 && t("trial.result_not", { not: result.not_worked })}
      {t("trial.result_end")}
      {result.conditions.map((held) => (
        <span key={`${held.outcome} ${held.condition}`}>
          {" "}
          {t(`trial.held_${held.outcome as "worked" | "partly" | "not"}`, { members: held.members, condition: held.condition })}
        </span>
      ))}
    </Text>
  );
}

/** Who verifies an article until when, its versions, and for those who sign: what they may do. */
export function ArticleLife({ id }: { id: number }) {
  const { t, named } = useWords();
  const { community } = usePlace();
  const life = useLife(id);
  if (life.data === undefined) return null;
  const found = life.data;
  const home = `/c/${community.slug}/library`;
  const open = found.state === "shelved" || found.state === "due" || found.state === "stale";
  const others = found.versions.filter((one) => one.id !== found.id);
  if (!open && others.length === 0) return null;
  return (
    <Paper withBorder p="md" mt="lg" className="measure" component="section" aria-labelledby="life-title">
      <Title order={2} size="h5" id="life-title">
        {t("life.title")}
      </Title>
      {found.state === "due" && (
        <Alert color="yellow" variant="light" my="xs" p="xs">
          {t("life.due")}
        </Alert>
      )}
      {open && <Held life={found} />}
      {others.length > 0 && (
        <Group gap="sm" mt="xs">
          <Text size="sm">{t("life.versions")}</Text>
          {others.map((one) => (
            <Group key={one.id} gap={6}>
              <Anchor component={Link} size="sm" href={one.state === "shelved" || one.state === "due" ? `${home}/${one.id}` : `${home}/version/${one.id}`}>
                {t("life.version", { version: one.version })}
              </Anchor>
              <Text size="xs" c="dimmed">
                {named("state", one.state)}
              </Text>
              <Anchor component={Link} size="sm" href={`${home}/compare/${found.id}/${one.id}`}>
                {t("life.compare")}
              </Anchor>
            </Group>
          ))}
        </Group>
      )}
      {found.may_keep && open && <Keeping life={found} />}
    </Paper>
  );
}

/** Since when and for how long it holds, and who is asked next. */
function Held({ life }: { life: Life }) {
  const { t } = useWords();
  return (
    <Text size="sm">
      {life.verified_at !== null && (
        <>
          {t("life.verified")} <Day at={life.verified_at} />
          {" · "}
        </>
      )}
      {t(life.own_period ? "life.own_period" : "life.period", { days: life.period_days })}
      {" · "}
      {life.verifier === null ? t("life.nobody") : t("life.verifier", { name: life.verifier.name })}
      {life.instead_of !== null && ` (${t("life.instead_of", { name: life.instead_of.name })})`}
    </Text>
  );
}

/** What of an article is being reviewed: a new version of it, or claims that are open again. */
export function InReview({ id }: { id: number }) {
  const { t } = useWords();
  const { community } = usePlace();
  const life = useLife(id).data;
  const review = `/c/${community.slug}/review`;
  if (life === undefined || (life.draft_id === null && life.reopened === 0)) return null;
  return (
    <Alert color="ember" variant="light" mb="md" p="xs">
      <Group gap="sm">
        {life.draft_id !== null && (
          <Anchor component={Link} href={`${review}/${life.draft_id}`} size="sm">
            {t("life.draft")}
          </Anchor>
        )}
        {life.reopened > 0 && (
          <Anchor component={Link} href={`${review}/${life.id}`} size="sm">
            {t("life.reopened", { count: life.reopened })}
          </Anchor>
        )}
      </Group>
    </Alert>
  );
}

export function useKeeping(life: Life) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const fresh = () => refresh(["life"], ["version"], ["article", life.id], ["articles", community.id], ["due", community.id], ["trust", community.id], ["distillations", community.id]);
  const fail = (error: unknown) => notify({ text: failureSentence(error, t), tone: "failure" });
  const restore = useMutation({
    mutationFn: () => post(`/api/articles/${life.id}/restore`),
    onSuccess: () => notify({ text: t("life.said_restored") }),
    onSettled: fresh,
    onError: fail,
  });
  return { t, community, notify, fresh, fail, restore };
}

function Keeping({ life }: { life: Life }) {
  const { t } = useWords();
  const [open, { toggle }] = useDisclosure(false);
  return (
    <>
      <Group gap="xs" mt="sm">
        {life.draft_id === null && <Revise life={life} />}
        <Button size="compact-sm" variant="default" aria-expanded={open} onClick={toggle}>
          {t("life.more")}
        </Button>
      </Group>
      {open && (
        <Stack gap="sm" mt="sm">
          <Period life={life} />
          <Verifier life={life} />
          <Supersede life={life} />
          <Archive life={life} />
        </Stack>
      )}
    </>
  );
}

function Revise({ life }: { life: Life }) {
  const { t, community, fail } = useKeeping(life);
  const [, go] = useLocation();
  const revise = useMutation({
    mutationFn: () => post<{ id: number }>(`/api/articles/${life.id}/revise`),
    onSuccess: ({ id }) => go(`/c/${community.slug}/review/${id}`),
    onError: fail,
  });
  return (
    <Button size="compact-sm" variant="default" loading={revise.isPending} onClick={() => revise.mutate()}>
      {t("life.revise")}
    </Button>
  );
}

function Period({ life }: { life: Life }) {
  const { t, notify, fresh, fail } = useKeeping(life);
  const [days, setDays] = useState<number | string>(life.period_days);
  const set = useMutation({
    mutationFn: (value: number | null) => call("PUT", `/api/articles/${life.id}/period`, { days: value }),
    onSuccess: () => notify({ text: t("life.said_period") }),
    onSettled: fresh,
    onError: fail,
  });
  return (
    <Group gap="xs" align="flex-end">
      <NumberInput size="sm" w={150} label={t("life.period_label")} min={7} max={730} value={days} onChange={setDays} />
      <Button size="sm" variant="default" loading={set.isPending} disabled={typeof days !== "number" || days === life.period_days} onClick={() => set.mutate(Number(days))}>
        {t("act.save")}
      </Button>
      {life.own_period && (
        <Button size="sm" variant="subtle" color="gray" onClick={() => set.mutate(null)}>
          {t("life.period_usual")}
        </Button>
      )}
    </Group>
  );
}

function Verifier({ life }: { life: Life }) {
  const { t, notify, fresh, fail } = useKeeping(life);
  const set = useMutation({
    mutationFn: (member_id: number) => call("PUT", `/api/articles/${life.id}/verifier`, { member_id }),
    onSuccess: () => notify({ text: t("life.said_verifier") }),
    onSettled: fresh,
    onError: fail,
  });
  if (life.verifiers.length < 2) return null;
  return (
    <NativeSelect
      size="sm"
      maw={260}
      label={t("life.verifier_label")}
      value={String(life.verifier?.id ?? "")}
      data={life.verifiers.map((one) => ({ value: String(one.id), label: one.name }))}
      onChange={(event) => set.mutate(Number(event.currentTarget.value))}
    />
  );
}

function Supersede({ life }: { life: Life }) {
  const { t, community, notify, fresh, fail, restore } = useKeeping(life);
  const [query, setQuery] = useState("");
  const [, go] = useLocation();
  const wanted = query.trim();
  const found = useQuery({
    queryKey: ["articles", community.id, "supersede", wanted],
    queryFn: async () => (await read<{ articles: ArticleRow[] }>(`/api/communities/${community.id}/articles?query=${encodeURIComponent(wanted)}`)).articles,
    enabled: wanted !== "",
  });
  const set = useMutation({
    mutationFn: (other_id: number) => post<Life>(`/api/articles/${life.id}/supersede`, { other_id }),
    onSuccess: () => {
      notify({ text: t("life.said_superseded"), undo: () => restore.mutate(), lasts: 12_000 });
      go(`/c/${community.slug}/library/version/${life.id}`);
    },
    onSettled: fresh,
    onError: fail,
  });
  const others = (found.data ?? []).filter((one) => one.id !== life.id).slice(0, 5);
  return (
    <div>
      <TextInput size="sm" maw={420} label={t("life.supersede_label")} placeholder={t("life.supersede_example")} value={query} onChange={(event) => setQuery(event.currentTarget.value)} />
      <Group gap="xs" mt={6}>
        {others.map((one) => (
          <Button key={one.id} size="compact-sm" variant="default" loading={set.isPending} onClick={() => set.mutate(one.id)}>
            {t("life.supersede_by", { title: one.title })}
          </Button>
        ))}
        {wanted !== "" && found.data !== undefined && others.length === 0 && <Text size="sm">{t("life.supersede_none")}</Text>}
      </Group>
    </div>
  );
}

function Archive({ life }: { life: Life }) {
  const { t, community, notify, fresh, fail, restore } = useKeeping(life);
  const [, go] = useLocation();
  const archive = useMutation({
    mutationFn: () => post(`/api/articles/${life.id}/archive`),
    onSuccess: () => {
      notify({ text: t("life.said_archived"), undo: () => restore.mutate(), lasts: 12_000 });
      go(`/c/${community.slug}/library/version/${life.id}`);
    },
    onSettled: fresh,
    onError: fail,
  });
  return (
    <Group>
      <Button size="sm" variant="default" loading={archive.isPending} onClick={() => archive.mutate()}>
        {t("life.archive")}
      </Button>
    </Group>
  );
}

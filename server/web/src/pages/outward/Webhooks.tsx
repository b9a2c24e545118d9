import { Anchor, Badge, Button, Checkbox, Code, Group, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call, post, read } from "@/api/call";
import type { Notice as Told, Webhook } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { failureSentence, Loaded, Moment } from "@/parts/parts";
import { useWords, type Key } from "@/words/words";
import { Copy, Section } from "./Section";

const OCCASIONS = ["article.published", "article.withdrawn"] as const;
const SLOW = 4_000;

/** Addresses that are told when something is signed or withdrawn. */
export function Webhooks() {
  const { t } = useWords();
  const { community } = usePlace();
  const hooks = useQuery({
    queryKey: ["webhooks", community.id],
    queryFn: async () => (await read<{ webhooks: Webhook[] }>(`/api/communities/${community.id}/webhooks`)).webhooks,
    refetchInterval: SLOW,
  });
  return (
    <Section title="outward.webhooks" note="outward.webhooks_note">
      <Add />
      <Loaded from={hooks}>
        {(all) =>
          all.length === 0 ? (
            <Text size="sm" c="dimmed" mt="sm">
              {t("outward.webhooks_none")}
            </Text>
          ) : (
            <Stack gap="md" mt="md">
              {all.map((each) => (
                <Row key={each.id} hook={each} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Section>
  );
}

function Add() {
  const { t } = useWords();
  const { community } = usePlace();
  const refresh = useRefresh();
  const [url, setUrl] = useState("");
  const [occasions, setOccasions] = useState<string[]>([...OCCASIONS]);
  const add = useMutation({
    mutationFn: () => post<Webhook>(`/api/communities/${community.id}/webhooks`, { url, occasions }),
    onSuccess: () => {
      setUrl("");
      refresh(["webhooks", community.id]);
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <TextInput label={t("outward.url")} placeholder="https://example.org/hooks/simmer" inputMode="url" value={url} onChange={(event) => setUrl(event.currentTarget.value)} error={add.error === null ? undefined : failureSentence(add.error, t)} required />
      <Checkbox.Group label={t("outward.told_of")} value={occasions} onChange={setOccasions} mt="xs">
        <Group gap="md" mt={4}>
          {OCCASIONS.map((each) => (
            <Checkbox key={each} value={each} label={t(`outward.${each}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <Button type="submit" mt="sm" loading={add.isPending} disabled={url.trim() === "" || occasions.length === 0}>
        {t("outward.add_webhook")}
      </Button>
    </form>
  );
}

function useActs(hook: Webhook) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const done = (text: Key) => () => {
    notify({ text: t(text) });
    refresh(["webhooks", community.id]);
  };
  const onError = (error: unknown) => notify({ text: failureSentence(error, t), tone: "failure" });
  const here = `/api/webhooks/${hook.id}`;
  const restore = useMutation({ mutationFn: () => post<Webhook>(`${here}/restore`), onSuccess: done("outward.webhook_back"), onError });
  const removed = () => {
    notify({ text: t("outward.webhook_removed"), undo: () => restore.mutate() });
    refresh(["webhooks", community.id]);
  };
  return {
    test: useMutation({ mutationFn: () => post<null>(`${here}/test`), onSuccess: done("outward.test_sent"), onError }),
    pause: useMutation({ mutationFn: () => call<Webhook>("PUT", `${here}/pause`, { paused: !hook.paused }), onSuccess: done(hook.paused ? "outward.webhook_on" : "outward.webhook_paused"), onError }),
    remove: useMutation({ mutationFn: () => call<null>("DELETE", here), onSuccess: removed, onError }),
    again: useMutation({ mutationFn: (notice: number) => post<null>(`${here}/notices/${notice}/again`), onSuccess: done("outward.sent_again"), onError }),
  };
}

function Row({ hook }: { hook: Webhook }) {
  const { t } = useWords();
  const acts = useActs(hook);
  const of = (act: Key) => `${t(act)}: ${hook.url}`;
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Group gap="xs" wrap="wrap">
        <Text fw={600} style={{ overflowWrap: "anywhere" }}>
          {hook.url}
        </Text>
        {hook.paused && (
          <Badge variant="outline" color="gray" tt="none">
            {t("outward.paused")}
          </Badge>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {hook.occasions.map((each) => t(`outward.${each}` as Key)).join(" · ")}
      </Text>
      <Group gap="xs" mt={6}>
        <Button size="compact-sm" variant="default" loading={acts.test.isPending} disabled={hook.paused} onClick={() => acts.test.mutate()} aria-label={of("outward.test")}>
          {t("outward.test")}
        </Button>
        <Button size="compact-sm" variant="default" loading={acts.pause.isPending} onClick={() => acts.pause.mutate()} aria-label={of(hook.paused ? "outward.go_on" : "outward.pause")}>
          {t(hook.paused ? "outward.go_on" : "outward.pause")}
        </Button>
        <Button size="compact-sm" variant="default" loading={acts.remove.isPending} onClick={() => acts.remove.mutate()} aria-label={of("outward.remove")}>
          {t("outward.remove")}
        </Button>
        <Anchor component="button" type="button" size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t("outward.secret")}
        </Anchor>
      </Group>
      {open && (
        <Group gap="xs" mt={6}>
          <Code style={{ overflowWrap: "anywhere" }}>{hook.secret}</Code>
          <Copy text={hook.secret} label={t("outward.copy_secret")} />
          <Text size="sm" c="dimmed">
            {t("outward.secret_note")}
          </Text>
        </Group>
      )}
      {hook.notices.length > 0 && (
        <Stack component="ul" gap={2} mt={6} mb={0} pl="md">
          {hook.notices.map((each) => (
            <Line key={each.id} notice={each} again={() => acts.again.mutate(each.id)} />
          ))}
        </Stack>
      )}
    </div>
  );
}

function Line({ notice, again }: { notice: Told; again: () => void }) {
  const { t } = useWords();
  const why = notice.error === null ? (notice.status === null ? "" : t("outward.status", { status: notice.status })) : t(`outward.${notice.error}` as Key);
  return (
    <Text component="li" size="sm" c={notice.state === "failed" ? "red" : "dimmed"}>
      <Moment at={notice.at} /> · {t(notice.occasion === "test" ? "outward.test_notice" : `outward.${notice.occasion}`)}
      {notice.title !== "" && `: ${notice.title}`} · {t(`outward.${notice.state}`)}
      {notice.state !== "delivered" && why !== "" && ` · ${why}`}
      {notice.next_at !== null && (
        <>
          {" "}
          · {t("outward.next_try")} <Moment at={notice.next_at} />
        </>
      )}
      {notice.state === "failed" && (
        <Anchor component="button" type="button" size="sm" ml={6} onClick={again}>
          {t("outward.send_again")}
        </Anchor>
      )}
    </Text>
  );
}

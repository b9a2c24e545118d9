import { Alert, Button, Checkbox, Code, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call, post, read } from "@/api/call";
import type { NewToken, Token } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { Day, failureSentence, Loaded, Moment } from "@/parts/parts";
import { useWords } from "@/words/words";
import { Copy, Section } from "./Section";

const RIGHTS = ["ask", "read"] as const;
const SPANS = [null, 30, 90, 365] as const;

/** Keys for programs: made, shown once, revoked. */
export function Tokens() {
  const { t } = useWords();
  const { community } = usePlace();
  const tokens = useQuery({
    queryKey: ["tokens", community.id],
    queryFn: async () => (await read<{ tokens: Token[] }>(`/api/communities/${community.id}/tokens`)).tokens,
  });
  return (
    <Section title="outward.tokens" note="outward.tokens_note">
      <Make />
      <Loaded from={tokens}>
        {(all) =>
          all.length === 0 ? (
            <Text size="sm" c="dimmed" mt="sm">
              {t("outward.tokens_none")}
            </Text>
          ) : (
            <Stack gap="xs" mt="md">
              {all.map((each) => (
                <Row key={each.id} token={each} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Section>
  );
}

function Make() {
  const { t } = useWords();
  const { community } = usePlace();
  const refresh = useRefresh();
  const [name, setName] = useState("");
  const [rights, setRights] = useState<string[]>([...RIGHTS]);
  const [days, setDays] = useState("");
  const make = useMutation({
    mutationFn: () => post<NewToken>(`/api/communities/${community.id}/tokens`, { name, rights, days: days === "" ? null : Number(days) }),
    onSuccess: () => {
      setName("");
      refresh(["tokens", community.id]);
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <Group align="flex-end" gap="sm">
        <TextInput label={t("outward.token_name")} placeholder={t("outward.token_name_hint")} value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={80} required style={{ flex: "1 1 12rem" }} />
        <NativeSelect label={t("outward.token_days")} value={days} onChange={(event) => setDays(event.currentTarget.value)} data={SPANS.map((span) => ({ value: String(span ?? ""), label: span === null ? t("outward.until_revoked") : t("outward.days", { days: span }) }))} />
      </Group>
      <Checkbox.Group label={t("outward.token_rights")} value={rights} onChange={setRights} mt="xs">
        <Group gap="md" mt={4}>
          {RIGHTS.map((right) => (
            <Checkbox key={right} value={right} label={t(`outward.right_${right}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <Button type="submit" mt="sm" loading={make.isPending} disabled={name.trim() === "" || rights.length === 0}>
        {t("outward.make_token")}
      </Button>
      {make.error !== null && (
        <Text c="red" size="sm" role="alert" mt="xs">
          {failureSentence(make.error, t)}
        </Text>
      )}
      {make.data !== undefined && <Shown made={make.data} close={() => make.reset()} />}
    </form>
  );
}

function Shown({ made, close }: { made: NewToken; close: () => void }) {
  const { t } = useWords();
  return (
    <Alert color="moss" variant="light" mt="sm" role="status" title={t("outward.token_made", { name: made.token.name })} withCloseButton onClose={close} closeButtonLabel={t("act.close")}>
      <Code block style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
        {made.words}
      </Code>
      <Group justify="space-between" mt="xs">
        <Text size="sm">{t("outward.token_once")}</Text>
        <Copy text={made.words} label={t("outward.copy_token")} />
      </Group>
    </Alert>
  );
}

function Row({ token }: { token: Token }) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const [sure, setSure] = useState(false);
  const revoke = useMutation({
    mutationFn: () => call<null>("DELETE", `/api/tokens/${token.id}`),
    onSuccess: () => {
      notify({ text: t("outward.token_revoked", { name: token.name }) });
      refresh(["tokens", community.id]);
    },
    onError: (error) => notify({ text: failureSentence(error, t), tone: "failure" }),
  });
  return (
    <Group justify="space-between" gap="xs" wrap="wrap">
      <div style={{ flex: "1 1 16rem", minWidth: 0 }}>
        <Text fw={600}>
          {token.name}{" "}
          <Text span c="dimmed" fw={400} size="sm">
            …{token.hint}
          </Text>
        </Text>
        <Text size="sm" c="dimmed">
          {token.rights.map((right) => t(`outward.right_${right}`)).join(" · ")} ·{" "}
          {token.last_used_at === null ? (
            t("outward.never_used")
          ) : (
            <>
              {t("outward.last_used")} <Moment at={token.last_used_at} />
            </>
          )}
          {token.expires_at !== null && (
            <>
              {" "}
              · {token.expired ? t("outward.expired") : t("outward.expires")} <Day at={token.expires_at} />
            </>
          )}
        </Text>
      </div>
      {sure ? (
        <Group gap="xs">
          <Button size="compact-sm" color="red" loading={revoke.isPending} onClick={() => revoke.mutate()} autoFocus>
            {t("outward.revoke_sure")}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setSure(false)}>
            {t("outward.keep")}
          </Button>
        </Group>
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => setSure(true)} aria-label={t("outward.revoke_of", { name: token.name })}>
          {t("outward.revoke")}
        </Button>
      )}
    </Group>
  );
}

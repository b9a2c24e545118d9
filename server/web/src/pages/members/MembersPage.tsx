import { Button, Group, NativeSelect, Paper, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Fragment, useState } from "react";
import { call, post, read } from "@/api/call";
import type { Member, Reading, Role, SignInLink } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { failureSentence, Loaded, Moment, PageTitle } from "@/parts/parts";
import { PhoneLink } from "@/pages/review/PhoneLink";
import { useWords, type Key } from "@/words/words";
import { Helps } from "./Helps";
import { Invite } from "./Invite";
import { OneTimeLink } from "./OneTimeLink";
import { givable } from "./roles";
import classes from "./members.module.css";

export default function MembersPage() {
  const { t } = useWords();
  const { community } = usePlace();
  const [query, setQuery] = useState("");
  const members = useQuery({
    queryKey: ["members", community.id],
    queryFn: async () => (await read<{ members: Member[] }>(`/api/communities/${community.id}/members`)).members,
  });
  const readings = useQuery({
    queryKey: ["readings", community.id],
    queryFn: async () => (await read<{ readings: Reading[] }>(`/api/communities/${community.id}/readings`)).readings,
  });
  return (
    <>
      <PageTitle title={t("page.members")} note={t("members.note")} />
      <Invite />
      <TextInput type="search" maw={360} mb="md" label={t("members.find")} value={query} onChange={(event) => setQuery(event.currentTarget.value)} />
      {readings.data !== undefined && (
        <Text size="sm" c="dimmed" maw={680} mb="md">
          {t("members.reading_note")}
        </Text>
      )}
      {readings.error !== null && (
        <Group gap="xs" mb="md" role="status">
          <Text size="sm" c="dimmed">
            {t("members.reading_failed")}
          </Text>
          <Button size="compact-sm" variant="default" onClick={() => void readings.refetch()}>
            {t("act.again")}
          </Button>
        </Group>
      )}
      <Loaded from={members}>
        {(all) => {
          const shown = all.filter((member) => member.name.toLowerCase().includes(query.trim().toLowerCase()));
          if (shown.length === 0) return <Text c="dimmed">{t("members.none_found")}</Text>;
          return (
            <Paper withBorder maw="46rem" component="ul" className={classes.list ?? ""}>
              {shown.map((member) => (
                <Row key={member.id} member={member} reading={readings.data?.find((one) => one.member_id === member.id)} />
              ))}
            </Paper>
          );
        }}
      </Loaded>
    </>
  );
}

function Row({ member, reading }: { member: Member; reading: Reading | undefined }) {
  const { t, named } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const failed = (error: unknown) => notify({ text: failureSentence(error, t), tone: "failure" });
  const change = useMutation({
    mutationFn: ({ role }: { role: Role; before: Role | null }) => call<Member>("PUT", `/api/members/${member.id}/role`, { role }),
    onSuccess: (fresh, { before }) => {
      const text = t("members.said_role", { name: fresh.name, role: named("role", fresh.role) });
      notify(before === null ? { text } : { text, lasts: 10_000, undo: () => change.mutate({ role: before, before: null }) });
      refresh(["members", community.id], ["me"]);
    },
    onError: failed,
  });
  const link = useMutation({ mutationFn: () => post<SignInLink>(`/api/members/${member.id}/link`), onError: failed });
  return (
    <li className={classes.row}>
        <div className={classes.who}>
          <Text fw={600} span>
            {member.name}
            {member.id === community.member_id && (
              <Text span size="sm" c="dimmed">
                {" "}
                {t("members.you")}
              </Text>
            )}
          </Text>
          <Text size="sm" c="dimmed" span>
            <Since member={member} />
          </Text>
        </div>
        {reading !== undefined && <Helps reading={reading} name={member.name} />}
        <Group gap="xs" className={classes.acts ?? ""}>
          {community.role === "owner" ? (
            <NativeSelect
              size="xs"
              aria-label={t("members.role_of", { name: member.name })}
              value={member.role}
              disabled={change.isPending}
              data={givable("owner").map((role) => ({ value: role, label: named("role", role) }))}
              onChange={(event) => change.mutate({ role: givable("owner").find((role) => role === event.currentTarget.value) ?? member.role, before: member.role })}
            />
          ) : (
            <Text size="sm">{named("role", member.role)}</Text>
          )}
          {member.left_at === null && (
            <Button size="compact-sm" variant="default" loading={link.isPending} onClick={() => link.mutate()} aria-label={t("members.link_for", { name: member.name })}>
              {t("members.link")}
            </Button>
          )}
          {member.left_at === null && member.role === "expert" && <PhoneLink member={member} size="compact-sm" />}
        </Group>
        {link.data !== undefined && <OneTimeLink link={link.data} name={member.name} />}
    </li>
  );
}

function Since({ member }: { member: Member }) {
  const { t } = useWords();
  const known: readonly [Key, string | null, boolean][] = [
    ["members.joined", member.joined_at, member.joined_at !== null],
    ["members.left", member.left_at, member.left_at !== null],
    ["members.opted_out", null, member.opted_out],
    ["members.signed_in", null, member.has_account],
  ];
  return known
    .filter(([, , holds]) => holds)
    .map(([key, at], place) => (
      <Fragment key={key}>
        {place > 0 && " · "}
        {t(key)} {at !== null && <Moment at={at} />}
      </Fragment>
    ));
}

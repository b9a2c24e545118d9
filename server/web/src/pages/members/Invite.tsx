import { Button, Group, NativeSelect, Paper, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { post } from "@/api/call";
import type { Member, Role, SignInLink } from "@/api/shapes";
import { usePlace, useRefresh } from "@/app/session";
import { Failure } from "@/parts/parts";
import { useWords } from "@/words/words";
import { OneTimeLink } from "./OneTimeLink";
import { givable } from "./roles";

/** Take somebody in by name, and make the link that lets them in once. */
export function Invite() {
  const { t, named } = useWords();
  const { community } = usePlace();
  const refresh = useRefresh();
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("member");
  const invite = useMutation({
    mutationFn: async () => {
      const member = await post<Member>(`/api/communities/${community.id}/members`, { name: name.trim(), role });
      refresh(["members", community.id]);
      return { member, link: await post<SignInLink>(`/api/members/${member.id}/link`) };
    },
    onSuccess: () => setName(""),
  });
  return (
    <Paper
      withBorder
      p="md"
      mb="md"
      maw="46rem"
      component="form"
      aria-label={t("members.invite")}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") invite.mutate();
      }}
    >
      <Stack gap="sm">
        <div>
          <Text fw={600}>{t("members.invite")}</Text>
          <Text size="sm" c="dimmed">
            {t("members.invite_note")}
          </Text>
        </div>
        <Group align="flex-end" gap="sm">
          <TextInput label={t("members.invite_name")} value={name} maxLength={60} onChange={(event) => setName(event.currentTarget.value)} style={{ flex: "1 1 10rem" }} />
          <NativeSelect
            label={t("members.invite_role")}
            value={role}
            data={givable(community.role).map((each) => ({ value: each, label: named("role", each) }))}
            onChange={(event) => setRole(givable(community.role).find((each) => each === event.currentTarget.value) ?? "member")}
          />
          <Button type="submit" loading={invite.isPending} disabled={name.trim() === ""}>
            {t("members.invite_make")}
          </Button>
        </Group>
        {invite.error !== null && <Failure error={invite.error} />}
        {invite.data !== undefined && <OneTimeLink link={invite.data.link} name={invite.data.member.name} />}
      </Stack>
    </Paper>
  );
}

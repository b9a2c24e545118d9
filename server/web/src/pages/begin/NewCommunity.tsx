import { Button, Group, NativeSelect, Paper, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { post } from "@/api/call";
import type { Membership } from "@/api/shapes";
import { chooseCommunity } from "@/app/home";
import { ME } from "@/app/session";
import { Failure } from "@/parts/parts";
import { useWords } from "@/words/words";

/** The name, the language and the time zone of a community; its talk comes in afterwards. */
export function NewCommunity() {
  const { t, language } = useWords();
  const client = useQueryClient();
  const [, go] = useLocation();
  const [name, setName] = useState("");
  const [speaks, setSpeaks] = useState<string | null>(null);
  const [timezone, setTimezone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const make = useMutation({
    mutationFn: () => post<Membership>("/api/communities", { name: name.trim(), language: speaks ?? language, timezone: timezone.trim() }),
    onSuccess: async (made) => {
      await client.refetchQueries({ queryKey: ME });
      chooseCommunity(made.slug);
      go(`/c/${made.slug}/room`);
    },
  });
  return (
    <Paper
      withBorder
      p="md"
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") make.mutate();
      }}
    >
      <Stack gap="sm">
        <Group align="flex-end" gap="sm">
          <TextInput label={t("community.name")} value={name} maxLength={60} autoFocus required withAsterisk={false} onChange={(event) => setName(event.currentTarget.value)} style={{ flex: "2 1 12rem" }} />
          <NativeSelect
            label={t("community.language")}
            value={speaks ?? language}
            data={[
              { value: "zh", label: "中文" },
              { value: "en", label: "English" },
            ]}
            onChange={(event) => setSpeaks(event.currentTarget.value)}
          />
          <TextInput label={t("community.timezone")} value={timezone} onChange={(event) => setTimezone(event.currentTarget.value)} style={{ flex: "1 1 9rem" }} />
          <Button type="submit" loading={make.isPending} disabled={name.trim() === ""}>
            {t("community.make")}
          </Button>
        </Group>
        {make.error !== null && <Failure error={make.error} />}
      </Stack>
    </Paper>
  );
}

import { Anchor, Button, Group, Paper, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { Link } from "wouter";
import { upload } from "@/api/upload";
import { mayOpen } from "@/app/pages";
import { usePlace, useRefresh } from "@/app/session";
import { failureSentence } from "@/parts/parts";
import { useWords } from "@/words/words";

interface Brought {
  drafts: number;
  known: number;
}

/** Bring articles that were written before: each entry becomes a draft to sign. */
export function Articles() {
  const { t } = useWords();
  const { community } = usePlace();
  const refresh = useRefresh();
  const field = useRef<HTMLInputElement>(null);
  const bring = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append("file", file);
      return upload<Brought>(`/api/communities/${community.id}/articles`, form, () => undefined);
    },
    onSuccess: () => refresh(["distillations", community.id]),
  });
  return (
    <Paper withBorder p="md">
      <Text fw={600}>{t("bring.title")}</Text>
      <Text size="sm" c="dimmed" mb="sm">
        {t("bring.note")}
      </Text>
      <input
        ref={field}
        type="file"
        hidden
        aria-hidden="true"
        tabIndex={-1}
        data-testid="articles-file"
        accept=".md,.markdown,.txt,.csv,.tsv,.xlsx,.docx,.zip"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) bring.mutate(file);
          event.currentTarget.value = "";
        }}
      />
      <Group gap="sm">
        <Button variant="default" loading={bring.isPending} onClick={() => field.current?.click()}>
          {t("bring.choose")}
        </Button>
        <Text size="sm" role="status" c={bring.isError ? "red" : "dimmed"}>
          {bring.isError && failureSentence(bring.error, t)}
          {bring.data !== undefined && t("bring.done", { count: bring.data.drafts })}
          {bring.data !== undefined && bring.data.known > 0 && ` ${t("bring.done_known", { count: bring.data.known })}`}
        </Text>
        {bring.data !== undefined && mayOpen(community.role, "review") && (
          <Anchor component={Link} href={`/c/${community.slug}/review`} size="sm">
            {t("bring.go")}
          </Anchor>
        )}
      </Group>
    </Paper>
  );
}

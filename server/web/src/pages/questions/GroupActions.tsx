import { Anchor, Button, Group, Text, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { post } from "@/api/call";
import type { QuestionGroup } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { mayOpen } from "@/app/pages";
import { usePlace, useRefresh } from "@/app/session";
import { Failure } from "@/parts/parts";
import { useWords } from "@/words/words";

/** What can be done for everybody who asked the same: ask on, write the answer, or note it is settled. */
export function GroupActions({ group }: { group: QuestionGroup }) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const [writing, setWriting] = useState(false);
  const [draft, setDraft] = useState<number | null>(null);
  const ids = group.questions.map((one) => one.id);
  const path = `/api/communities/${community.id}/questions`;
  const handOn = useMutation({
    mutationFn: (to: "group" | "expert") => post(`${path}/hand-on`, { ids, to }),
    onSuccess: (_, to) => {
      notify({ text: to === "group" ? t("questions.said_group") : t("questions.said_expert", { name: group.expert ?? "" }) });
      refresh(["questions", community.id], ["suggestions", community.id]);
    },
  });
  const resolve = useMutation({
    mutationFn: () => post(`${path}/resolve`, { ids }),
    onSuccess: () => {
      notify({ text: t("questions.said_resolved") });
      refresh(["questions", community.id]);
    },
  });
  const failure = handOn.error ?? resolve.error;
  return (
    <>
      <Group gap="xs" mt="sm">
        <Button size="compact-sm" onClick={() => setWriting(!writing)} aria-expanded={writing}>
          {t("questions.write")}
        </Button>
        <Button size="compact-sm" variant="default" loading={handOn.isPending && handOn.variables === "group"} onClick={() => handOn.mutate("group")}>
          {t("questions.ask_group")}
        </Button>
        {group.expert !== null && (
          <Button size="compact-sm" variant="default" loading={handOn.isPending && handOn.variables === "expert"} onClick={() => handOn.mutate("expert")}>
            {t("questions.give_expert", { name: group.expert })}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" loading={resolve.isPending} onClick={() => resolve.mutate()}>
          {t("questions.resolve")}
        </Button>
      </Group>
      {writing && (
        <Write
          ids={ids}
          written={(id) => {
            setDraft(id);
            setWriting(false);
          }}
          close={() => setWriting(false)}
        />
      )}
      {draft !== null && !writing && <Written draft={draft} />}
      {failure !== null && <Failure error={failure} />}
    </>
  );
}

/** What was just written, and the way to it for who may review. */
function Written({ draft }: { draft: number }) {
  const { t } = useWords();
  const { community } = usePlace();
  return (
    <Text size="sm" c="dimmed" mt="xs">
      {t("questions.said_written")}{" "}
      {mayOpen(community.role, "review") && (
        <Anchor component={Link} href={`/c/${community.slug}/review/${draft}`} inherit>
          {t("questions.open_draft")}
        </Anchor>
      )}
    </Text>
  );
}

function Write({ ids, written, close }: { ids: readonly number[]; written: (draft: number) => void; close: () => void }) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const [text, setText] = useState("");
  const write = useMutation({
    mutationFn: () => post<{ draft_id: number }>(`/api/communities/${community.id}/questions/write`, { ids, text }),
    onSuccess: ({ draft_id }) => {
      notify({ text: t("questions.said_written") });
      refresh(["distillations", community.id]);
      written(draft_id);
    },
  });
  return (
    <div>
      <Textarea mt="sm" label={t("questions.written_label")} placeholder={t("questions.written_example")} autosize minRows={2} maxRows={10} maxLength={5000} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <Text size="sm" c="dimmed" mt={4}>
        {t("questions.written_note")}
      </Text>
      <Group justify="flex-end" gap="xs" mt="xs">
        <Button size="compact-sm" variant="default" onClick={close}>
          {t("act.cancel")}
        </Button>
        <Button size="compact-sm" disabled={text.trim() === ""} loading={write.isPending} onClick={() => write.mutate()}>
          {t("questions.save_draft")}
        </Button>
      </Group>
      {write.error !== null && <Failure error={write.error} />}
    </div>
  );
}

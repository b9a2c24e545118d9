import { Button, Group, Modal, NativeSelect, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { post, read } from "@/api/call";
import type { Zone } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { failureSentence } from "@/parts/parts";
import { dayBefore, instantOf } from "@/words/clock";
import { useWords } from "@/words/words";

const WEEK = 7;

/** Make one draft of what was said in some days, or on one topic in them. */
export function FromPeriod() {
  const { t } = useWords();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={open}>
        {t("period.open")}
      </Button>
      <Modal opened={opened} onClose={close} title={t("period.title")} closeButtonProps={{ "aria-label": t("act.close") }}>
        <Form done={close} />
      </Modal>
    </>
  );
}

function Form({ done }: { done: () => void }) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const zones = useQuery({
    queryKey: ["zones", community.id],
    queryFn: async () => (await read<{ zones: Zone[] }>(`/api/communities/${community.id}/zones`)).zones,
  });
  const [zone, setZone] = useState("");
  const [since, setSince] = useState(() => dayBefore(new Date(), WEEK, community.timezone));
  const [until, setUntil] = useState(() => dayBefore(new Date(), 0, community.timezone));
  const [about, setAbout] = useState("");
  const chosen = zone === "" ? String(zones.data?.[0]?.id ?? "") : zone;
  const start = useMutation({
    mutationFn: () => {
      const from = instantOf(`${since}T00:00`, community.timezone);
      const to = instantOf(`${until}T24:00`, community.timezone);
      return post<{ threads: number }>(`/api/communities/${community.id}/distillations/period`, { zone_id: Number(chosen), since: from?.toISOString(), until: to?.toISOString(), about });
    },
    onSuccess: (made) => {
      notify({ text: t("period.started", { threads: made.threads }) });
      refresh(["distillations", community.id]);
      done();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        start.mutate();
      }}
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t("period.note")}
      </Text>
      <NativeSelect label={t("period.zone")} value={chosen} onChange={(event) => setZone(event.currentTarget.value)} data={(zones.data ?? []).map((one) => ({ value: String(one.id), label: one.name }))} />
      <Group grow mt="sm">
        <TextInput type="date" label={t("period.since")} value={since} max={until} onChange={(event) => setSince(event.currentTarget.value)} required />
        <TextInput type="date" label={t("period.until")} value={until} min={since} onChange={(event) => setUntil(event.currentTarget.value)} required />
      </Group>
      <TextInput label={t("period.about")} description={t("period.about_note")} value={about} maxLength={60} onChange={(event) => setAbout(event.currentTarget.value)} mt="sm" />
      {start.error !== null && (
        <Text c="red" size="sm" role="alert" mt="xs">
          {failureSentence(start.error, t)}
        </Text>
      )}
      <Button type="submit" mt="md" loading={start.isPending} disabled={chosen === ""}>
        {t("period.start")}
      </Button>
    </form>
  );
}

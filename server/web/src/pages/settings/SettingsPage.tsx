import { Alert, Button, Group, Modal, Paper, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useLocation } from "wouter";
import { call, read } from "@/api/call";
import type { SettingsShown } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace } from "@/app/session";
import { failureSentence, Loaded, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { Budget } from "./Budget";
import { before, changed, kept, shownIn, type Draft } from "./choosing";
import { Appointments } from "./Appointments";
import { ChoosingProvider, type Choosing } from "./Field";
import { Hours, Listening, Pace, Rules } from "./Fields";
import { HouseRules } from "./HouseRules";
import { Holidays, Moves, Topics } from "./Lists";
import { Removals } from "./Removals";
import classes from "./settings.module.css";

/** What a community chose for itself; the owner changes it, who runs it may read it. */
export default function SettingsPage() {
  const { t } = useWords();
  const { community } = usePlace();
  const settings = useQuery({
    queryKey: ["settings", community.id],
    queryFn: () => read<SettingsShown>(`/api/communities/${community.id}/settings`),
  });
  return (
    <>
      <PageTitle title={t("page.settings")} note={t("settings.note")} />
      <Loaded from={settings}>{(all) => <Sheet all={all} />}</Loaded>
    </>
  );
}

function useDraft(community: number): [Draft, (next: Draft) => void] {
  const [draft, setDraft] = useState<Draft>(() => kept.get(community) ?? {});
  const keep = useCallback(
    (next: Draft) => {
      kept.set(community, next);
      setDraft(next);
    },
    [community],
  );
  return [draft, keep];
}

function Sheet({ all }: { all: SettingsShown }) {
  const { t } = useWords();
  const { community } = usePlace();
  const [draft, setDraft] = useDraft(community.id);
  const save = useSave(() => setDraft({}));
  const choosing = useMemo<Choosing>(
    () => ({
      shown: shownIn(all.chosen, draft),
      defaults: all.defaults,
      may: all.may_change && !save.isPending,
      set: (name, value) => setDraft(changed(all.chosen, draft, name, value)),
    }),
    [all, draft, save.isPending, setDraft],
  );
  const count = Object.keys(draft).length;
  return (
    <ChoosingProvider value={choosing}>
      <div className={classes.sheet}>
        {!all.may_change && (
          <Alert variant="light" mb="md">
            {t("settings.read_only")}
          </Alert>
        )}
        <Hours />
        <Pace bounds={all.bounds} />
        <Holidays countries={all.calendars} />
        <Appointments />
        <Topics />
        <HouseRules />
        <Moves moves={all.moves} />
        <Listening bounds={all.bounds} />
        <Rules />
        <Budget />
        <Removals />
        {count > 0 && (
          <Paper withBorder shadow="md" className={classes.bar ?? ""} px="md" py="xs" role="region" aria-label={t("settings.unsaved")}>
            <Group justify="space-between" gap="xs">
              <Text size="sm">{t("settings.unsaved_count", { count })}</Text>
              <Group gap="xs">
                <Button variant="default" onClick={() => setDraft({})} disabled={save.isPending}>
                  {t("settings.discard")}
                </Button>
                <Button loading={save.isPending} onClick={() => save.mutate({ draft, undo: before(all.chosen, draft) })}>
                  {t("act.save")}
                </Button>
              </Group>
            </Group>
          </Paper>
        )}
        <Leaving unsaved={count > 0} discard={() => setDraft({})} />
      </div>
    </ChoosingProvider>
  );
}

interface Saving {
  draft: Draft;
  /** What to change back to; null where this is the changing back. */
  undo: Draft | null;
}

function useSave(done: () => void) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: ({ draft }: Saving) => call<SettingsShown>("PUT", `/api/communities/${community.id}/settings`, draft),
    onSuccess: (fresh, { undo }) => {
      client.setQueryData(["settings", community.id], fresh);
      done();
      if (undo === null) notify({ text: t("settings.back") });
      else notify({ text: t("settings.saved"), lasts: 10_000, undo: () => save.mutate({ draft: undo, undo: null }) });
    },
    onError: (error) => notify({ text: failureSentence(error, t), tone: "failure" }),
  });
  return save;
}

/** Whoever follows a link away from unsaved changes is asked first; so is who closes the tab. */
function Leaving({ unsaved, discard }: { unsaved: boolean; discard: () => void }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const [to, setTo] = useState<string | null>(null);
  useEffect(() => {
    if (!unsaved) return;
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href^='/c/']") : null;
      const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
      if (link === null || !plain) return;
      event.preventDefault();
      event.stopPropagation();
      setTo(link.getAttribute("href"));
    };
    const onClose = (event: BeforeUnloadEvent) => event.preventDefault();
    document.addEventListener("click", onClick, true);
    window.addEventListener("beforeunload", onClose);
    return () => {
      document.removeEventListener("click", onClick, true);
      window.removeEventListener("beforeunload", onClose);
    };
  }, [unsaved]);
  return (
    <Modal opened={to !== null} onClose={() => setTo(null)} title={t("settings.unsaved")} centered>
      <Text size="sm">{t("settings.leave_sure")}</Text>
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={() => setTo(null)} data-autofocus>
          {t("act.cancel")}
        </Button>
        <Button
          onClick={() => {
            discard();
            if (to !== null) go(to);
          }}
        >
          {t("settings.discard")}
        </Button>
      </Group>
    </Modal>
  );
}

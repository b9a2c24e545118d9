import { Button, Group, Menu, Modal } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { post } from "@/api/call";
import type { Digest } from "@/api/shapes";
import { fetchFile, keepFile } from "@/api/take";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { failureSentence } from "@/parts/parts";
import { dayBefore } from "@/words/clock";
import { useWords } from "@/words/words";
import { WeekPoster } from "./PosterPicker";

const forms = ["pdf", "html", "md"] as const;
const hosts = ["owner", "facilitator", "assistant"];

/** What leaves the library: the handbook, the poster and the digest of the week, everything. */
export function TakeAlong({ topic, empty }: { topic: string | null; empty: boolean }) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const [week, setWeek] = useState<string | null>(null);
  const home = `/api/communities/${community.id}`;
  const failed = (error: unknown) => notify({ text: failureSentence(error, t), tone: "failure" });
  const taking = useMutation({
    mutationFn: ({ path }: { path: string; name: string }) => fetchFile(path),
    onSuccess: (file, { name }) => keepFile(file, name),
    onError: failed,
  });
  const drafting = useDrafting(`${home}/digest`);
  const asked = topic === null ? "" : `&topic=${encodeURIComponent(topic)}`;
  return (
    <Group gap="xs">
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" size="sm" loading={taking.isPending}>
            {t("take.title")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{topic === null || topic === "" ? t("take.handbook") : t("take.handbook_topic", { topic })}</Menu.Label>
          {forms.map((form) => (
            <Menu.Item key={form} disabled={empty} onClick={() => taking.mutate({ path: `${home}/handbook?form=${form}${asked}`, name: `handbook.${form}` })}>
              {t(`take.form_${form}`)}
            </Menu.Item>
          ))}
          <Menu.Label>{t("take.week")}</Menu.Label>
          <Menu.Item onClick={() => setWeek(dayBefore(new Date(), 0, community.timezone))}>{t("take.week_poster")}</Menu.Item>
          <Menu.Item onClick={() => setWeek(dayBefore(new Date(), 7, community.timezone))}>{t("take.last_week_poster")}</Menu.Item>
          {hosts.includes(community.role) && <Menu.Item onClick={() => drafting.mutate()}>{t("take.week_draft")}</Menu.Item>}
          {community.role === "owner" && (
            <>
              <Menu.Label>{t("take.all")}</Menu.Label>
              <Menu.Item onClick={() => taking.mutate({ path: `${home}/everything`, name: `simmer-${community.slug}.zip` })}>{t("take.everything")}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Modal opened={week !== null} onClose={() => setWeek(null)} title={t("take.week")} size="lg" closeButtonProps={{ "aria-label": t("act.close") }}>
        {week !== null && <WeekPoster path={`${home}/poster`} name={`week-${community.slug}`} week={week} />}
      </Modal>
    </Group>
  );
}

/** Put a draft into the queue and say so, with a way there. */
export function useDrafting(path: string) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const [, go] = useLocation();
  return useMutation({
    mutationFn: () => post<Digest>(path),
    onSuccess: ({ suggestion_id }) => {
      if (suggestion_id === null) {
        notify({ text: t("take.no_draft") });
        return;
      }
      refresh(["suggestions", community.id]);
      notify({ text: t("take.drafted") });
      go(`/c/${community.slug}/queue`);
    },
    onError: (error) => notify({ text: failureSentence(error, t), tone: "failure" }),
  });
}

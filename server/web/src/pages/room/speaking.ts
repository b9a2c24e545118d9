import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { call, post, read } from "@/api/call";
import type { Help, Message, Messages, Scaffold, Zone } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { failureSentence } from "@/parts/parts";
import { useWords } from "@/words/words";

export function useZones() {
  const { community } = usePlace();
  return useQuery({
    queryKey: ["zones", community.id],
    queryFn: async () => (await read<{ zones: Zone[] }>(`/api/communities/${community.id}/zones`)).zones,
  });
}

const PAGE = 50;
const FAR = 200;

/** The talk of a zone, read back page by page; in large steps where something far back is looked for. */
export function useTalk(zone: number, far: boolean) {
  return useInfiniteQuery({
    queryKey: ["messages", zone],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) =>
      read<Messages>(`/api/zones/${zone}/messages?${pageParam === null ? `limit=${PAGE}` : `limit=${far ? FAR : PAGE}&before=${pageParam}`}`),
    getNextPageParam: (page) => (page.more ? (page.messages[0]?.id ?? null) : null),
  });
}

export function useFailed(): (error: unknown) => void {
  const { t } = useWords();
  const notify = useNotify();
  return (error) => notify({ text: failureSentence(error, t), tone: "failure" });
}

/** A change in a zone; the zone is read again once it is kept, and a failure is said. */
function useChange<Given>(zone: number, change: (given: Given) => Promise<unknown>) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: change,
    onSuccess: () => refresh(["messages", zone]),
    onError: useFailed(),
  });
}

export interface Saying {
  text: string;
  reply_to: number | null;
  key: string;
}

export function useSay(zone: number) {
  return useChange(zone, (saying: Saying) => post<Message>(`/api/zones/${zone}/messages`, saying));
}

export function useReword(zone: number) {
  return useChange(zone, ({ id, text }: { id: number; text: string }) => call("PUT", `/api/messages/${id}`, { text }));
}

export function useRecall(zone: number) {
  return useChange(zone, (id: number) => call("DELETE", `/api/messages/${id}`));
}

export function useReact(zone: number) {
  return useChange(zone, ({ id, emoji, mine }: { id: number; emoji: string; mine: boolean }) =>
    call(mine ? "DELETE" : "PUT", `/api/messages/${id}/reactions/${encodeURIComponent(emoji)}`),
  );
}

/** Distil the thread of a message now; the draft comes to the review page. */
export function useDistil() {
  const { t } = useWords();
  const notify = useNotify();
  const { community } = usePlace();
  return useMutation({
    mutationFn: (message: number) => post(`/api/communities/${community.id}/distillations`, { root_id: message }),
    onSuccess: () => notify({ text: t("room.said_distil") }),
    onError: useFailed(),
  });
}

/** Note how far one has read, once for each newest message. */
export function useReading(zone: number, newest: number | undefined): void {
  const refresh = useRefresh();
  const { community } = usePlace();
  const client = useQueryClient();
  useEffect(() => {
    if (newest === undefined || document.visibilityState !== "visible") return;
    const unread = client.getQueryData<Zone[]>(["zones", community.id])?.find((one) => one.id === zone)?.unread;
    if (unread === 0) return;
    post(`/api/zones/${zone}/read`, { message_id: newest })
      .then(() => refresh(["zones", community.id]))
      .catch(() => undefined);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- refresh is new on each draw
  }, [zone, newest, community.id, client]);
}

export function useScaffolds(wanted: boolean) {
  const { community } = usePlace();
  return useQuery({
    queryKey: ["scaffolds", community.language],
    queryFn: () => read<Scaffold[]>(`/api/scaffolds?language=${community.language === "en" ? "en" : "zh"}`),
    enabled: wanted,
    staleTime: Infinity,
  });
}

export function useHelp(zone: number) {
  return useMutation({
    mutationFn: (asked: { text: string; scaffold: string | null; reply_to: number | null }) =>
      post<Help>(`/api/zones/${zone}/help`, asked),
  });
}

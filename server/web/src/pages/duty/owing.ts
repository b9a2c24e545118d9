import { useMutation, useQuery } from "@tanstack/react-query";
import { call, post, read } from "@/api/call";
import type { Duties, Duty, DutyGiven, HandedOver, Obligation, ObligationState, Obligations, OwedWeeks } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { failureSentence } from "@/parts/parts";
import { useWords, type Key } from "@/words/words";
import type { Facts } from "@/words/sentence";

const UNDO_MS = 10_000;
const OFTEN = 60_000;

export function useObligations(state: ObligationState = "open", mine = false) {
  const { community } = usePlace();
  return useQuery({
    queryKey: ["obligations", community.id, state, mine],
    queryFn: () => read<Obligations>(`/api/communities/${community.id}/obligations?state=${state}&mine=${String(mine)}`),
    refetchInterval: OFTEN,
  });
}

export function useOwedWeeks() {
  const { community } = usePlace();
  return useQuery({
    queryKey: ["obligations", community.id, "weeks"],
    queryFn: async () => (await read<OwedWeeks>(`/api/communities/${community.id}/obligations/weeks`)).weeks,
  });
}

export function useDuties(week: string | null = null) {
  const { community } = usePlace();
  return useQuery({
    queryKey: ["duties", community.id, week],
    queryFn: () => read<Duties>(`/api/communities/${community.id}/duties${week === null ? "" : `?week=${week}`}`),
  });
}

/** A change to what is owed or to the roster: told, undone where it can be, and read again. */
export function useOwing<Given, Kept>(change: (given: Given) => Promise<Kept>, said: (given: Given, kept: Kept) => { key: Key; facts?: Facts; undo?: () => Promise<unknown> }) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const again = () => refresh(["obligations", community.id], ["duties", community.id]);
  const failed = (error: unknown) => {
    notify({ text: failureSentence(error, t), tone: "failure" });
    again();
  };
  return useMutation({
    mutationFn: change,
    onError: failed,
    onSuccess: (kept, given) => {
      const { key, facts, undo } = said(given, kept);
      again();
      const back = () => {
        undo?.()
          .then(() => {
            notify({ text: t("owed.undone") });
            again();
          })
          .catch(failed);
      };
      notify({ text: t(key, facts), lasts: UNDO_MS, ...(undo === undefined ? {} : { undo: back }) });
    },
  });
}

export function useExcuse(debt: Obligation) {
  return useOwing(
    (reason: string) => post<Obligation>(`/api/obligations/${debt.id}/excuse`, { reason }),
    () => ({ key: "owed.said_excused", undo: () => post(`/api/obligations/${debt.id}/reopen`) }),
  );
}

export function useReopen(debt: Obligation) {
  return useOwing(
    () => post<Obligation>(`/api/obligations/${debt.id}/reopen`),
    () => ({ key: "owed.said_reopened" }),
  );
}

export function useHandOver(debt: Obligation) {
  const give = (to: number) => post<Obligation>(`/api/obligations/${debt.id}/hand-over`, { to_id: to });
  return useOwing(give, (_, kept) => {
    const facts = { name: kept.owner?.name };
    const before = debt.owner?.id;
    return before === undefined ? { key: "owed.said_given", facts } : { key: "owed.said_given", facts, undo: () => give(before) };
  });
}

export function useHandOverAll() {
  const { community } = usePlace();
  const give = (body: { from_id: number; to_id: number; ids?: number[] }) =>
    post<HandedOver>(`/api/communities/${community.id}/obligations/hand-over`, body);
  return useOwing(give, ({ from_id, to_id }, { ids }) => {
    if (ids.length === 0) return { key: "owed.said_given_none" };
    return { key: "owed.said_given_all", facts: { count: ids.length }, undo: () => give({ from_id: to_id, to_id: from_id, ids }) };
  });
}

function given(duty: Duty): DutyGiven {
  const { kind, first_day, last_day, from_hour, until_hour, note } = duty;
  return { member_id: duty.member.id, kind, first_day, last_day, from_hour, until_hour, note };
}

export function useAddDuty() {
  const { community } = usePlace();
  return useOwing(
    (body: DutyGiven) => post<Duty>(`/api/communities/${community.id}/duties`, body),
    (_, kept) => ({ key: "duty.said_added", facts: { name: kept.member.name }, undo: () => call("DELETE", `/api/duties/${kept.id}`) }),
  );
}

export function useRemoveDuty() {
  const { community } = usePlace();
  return useOwing(
    (duty: Duty) => call("DELETE", `/api/duties/${duty.id}`),
    (duty) => ({ key: "duty.said_removed", facts: { name: duty.member.name }, undo: () => post(`/api/communities/${community.id}/duties`, given(duty)) }),
  );
}

export function useGiveDuty() {
  return useOwing(
    ({ duty, to }: { duty: Duty; to: number }) => post<Duty>(`/api/duties/${duty.id}/hand-over`, { to_id: to }),
    ({ duty }, kept) => ({
      key: "duty.said_given",
      facts: { name: kept.member.name },
      undo: () => post(`/api/duties/${duty.id}/hand-over`, { to_id: duty.member.id }),
    }),
  );
}

export function useCopyWeek(before: Duties) {
  const { community } = usePlace();
  const known = new Set(before.duties.map((duty) => duty.id));
  return useOwing(
    (week: string) => post<Duties>(`/api/communities/${community.id}/duties/copy`, { week }),
    (_, kept) => {
      const fresh = kept.duties.filter((duty) => !known.has(duty.id));
      if (fresh.length === 0) return { key: "duty.said_copied_none" };
      return { key: "duty.said_copied", undo: () => Promise.all(fresh.map((duty) => call("DELETE", `/api/duties/${duty.id}`))) };
    },
  );
}

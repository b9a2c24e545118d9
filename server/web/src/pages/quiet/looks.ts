import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { read } from "@/api/call";
import type { LookShown, Observation, QuietWeek } from "@/api/shapes";
import { usePlace } from "@/app/session";

export function isSilent(look: Observation): boolean {
  return look.move === "stay_silent";
}

export function useLooks(reason: string | null) {
  const { community } = usePlace();
  const filter = reason === null ? "" : `&reason=${encodeURIComponent(reason)}`;
  return useQuery({
    queryKey: ["observations", community.id, reason],
    placeholderData: keepPreviousData,
    queryFn: async () =>
      (await read<{ observations: Observation[] }>(`/api/communities/${community.id}/observations?limit=200${filter}`)).observations,
  });
}

/** The look that tells of one moment in one room. */
export function useLookAt(asked: Asked | null) {
  const { community } = usePlace();
  return useQuery({
    queryKey: ["look", community.id, asked],
    enabled: asked !== null,
    queryFn: () => read<LookShown>(`/api/communities/${community.id}/looks?zone=${asked?.zone}&at=${encodeURIComponent(asked?.at ?? "")}`),
  });
}

export function useQuietWeeks() {
  const { community } = usePlace();
  return useQuery({
    queryKey: ["quiet-weeks", community.id],
    queryFn: async () => (await read<{ weeks: QuietWeek[] }>(`/api/communities/${community.id}/quiet-weeks`)).weeks,
  });
}

export interface Asked {
  zone: number;
  /** An instant, ISO 8601. */
  at: string;
}

/** What an address asks for: `?zone=1&at=2026-03-02T01:00:00Z`. */
export function askedIn(search: string): Asked | null {
  const given = new URLSearchParams(search);
  const zone = Number(given.get("zone"));
  const at = new Date(given.get("at") ?? "");
  if (!Number.isInteger(zone) || zone < 1 || Number.isNaN(at.getTime())) return null;
  return { zone, at: at.toISOString() };
}

export function searchFor(asked: Asked): string {
  return new URLSearchParams({ zone: String(asked.zone), at: asked.at }).toString();
}

export function later(asked: Asked, minutes: number): Asked {
  return { ...asked, at: new Date(Date.parse(asked.at) + minutes * 60_000).toISOString() };
}

/** The reasons among looks, the most frequent first. */
export function reasonsOf(looks: readonly Observation[]): string[] {
  const counts = new Map<string, number>();
  for (const look of looks) if (isSilent(look)) counts.set(look.why.code, (counts.get(look.why.code) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([code]) => code);
}

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, use, useMemo, type ReactNode } from "react";
import { call, carryToken, post, read } from "@/api/call";
import type { Me, Membership } from "@/api/shapes";
import type { Language } from "@/words/sentence";

export const ME = ["me"] as const;

/** Who is signed in; an error with status 401 means nobody is. */
export function useMe() {
  return useQuery({
    queryKey: ME,
    queryFn: async () => {
      const me = await read<Me>("/api/me");
      carryToken(me.csrf);
      return me;
    },
    staleTime: Infinity,
    retry: false,
  });
}

export async function signIn(token: string): Promise<void> {
  await post("/api/session", { token });
}

export async function signOut(): Promise<void> {
  await call("DELETE", "/api/session");
}

/** Keep the language of one community's pages; those of the others stay as they are. */
export async function rememberLanguage(community: number, language: Language): Promise<void> {
  await call("PUT", `/api/communities/${community}/language`, { language });
}

export interface Place {
  me: Me;
  community: Membership;
}

const PlaceContext = createContext<Place | null>(null);

export function PlaceProvider({ me, community, children }: Place & { children: ReactNode }) {
  const place = useMemo(() => ({ me, community }), [me, community]);
  return <PlaceContext value={place}>{children}</PlaceContext>;
}

/** The community whose pages are open, and who opened them. */
export function usePlace(): Place {
  const place = use(PlaceContext);
  if (place === null) throw new Error("no community is open");
  return place;
}

export function useRefresh(): (...keys: readonly (readonly unknown[])[]) => void {
  const client = useQueryClient();
  return (...keys) => {
    for (const queryKey of keys) void client.invalidateQueries({ queryKey });
  };
}

import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

export type LiveKind = "suggestion" | "message" | "reaction" | "heard" | "distillation" | "question" | "import" | "obligation" | "pain" | "seed";

export interface LiveNews {
  id: number;
  zone?: number | null;
}

const kinds: readonly LiveKind[] = ["suggestion", "message", "reaction", "heard", "distillation", "question", "import", "obligation", "pain", "seed"];

/** Which kept answers of the API are out of date after a piece of news. */
export function staleKeys(kind: LiveKind, news: LiveNews, community: number): (readonly unknown[])[] {
  switch (kind) {
    case "suggestion":
      return [["suggestions", community], ["observations", community], ["quiet-weeks", community]];
    case "message":
      return [["messages", news.zone ?? undefined].filter((part) => part !== undefined), ["zones", community]];
    case "reaction":
    case "heard":
      return [["messages", news.zone ?? undefined].filter((part) => part !== undefined)];
    case "distillation":
      return [["distillations", community], ["distillation", news.id], ["articles", community]];
    case "question":
      return [["questions", community]];
    case "obligation":
      return [["obligations", community], ["duties", community]];
    case "pain":
      return [["pains", community]];
    case "seed":
      return [["seeds", community]];
    case "import":
      return [["import", news.id], ["zones", community], ["members", community]];
  }
}

function forget(client: QueryClient, keys: readonly (readonly unknown[])[]): void {
  for (const queryKey of keys) void client.invalidateQueries({ queryKey });
}

/** Listen to one community; after a gap everything shown is asked for again. */
export function useLive(community: number): boolean {
  const client = useQueryClient();
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    const source = new EventSource(`/api/communities/${community}/events`);
    let missed = false;
    source.onopen = () => {
      setConnected(true);
      if (missed) void client.invalidateQueries();
      missed = false;
    };
    source.onerror = () => {
      missed = true;
      setConnected(false);
    };
    for (const kind of kinds) {
      source.addEventListener(kind, (event: MessageEvent<string>) => {
        forget(client, staleKeys(kind, JSON.parse(event.data) as LiveNews, community));
      });
    }
    return () => source.close();
  }, [client, community]);
  return connected;
}

import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

export type LiveKind = "suggestion" | "message" | "reaction" | "heard" | "distillation" | "question" | "import" | "obligation" | "pain" | "feedback" | "answer" | "seed" | "library" | "round" | "missed";

export interface LiveNews {
  id: number;
  zone?: number | null;
}

const kinds: readonly LiveKind[] = ["suggestion", "message", "reaction", "heard", "distillation", "question", "import", "obligation", "pain", "feedback", "answer", "seed", "library", "round", "missed"];

/** News that makes whole lists of the community out of date. */
const lists: Partial<Record<LiveKind, readonly string[]>> = {
  suggestion: ["suggestions", "observations", "quiet-weeks"],
  question: ["questions"],
  feedback: ["feedback"],
  answer: ["my-questions"],
  obligation: ["obligations", "duties"],
  pain: ["pains"],
  seed: ["seeds"],
  library: ["articles", "resources", "cohort"],
  round: ["round-running"],
};

/** Which kept answers of the API are out of date after a piece of news; after a gap, all. */
export function staleKeys(kind: LiveKind, news: LiveNews, community: number): (readonly unknown[])[] {
  const room = ["messages", news.zone ?? undefined].filter((part) => part !== undefined);
  switch (kind) {
    case "message":
      return [room, ["zones", community]];
    case "reaction":
    case "heard":
      return [room];
    case "distillation":
      return [["distillations", community], ["distillation", news.id], ["articles", community], ["article", news.id], ["life"], ["due", community], ["conflicts", community], ["trust", community]];
    case "missed":
      return [[]];
    case "import":
      return [["import", news.id], ["zones", community], ["members", community]];
    default:
      return (lists[kind] ?? []).map((name) => [name, community]);
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

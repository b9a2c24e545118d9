import { useMutation } from "@tanstack/react-query";
import { call } from "@/api/call";
import type { Sorted, Sorting } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { failureSentence } from "@/parts/parts";
import { useWords, type Key } from "@/words/words";

/** Set topics; a slip is undone by sending back what was there before. */
export function useSorting() {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const send = (topics: readonly Sorted[]) => call<Sorting>("PUT", `/api/communities/${community.id}/topics`, { topics });
  const again = () => refresh(["articles", community.id], ["article"]);
  const failed = (error: unknown) => notify({ text: failureSentence(error, t), tone: "failure" });
  const sorting = useMutation({
    mutationFn: ({ topics }: { topics: readonly Sorted[]; said: Key; done?: () => void; undone?: () => void }) => send(topics),
    onSuccess: ({ before }, { said, done, undone }) => {
      again();
      done?.();
      notify({
        text: t(said),
        lasts: 10_000,
        undo: () => {
          send(before).then(() => {
            again();
            undone?.();
          }, failed);
        },
      });
    },
    onError: failed,
  });
  return { sort: sorting.mutate, pending: sorting.isPending };
}

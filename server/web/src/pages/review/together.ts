import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { call } from "@/api/call";
import type { Comment, Distillation } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { failureSentence } from "@/parts/parts";
import { useWords } from "@/words/words";

interface Step {
  method: "POST" | "DELETE";
  path: string;
  body?: object;
}

/** What experts do beside a draft: comment, settle, hand over, ask; each answers with the draft as it is now. */
export function useTogether(distillation: Distillation) {
  const { t } = useWords();
  const notify = useNotify();
  const client = useQueryClient();
  const refresh = useRefresh();
  const [, go] = useLocation();
  const { community } = usePlace();
  const step = useMutation({
    mutationFn: ({ method, path, body }: Step) => call<Distillation>(method, `/api/${path}`, body ?? {}),
    onSuccess: (fresh) => {
      client.setQueryData(["distillation", distillation.id], fresh);
      refresh(["distillations", community.id]);
    },
    onError: (error) => notify({ text: failureSentence(error, t), tone: "failure" }),
  });
  const home = `distillations/${distillation.id}`;
  const settle = (comment: Comment, settled: boolean, undoable = true) =>
    step.mutate(
      { method: "POST", path: `comments/${comment.id}/${settled ? "settle" : "unsettle"}` },
      { onSuccess: () => settled && undoable && notify({ text: t("beside.said_settled"), undo: () => settle(comment, false, false) }) },
    );
  const endHandOver = (id: number, said: boolean) =>
    step.mutate({ method: "DELETE", path: `hand-overs/${id}` }, { onSuccess: () => said && notify({ text: t("beside.said_returned") }) });
  return {
    busy: step.isPending,
    settle,
    endHandOver,
    comment: (claim_id: number | null, text: string, done: () => void) =>
      step.mutate(
        { method: "POST", path: `${home}/comments`, body: { claim_id, text } },
        {
          onSuccess: () => {
            notify({ text: t("beside.said_comment") });
            done();
          },
        },
      ),
    handOver: (to_id: number, name: string, note: string, done: () => void) =>
      step.mutate(
        { method: "POST", path: `${home}/hand-over`, body: { to_id, note: note === "" ? null : note } },
        {
          onSuccess: (fresh) => {
            const given = fresh.beside.handed;
            notify({ text: t("beside.said_handed", { name }), ...(given === null ? {} : { undo: () => endHandOver(given.id, true) }) });
            done();
          },
        },
      ),
    ask: (claim: number, author_id: number, text: string, done: () => void) =>
      step.mutate(
        { method: "POST", path: `claims/${claim}/ask-author`, body: { author_id, text } },
        {
          onSuccess: () => {
            notify({ text: t("beside.said_asked") });
            done();
          },
        },
      ),
    openQueue: () => go(`/c/${community.slug}/queue`),
  };
}

export type Together = ReturnType<typeof useTogether>;

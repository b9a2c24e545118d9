import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { ApiError, post, read } from "@/api/call";
import type { Claim, ClaimReview, Distillation, DistillationRow } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { failureSentence } from "@/parts/parts";
import { useWords } from "@/words/words";
import { greenOf } from "./spans";

export function useDistillations(state: Distillation["state"] | "waiting") {
  const { community } = usePlace();
  const query = state === "waiting" ? "" : `?state=${state}`;
  return useQuery({
    queryKey: ["distillations", community.id, state],
    queryFn: async () =>
      (await read<{ distillations: DistillationRow[] }>(`/api/communities/${community.id}/distillations${query}`)).distillations,
  });
}

export function useDistillation(id: number) {
  return useQuery({ queryKey: ["distillation", id], queryFn: () => read<Distillation>(`/api/distillations/${id}`) });
}

/** How long own words can be taken back from anywhere in the article. */
const UNDO_MS = 10_000;

/** The sentence of a refusal because new words go beyond their sources; null for any other. */
export function beyondSource(error: unknown): string | null {
  return error instanceof ApiError && error.code === "edit_unsupported" ? error.message : null;
}

/** What is signed: under which title, and which contradictions were shown before. */
export interface Signature {
  title: string;
  against: string[];
}

/** Decide on a claim or sign; where somebody changed what was shown, show it anew and say so.
 *  `returned` is told the place of a claim whose own words were taken back. */
export function useReviewing(distillation: Distillation, returned: (place: number) => void) {
  const { t } = useWords();
  const notify = useNotify();
  const client = useQueryClient();
  const refresh = useRefresh();
  const { community } = usePlace();
  const key = ["distillation", distillation.id] as const;
  const settle = {
    onSuccess: (fresh: Distillation) => {
      client.setQueryData(key, fresh);
      refresh(["distillations", community.id], ["articles", community.id], ["conflicts", community.id]);
    },
    onError: (error: unknown) => {
      if (beyondSource(error) !== null) return;
      const overtaken = error instanceof ApiError && error.status === 409;
      if (overtaken) {
        void client.invalidateQueries({ queryKey: key });
        void client.invalidateQueries({ queryKey: ["signing", distillation.id] });
      }
      const said = failureSentence(error, t);
      const told = error instanceof ApiError && error.code === "contradicts_signed";
      notify({ text: overtaken && !told ? `${said} ${t("review.overtaken")}` : said, tone: "failure" });
    },
  };
  const own = useRef<{ claim: Claim; until: number } | null>(null);
  const back = useMutation({
    scope: { id: `distillation-${distillation.id}` },
    mutationFn: (claim: Claim) => post<Distillation>(`/api/claims/${claim.id}/review`, { decision: "reopen", seen: claim.digest }),
    ...settle,
    onSuccess: (fresh: Distillation, claim) => {
      settle.onSuccess(fresh);
      notify({ text: t("beside.said_own_back") });
      returned(fresh.claims.findIndex((one) => one.id === claim.id));
    },
  });
  /** Takes back the own words last given, once and while their notice stands. */
  const takeBack = () => {
    const last = own.current;
    own.current = null;
    if (last !== null && Date.now() < last.until) back.mutate(last.claim);
  };
  const decide = useMutation({
    scope: { id: `distillation-${distillation.id}` },
    mutationFn: ({ claim, ...decided }: Partial<ClaimReview> & Pick<ClaimReview, "decision"> & { claim: Claim }) =>
      post<Distillation>(`/api/claims/${claim.id}/review`, { ...decided, seen: claim.digest }),
    ...settle,
    onSuccess: (fresh: Distillation, { claim, decision }) => {
      settle.onSuccess(fresh);
      const now = fresh.claims.find((one) => one.id === claim.id);
      if (own.current?.claim.id === claim.id) own.current = null;
      if (decision !== "edit" || now?.own_words !== true) return;
      own.current = { claim: now, until: Date.now() + UNDO_MS };
      notify({ text: t("beside.said_own"), lasts: UNDO_MS, undo: takeBack });
    },
  });
  const sign = useMutation({
    mutationFn: ({ title, against }: Signature) =>
      post<Distillation>(`/api/distillations/${distillation.id}/sign`, {
        title,
        against,
        seen: distillation.claims.filter((claim) => claim.state === "approved").map((claim) => claim.digest),
      }),
    ...settle,
    onSuccess: (fresh: Distillation) => {
      settle.onSuccess(fresh);
      notify({ text: t("review.said_signed") });
    },
  });
  const reshape = useMutation({
    scope: { id: `distillation-${distillation.id}` },
    mutationFn: ({ path, body }: { path: string; body: object }) => post<Distillation>(`/api/${path}`, body),
    ...settle,
  });
  const home = `distillations/${distillation.id}`;
  return {
    decide,
    takeBack,
    sign,
    reshaping: reshape.isPending,
    merge: (claim: Claim, other: Claim) =>
      reshape.mutate({ path: `claims/${claim.id}/merge`, body: { other_id: other.id, seen: [claim.digest, other.digest] } }),
    split: (claim: Claim, parts: string[], done: () => void) =>
      reshape.mutate({ path: `claims/${claim.id}/split`, body: { parts, seen: claim.digest } }, { onSuccess: done }),
    approveGreen: (done: () => void) =>
      reshape.mutate({ path: `${home}/approve-supported`, body: { seen: greenOf(distillation.claims).map((claim) => claim.digest) } }, { onSuccess: done }),
    turnDown: (reason: string) => reshape.mutate({ path: `${home}/reject`, body: { reason: reason === "" ? null : reason } }),
    takeUp: () => reshape.mutate({ path: `${home}/restore`, body: {} }),
  };
}

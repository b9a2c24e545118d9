import { useDisclosure } from "@mantine/hooks";
import { useCallback, useState } from "react";
import type { Claim, Distillation } from "@/api/shapes";
import { useKeys } from "@/app/keys";
import type { ClaimTray, Decided, Decision } from "./deciding";
import { beyondSource, useReviewing } from "./reviewing";
import { greenOf, nextLeft, nextOpen, openBehind } from "./spans";
import { useTogether } from "./together";

/** Whether an article carries a signature, and whether nothing of it can be decided any more. */
export function standingOf({ signed_by, state }: Pick<Distillation, "signed_by" | "state">): { signed: boolean; closed: boolean } {
  return { signed: signed_by !== null, closed: !["in_review", "changes_requested", "shelved", "due"].includes(state) };
}

/** Going through the claims of an article by keys: which one is in hand, what is open beside it, and deciding. */
export function useWalk(distillation: Distillation) {
  const { claims } = distillation;
  const together = useTogether(distillation);
  const [handing, hands] = useDisclosure(false);
  const { signed, closed } = standingOf(distillation);
  const [place, setPlace] = useState(() => Math.max(0, nextOpen(claims, -1) ?? 0));
  const [tray, openTray] = useState<ClaimTray>(null);
  const [doubt, setDoubt] = useState<string | null>(null);
  const setTray = useCallback((wanted: ClaimTray) => {
    setDoubt(null);
    openTray(wanted);
  }, []);
  const claim = claims[place];
  const mayDecide = (one: Claim | undefined) => one !== undefined && !closed && (!signed || one.state === "open");
  const next = openBehind(claims, place);

  const go = useCallback((to: number | null) => {
    setTray(null);
    if (to !== null) setPlace(to);
  }, [setTray]);
  const reviewing = useReviewing(distillation, (to) => to >= 0 && go(to));
  const merge = claim?.state === "open" && next !== undefined && !closed && !signed ? () => reviewing.merge(claim, next) : null;
  const settle = (decision: Decision, more: Decided = {}) => {
    if (claim === undefined || !mayDecide(claim)) return;
    const ahead = decision === "reopen" ? place : (nextOpen(claims, place) ?? place);
    const turned = { claim, decision, ...more };
    if (decision === "approve") {
      go(ahead);
      reviewing.decide.mutate(turned, { onError: () => go(place) });
    } else reviewing.decide.mutate(turned, { onSuccess: () => go(ahead), onError: (error) => setDoubt(beyondSource(error)) });
  };
  const greens = signed || closed ? 0 : greenOf(claims).length;
  const approveGreen = () => reviewing.approveGreen(() => go(nextLeft(claims)));
  const open = (wanted: ClaimTray) => mayDecide(claim) && setTray(wanted);

  useKeys({
    a: () => settle("approve"),
    e: () => open("edit"),
    x: () => open("reject"),
    c: () => setTray("comment"),
    q: () => setTray("ask"),
    h: () => !closed && !signed && hands.open(),
    s: () => claim?.state === "open" && open("split"),
    m: () => merge?.(),
    g: () => greens > 0 && approveGreen(),
    n: () => go(nextOpen(claims, place)),
    j: () => go(Math.min(place + 1, claims.length - 1)),
    k: () => go(Math.max(place - 1, 0)),
    z: () => (claim?.state === "open" ? reviewing.takeBack() : settle("reopen")),
    Escape: () => setTray(null),
  });
  return { claim, place, tray, setTray, doubt, calm: () => setDoubt(null), go, settle, merge, mayDecide, signed, closed, greens, approveGreen, handing, hands, reviewing, together };
}

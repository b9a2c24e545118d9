import type { AskedAuthor, Claim, Comment, Distillation } from "@/api/shapes";
import type { Together } from "./together";

export type Decision = "approve" | "edit" | "reject" | "reopen";

/** What goes with a decision: new words, what they rest on, whether they are one's own, or a reason. */
export interface Decided {
  text?: string;
  reason?: string;
  own?: boolean;
  sources?: number[];
}

export type ClaimTray = "edit" | "reject" | "split" | "comment" | "ask" | null;

export interface ClaimCardProps {
  claim: Claim;
  number: number;
  inHand: boolean;
  signed: boolean;
  tray: ClaimTray;
  busy: boolean;
  comments: readonly Comment[];
  asked: readonly AskedAuthor[];
  together: Together;
  take: () => void;
  open: (tray: ClaimTray) => void;
  /** Put the next open claim into this one; null where there is none. */
  merge: (() => void) | null;
  split: (parts: string[]) => void;
  settle: (decision: Decision, more?: Decided) => void;
  thread: Distillation["thread"];
  brought: Distillation["brought_from"];
  /** Why the words just written go beyond their sources; null where nothing was said so. */
  doubt: string | null;
  calm: () => void;
}

import { KeysSheet } from "@/parts/KeysSheet";
import type { Key } from "@/words/words";

const rows: readonly [string, Key][] = [
  ["j / k", "keys.move"],
  ["a", "keys.accept"],
  ["e", "keys.edit"],
  ["x", "keys.dismiss"],
  ["h", "keys.snooze"],
  ["o", "keys.other"],
  ["c", "keys.copy"],
  ["z", "keys.undo"],
  ["w", "keys.why"],
  ["n", "keys.fresh"],
  ["?", "keys.help"],
];

/** The keys of the queue. */
export function KeysHelp({ opened, close }: { opened: boolean; close: () => void }) {
  return <KeysSheet title="keys.title" rows={rows} opened={opened} close={close} />;
}

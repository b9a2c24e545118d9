import { Alert, Anchor } from "@mantine/core";
import { Link } from "wouter";
import { usePlace } from "@/app/session";
import { useConflicts } from "@/pages/upkeep/ConflictsPanel";
import { useDue } from "@/pages/upkeep/DuePanel";
import { useWords } from "@/words/words";

/** How many signed articles say things against each other or twice, with the way to them. */
export function ConflictsNote() {
  const { t } = useWords();
  const { community } = usePlace();
  const conflicts = useConflicts();
  const open = conflicts.data?.open ?? [];
  if (open.length === 0) return null;
  const against = open.filter((one) => one.kind === "contradiction").length;
  return (
    <Alert color={against > 0 ? "red" : "gray"} variant="light" p="xs" mb="md" maw={760}>
      {t("conflicts.waiting", { against, twice: open.length - against })}{" "}
      <Anchor component={Link} href={`/c/${community.slug}/upkeep#conflicts`} size="sm">
        {t("conflicts.go")}
      </Anchor>
    </Alert>
  );
}

/** How many signed articles it is the reader's turn to look at again. */
export function DueNote() {
  const { t } = useWords();
  const { community } = usePlace();
  const due = useDue();
  const mine = (due.data ?? []).filter((one) => one.mine);
  if (mine.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" p="xs" mb="md" maw={760}>
      {t("due.waiting", { count: mine.length })}{" "}
      <Anchor component={Link} href={`/c/${community.slug}/upkeep#due`} size="sm">
        {t("conflicts.go")}
      </Anchor>
    </Alert>
  );
}

import { Anchor, Stack } from "@mantine/core";
import { Link, useParams } from "wouter";
import { usePlace } from "@/app/session";
import { PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { AssetsPage } from "./AssetsPage";
import { ConflictsPanel } from "./ConflictsPanel";
import { DuePanel } from "./DuePanel";
import { TrustPanel } from "./TrustPanel";

/** Whether somebody may say "still true" and settle conflicts. */
export function maySign(role: string): boolean {
  return role === "expert" || role === "owner";
}

/** Whether somebody may read the quarterly sheet. */
export function mayReadSheet(role: string): boolean {
  return role === "owner" || role === "facilitator" || role === "leader";
}

export default function UpkeepPage() {
  const { "*": rest } = useParams<{ "*"?: string }>();
  const { community } = usePlace();
  if (rest === "assets" && mayReadSheet(community.role)) return <AssetsPage />;
  return <Overview />;
}

function Overview() {
  const { t } = useWords();
  const { community } = usePlace();
  return (
    <>
      <PageTitle narrow title={t("page.upkeep")} note={t(maySign(community.role) ? "upkeep.note" : "upkeep.note_score")}>
        {mayReadSheet(community.role) && (
          <Anchor component={Link} href={`/c/${community.slug}/upkeep/assets`} size="sm">
            {t("assets.title")}
          </Anchor>
        )}
      </PageTitle>
      <Stack gap="lg" maw="46rem">
        <TrustPanel />
        {maySign(community.role) && <DuePanel />}
        {maySign(community.role) && <ConflictsPanel />}
      </Stack>
    </>
  );
}

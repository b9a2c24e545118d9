import { Anchor } from "@mantine/core";
import { Link } from "wouter";
import { usePlace } from "@/app/session";
import { Empty } from "@/parts/parts";
import { useWords } from "@/words/words";

/** A page of the menu that this role does not open. */
export function Shut() {
  const { t, named } = useWords();
  const { community } = usePlace();
  return (
    <Empty title={t("shut.title")} text={t("shut.text", { role: named("role", community.role) })}>
      <Anchor component={Link} href={`/c/${community.slug}`}>
        {t("act.home")}
      </Anchor>
    </Empty>
  );
}

export function Strayed({ home }: { home?: string }) {
  const { t } = useWords();
  return (
    <Empty title={t("strayed.title")} text={home === undefined ? t("strayed.nowhere") : t("strayed.text")}>
      {home !== undefined && (
        <Anchor component={Link} href={home}>
          {t("act.home")}
        </Anchor>
      )}
    </Empty>
  );
}

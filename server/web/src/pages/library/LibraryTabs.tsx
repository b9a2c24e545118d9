import { Link } from "wouter";
import { usePlace } from "@/app/session";
import { useWords } from "@/words/words";
import classes from "./library.module.css";

const tabs = ["articles", "resources", "earlier"] as const;
export type Tab = (typeof tabs)[number];

/** The three parts of the library, as links. */
export function LibraryTabs({ at }: { at: Tab }) {
  const { t } = useWords();
  const { community } = usePlace();
  const home = `/c/${community.slug}/library`;
  return (
    <nav aria-label={t("page.library")} className={classes.tabs}>
      {tabs.map((tab) => (
        <Link key={tab} href={tab === "articles" ? home : `${home}/${tab}`} className={classes.tab} aria-current={tab === at ? "page" : undefined}>
          {t(`library.tab_${tab}`)}
        </Link>
      ))}
    </nav>
  );
}

import { ownsOne } from "@/app/pages";
import { usePlace } from "@/app/session";
import { Shut } from "@/pages/entry/Shut";
import { PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { NewCommunity } from "./NewCommunity";

/** Begin one more community. Whoever owns one may, from whichever they are in. */
export default function NewPage() {
  const { t } = useWords();
  const { me } = usePlace();
  if (!ownsOne(me.communities)) return <Shut />;
  return (
    <div className="measure">
      <PageTitle title={t("community.new")} note={t("community.new_note")} />
      <NewCommunity />
    </div>
  );
}

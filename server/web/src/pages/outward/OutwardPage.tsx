import { PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { Examples } from "./Examples";
import { Tokens } from "./Tokens";
import { Webhooks } from "./Webhooks";

/** What leaves the community on purpose: programs that may read, addresses that are told. */
export default function OutwardPage() {
  const { t } = useWords();
  return (
    <>
      <PageTitle title={t("page.outward")} note={t("outward.note")} />
      <div style={{ maxWidth: "46rem" }}>
        <Tokens />
        <Webhooks />
        <Examples />
      </div>
    </>
  );
}

import { useParams } from "wouter";
import { ArticleSheet } from "./ArticleSheet";
import { EarlierPage } from "./EarlierPage";
import { ResourcePage } from "./ResourcePage";
import { Shelves } from "./Shelves";
import { CompareSheet, VersionSheet } from "./VersionSheet";

/** library, /12, /version/12, /compare/12/9, /resources, /earlier or /earlier/12. */
export default function LibraryPage() {
  const { "*": rest } = useParams<{ "*"?: string }>();
  const [first = "", second = "", third = ""] = (rest ?? "").split("/");
  if (isId(first)) return <ArticleSheet key={first} id={Number(first)} />;
  if (first === "resources") return <ResourcePage />;
  if (first === "earlier" && second === "") return <EarlierPage />;
  return isId(second) ? <Past kind={first} id={Number(second)} against={Number(third)} /> : <Shelves />;
}

/** What stands no longer, or stands in the library of the cohort before. */
function Past({ kind, id, against }: { kind: string; id: number; against: number }) {
  if (kind === "earlier") return <ArticleSheet key={id} id={id} inherited />;
  if (kind === "version") return <VersionSheet key={id} id={id} />;
  return kind === "compare" ? <CompareSheet key={`${id} ${against}`} id={id} against={against} /> : <Shelves />;
}

function isId(word: string): boolean {
  return /^[1-9]\d*$/.test(word);
}

/** What a column of a table can stand for, by the API's words. */
export const meanings = ["time", "sender", "text", "id", "reply_to", "zone"] as const;

export type Meaning = (typeof meanings)[number];

/** Columns as a person named them; what is not said the API finds out by itself. */
export type Mapping = Partial<Record<Meaning, string>>;

const marks = [",", "\t", ";", "|"] as const;

function cut(line: string, mark: string): readonly string[] {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (const letter of line) {
    if (letter === '"') quoted = !quoted;
    else if (letter === mark && !quoted) {
      cells.push(cell.trim());
      cell = "";
    } else cell += letter;
  }
  return [...cells, cell.trim()].filter((one) => one !== "");
}

/** The cells of the first line of a table, cut by the mark that gives the most. */
export function headerCells(start: string): readonly string[] {
  const line = start.replace(/^\uFEFF/, "").split(/\r?\n/, 1)[0] ?? "";
  return marks.map((mark) => cut(line, mark)).reduce((best, cells) => (cells.length > best.length ? cells : best));
}

/** Text of a file's first bytes: UTF-8, else the usual encoding of Chinese tables. */
export function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** The mapping with a column said for one meaning; '' takes it out. */
export function mapped(mapping: Mapping, meaning: Meaning, cell: string): Mapping {
  const others = Object.entries(mapping).filter(([known]) => known !== meaning);
  return Object.fromEntries(cell === "" ? others : [...others, [meaning, cell]]);
}

/** A mapping as the API reads it: `time=Sent at,sender=Name`. */
export function said(mapping: Mapping): string {
  return Object.entries(mapping)
    .map(([meaning, column]) => `${meaning}=${column}`)
    .join(",");
}

export function isTable(name: string): boolean {
  return /\.(csv|tsv)$/i.test(name);
}

/** What a column of a table can stand for; the first three are needed. */
export const meanings = ["time", "author", "text", "id", "reply_to", "zone"] as const;

export type Meaning = (typeof meanings)[number];

export type Mapping = Partial<Record<Meaning, string>>;

export const needed: readonly Meaning[] = ["time", "author", "text"];

const guesses: Record<Meaning, RegExp> = {
  time: /^(time|date|timestamp|created.?at|sent.?at|at|日期|时间|发送时间)$/i,
  author: /^(author|sender|name|from|nickname|member|speaker|发送者|昵称|姓名|发言人|作者)$/i,
  text: /^(text|message|content|body|内容|消息|正文|发言)$/i,
  id: /^(id|message.?id|编号|消息id)$/i,
  reply_to: /^(reply.?to|parent|parent.?id|回复|回复给)$/i,
  zone: /^(zone|channel|room|group|频道|群|分区)$/i,
};

/** The cells of the first line of a table, quotes respected. */
export function headerCells(start: string): readonly string[] {
  const line = start.replace(/^\uFEFF/, "").split(/\r?\n/, 1)[0] ?? "";
  const comma = (line.match(/,/g) ?? []).length;
  const tab = (line.match(/\t/g) ?? []).length;
  const semicolon = (line.match(/;/g) ?? []).length;
  const mark = tab > comma ? "\t" : semicolon > comma ? ";" : ",";
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
  cells.push(cell.trim());
  return cells.filter((one) => one !== "");
}

export function guessed(cells: readonly string[]): Mapping {
  const mapping: Mapping = {};
  for (const meaning of meanings) {
    const found = cells.find((cell) => guesses[meaning].test(cell));
    if (found !== undefined) mapping[meaning] = found;
  }
  return mapping;
}

export function isTable(name: string): boolean {
  return /\.(csv|tsv)$/i.test(name);
}

/** The mapping with a column said for one meaning; '' takes it out. */
export function mapped(mapping: Mapping, meaning: Meaning, cell: string): Mapping {
  const others = Object.entries(mapping).filter(([known]) => known !== meaning);
  return Object.fromEntries(cell === "" ? others : [...others, [meaning, cell]]);
}

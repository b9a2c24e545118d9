import { Anchor, Button, Group, NativeSelect, Paper, Stack, Text } from "@mantine/core";
import { useRef, useState } from "react";
import { Link } from "wouter";
import { ownsOne } from "@/app/pages";
import { usePlace } from "@/app/session";
import { PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";
import { Articles } from "./Articles";
import { useBringing } from "./bringing";
import { decoded, headerCells, isTable, mapped, meanings, type Mapping } from "./columns";
import { FileProgress } from "./FileProgress";
import classes from "./import.module.css";

interface TableChosen {
  file: File;
  cells: readonly string[];
}

/** Bring one's own talk: export files by drag and drop, with progress and a report. */
export default function ImportPage() {
  const { t } = useWords();
  const { me, community } = usePlace();
  const { files, start } = useBringing();
  const [table, setTable] = useState<TableChosen | null>(null);
  const take = async (chosen: readonly File[]) => {
    const tables = chosen.filter((file) => isTable(file.name));
    const rest = chosen.filter((file) => !isTable(file.name));
    const first = tables[0];
    if (first !== undefined) setTable({ file: first, cells: headerCells(decoded(await first.slice(0, 20_000).arrayBuffer())) });
    if (rest.length > 0) await start(rest, null);
  };
  return (
    <div className="measure">
      <PageTitle title={t("page.import")} note={t("import.note")} />
      {community.is_sample && (
        <Text mb="md" size="sm">
          {t("import.sample_note")}{" "}
          {ownsOne(me.communities) && (
            <Anchor component={Link} href={`/c/${community.slug}/new`}>
              {t("community.new")}
            </Anchor>
          )}
        </Text>
      )}
      <Stack gap="md">
        <Dropzone take={(chosen) => void take(chosen)} />
        {table !== null && (
          <Columns
            key={table.file.name}
            table={table}
            close={() => setTable(null)}
            go={(mapping) => {
              setTable(null);
              void start([table.file], mapping);
            }}
          />
        )}
        {files.map((file, place) => (
          <FileProgress key={place} file={file} />
        ))}
        <Articles />
      </Stack>
    </div>
  );
}

function Dropzone({ take }: { take: (files: readonly File[]) => void }) {
  const { t } = useWords();
  const { community } = usePlace();
  const field = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <div
      className={classes.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take([...event.dataTransfer.files]);
      }}
    >
      <Text fw={600}>{t("import.drop", { name: community.name })}</Text>
      <Text size="sm" c="dimmed" maw={480}>
        {t("import.formats")}
      </Text>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        aria-hidden="true"
        tabIndex={-1}
        data-testid="import-file"
        onChange={(event) => {
          take([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
      <Button onClick={() => field.current?.click()}>{t("import.choose")}</Button>
    </div>
  );
}

interface ColumnsProps {
  table: TableChosen;
  go: (mapping: Mapping) => void;
  close: () => void;
}

/** Which column is what, where a person wants to say it. */
function Columns({ table, go, close }: ColumnsProps) {
  const { t } = useWords();
  const [mapping, setMapping] = useState<Mapping>({});
  return (
    <Paper withBorder p="md">
      <Text fw={600}>{t("import.columns", { name: table.file.name })}</Text>
      <Text size="sm" c="dimmed">
        {t("import.columns_note")}
      </Text>
      <div className={classes.columns}>
        {meanings.map((meaning) => (
          <NativeSelect
            key={meaning}
            label={t(`import.column_${meaning}`)}
            value={mapping[meaning] ?? ""}
            data={[{ value: "", label: t("import.column_none") }, ...table.cells]}
            onChange={(event) => {
              const cell = event.currentTarget.value;
              setMapping(mapped(mapping, meaning, cell));
            }}
          />
        ))}
      </div>
      <Group mt="sm">
        <Button onClick={() => go(mapping)}>
          {t("import.begin")}
        </Button>
        <Button variant="default" onClick={close}>
          {t("act.cancel")}
        </Button>
      </Group>
    </Paper>
  );
}

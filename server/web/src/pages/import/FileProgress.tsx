import { Anchor, Group, Paper, Progress, Table, Text } from "@mantine/core";
import { Link } from "wouter";
import type { Import, Report } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { failureSentence } from "@/parts/parts";
import { useWords } from "@/words/words";
import { useImport, type Brought } from "./bringing";

/** One file: how much was sent, how much was read, and what it brought. */
export function FileProgress({ file }: { file: Brought }) {
  const { t } = useWords();
  const { community } = usePlace();
  const followed = useImport(file.id);
  const failure = file.error ?? followed.error;
  const state = followed.data?.state;
  return (
    <Paper withBorder p="md" component="section" aria-label={file.name}>
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600} truncate>
          {file.name}
        </Text>
        <Text size="sm" c="dimmed">
          {sizeWord(file.size)}
        </Text>
      </Group>
      {failure !== null ? (
        <Text role="alert" c="var(--mantine-color-error)">
          {failureSentence(failure, t)}
        </Text>
      ) : (
        state !== "done" && state !== "failed" && <Bar file={file} followed={followed.data} />
      )}
      {state === "failed" && (
        <Text role="alert" c="var(--mantine-color-error)">
          {followed.data?.failure ?? t("failure.unknown")}
        </Text>
      )}
      {state === "done" && (
        <div role="status">
          <Text>{t("import.done")}</Text>
          {followed.data?.report != null && <ReportTable report={followed.data.report} />}
          <Group mt="sm">
            <Anchor component={Link} href={`/c/${community.slug}/room`}>
              {t("import.to_room")}
            </Anchor>
            <Anchor component={Link} href={`/c/${community.slug}/queue`}>
              {t("import.to_queue")}
            </Anchor>
          </Group>
        </div>
      )}
    </Paper>
  );
}

function sizeWord(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function Bar({ file, followed }: { file: Brought; followed: Import | undefined }) {
  const { t } = useWords();
  const reading = followed !== undefined && followed.total > 0;
  const share = reading ? followed.done / followed.total : file.sent;
  const label = file.id === null ? t("import.sending") : t("import.reading");
  return (
    <div>
      <Progress value={share * 100} animated={file.id !== null} aria-label={label} mt={6} />
      <Text size="sm" c="dimmed" mt={4}>
        {label} {Math.round(share * 100)}%
      </Text>
    </div>
  );
}

export function ReportTable({ report }: { report: Report }) {
  const { t, named } = useWords();
  const counts: readonly [string, number | string][] = [
    [t("report.format"), named("format", report.format)],
    [t("report.messages"), report.messages],
    [t("report.known"), report.known],
    [t("report.members"), report.members],
    [t("report.replies"), report.replies],
    [t("report.joins"), report.joins],
    [t("report.reactions"), report.reactions],
    [t("report.changes"), report.edits + report.recalls],
    [t("report.skipped"), report.skipped],
  ];
  const rows = counts.filter(([, count]) => count !== 0);
  return (
    <Table mt="xs" verticalSpacing={4} withRowBorders={false}>
      <Table.Tbody>
        {rows.map(([label, value]) => (
          <Table.Tr key={label}>
            <Table.Th w={160} fw={400} c="dimmed" scope="row">
              {label}
            </Table.Th>
            <Table.Td>{value}</Table.Td>
          </Table.Tr>
        ))}
        {report.lines.map((line, place) => (
          <Table.Tr key={place}>
            <Table.Th fw={400} c="dimmed" scope="row">
              {line.place}
            </Table.Th>
            <Table.Td>{line.text}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

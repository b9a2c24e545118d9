import { Alert, Button, Group, Paper, Text, Title } from "@mantine/core";
import { useRef, useState, type ReactNode } from "react";
import { useWords } from "@/words/words";
import classes from "./health.module.css";
import { savePicture } from "./picture";

interface PlotProps {
  title: string;
  says: string;
  next: string;
  /** The same numbers as a table, for whoever reads better so. */
  table?: ReactNode;
  /** Whether what is drawn can be taken along as a picture. */
  drawn?: boolean;
  choose?: ReactNode;
  children: ReactNode;
}

/** A plot with what it says, what to do next, and the table behind it. */
export function Plot({ title, says, next, table, drawn = true, choose, children }: PlotProps) {
  const { t } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const save = () => {
    const drawing = frame.current?.querySelector("svg");
    if (drawing === null || drawing === undefined) return;
    savePicture(drawing, title, says).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return (
    <Paper withBorder p="md" component="section" className={classes.plot}>
      <Group justify="space-between" align="baseline" gap="xs">
        <Title order={2}>{title}</Title>
        {drawn && (
          <Button size="compact-xs" variant="subtle" onClick={save} aria-label={t("health.picture_of", { title })}>
            {t("health.picture")}
          </Button>
        )}
      </Group>
      <Text>{says}</Text>
      <Text size="sm" className={classes.next}>
        <span className={classes.arrow} aria-hidden="true">
          →
        </span>{" "}
        {next}
      </Text>
      {choose}
      <div ref={frame} className={classes.frame}>
        {children}
      </div>
      {failed && (
        <Alert color="red" variant="light" role="alert">
          {t("health.picture_failed")}
        </Alert>
      )}
      {table !== undefined && (
        <details className={classes.behind}>
          <summary>{t("health.table")}</summary>
          <div className={classes.scroll} tabIndex={0} role="region" aria-label={t("health.table_of", { title })}>
            {table}
          </div>
        </details>
      )}
    </Paper>
  );
}

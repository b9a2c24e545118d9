import { Alert, Button, Group, Paper, Text, Title } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useState, type ReactNode } from "react";
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
  /** What is drawn, for as much room as there is: letters keep their size on a phone. */
  children: (wide: number) => ReactNode;
}

const [NARROWEST, WIDEST, UNKNOWN] = [280, 900, 720];

/** A plot with what it says, what to do next, and the table behind it. */
export function Plot({ title, says, next, table, drawn = true, choose, children }: PlotProps) {
  const { t } = useWords();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const wide = width === 0 ? UNKNOWN : Math.min(WIDEST, Math.max(NARROWEST, Math.round(width)));
  const [failed, setFailed] = useState(false);
  const save = (button: HTMLElement) => {
    const drawing = button.closest("section")?.querySelector<SVGSVGElement>("svg[role=img]");
    if (drawing === null || drawing === undefined) return;
    savePicture(drawing, title, says).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return (
    <Paper withBorder p="md" component="section" className={classes.plot}>
      <Group justify="space-between" align="baseline" gap="xs" wrap="nowrap">
        <Title order={2}>{title}</Title>
        {drawn && (
          <Button size="compact-xs" variant="subtle" onClick={(event) => save(event.currentTarget)} aria-label={t("health.picture_of", { title })}>
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
      <div ref={ref} className={classes.frame}>
        {children(wide)}
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

import { Button, CloseButton, Group, Paper, Text } from "@mantine/core";
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { useWords } from "@/words/words";
import classes from "./notices.module.css";

export interface Notice {
  text: string;
  tone?: "calm" | "failure";
  /** Milliseconds it stays; it stays longer while an undo is offered. */
  lasts?: number;
  undo?: () => void;
}

type Notify = (notice: Notice) => void;

const NoticeContext = createContext<Notify | null>(null);

export function useNotify(): Notify {
  const notify = use(NoticeContext);
  if (notify === null) throw new Error("no notices here");
  return notify;
}

/** One notice at a time, spoken politely; a newer one takes the place of the older. */
export function Notices({ children }: { children: ReactNode }) {
  const [notice, setNotice] = useState<(Notice & { stamp: number }) | null>(null);
  const stamp = useRef(0);
  const notify = useCallback<Notify>((next) => {
    stamp.current += 1;
    setNotice({ ...next, stamp: stamp.current });
  }, []);
  useEffect(() => {
    if (notice === null) return;
    const timer = setTimeout(() => setNotice(null), notice.lasts ?? (notice.tone === "failure" ? 9000 : 5000));
    return () => clearTimeout(timer);
  }, [notice]);
  const context = useMemo(() => notify, [notify]);
  return (
    <NoticeContext value={context}>
      {children}
      <div className={classes.place} role="status" aria-live="polite">
        {notice !== null && <Shown key={notice.stamp} notice={notice} close={() => setNotice(null)} />}
      </div>
    </NoticeContext>
  );
}

function Shown({ notice, close }: { notice: Notice; close: () => void }) {
  const { t } = useWords();
  const { undo } = notice;
  return (
    <Paper className={classes.notice} data-tone={notice.tone ?? "calm"} shadow="md" px="md" py="xs">
      <Group gap="sm" wrap="nowrap" justify="space-between">
        <Text size="sm">{notice.text}</Text>
        <Group gap={4} wrap="nowrap">
          {undo !== undefined && (
            <Button
              size="compact-sm"
              variant="light"
              onClick={() => {
                undo();
                close();
              }}
            >
              {t("act.undo")}
            </Button>
          )}
          <CloseButton size="sm" aria-label={t("act.close")} onClick={close} />
        </Group>
      </Group>
      {undo !== undefined && <div className={classes.fuse} style={{ animationDuration: `${notice.lasts ?? 10_000}ms` }} />}
    </Paper>
  );
}

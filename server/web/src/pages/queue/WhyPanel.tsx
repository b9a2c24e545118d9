import { Collapse, Group, List, Progress, Stack, Text, UnstyledButton } from "@mantine/core";
import type { Suggestion } from "@/api/shapes";
import { Icon } from "@/parts/icons";
import { Moment } from "@/parts/parts";
import { costWord } from "@/words/money";
import { useWords } from "@/words/words";
import classes from "./queue.module.css";

/** Trigger, rule, confidence and checks: why this draft, and why now. */
export function WhyPanel({ card, open, toggle }: { card: Suggestion; open: boolean; toggle: () => void }) {
  const { t, named, language } = useWords();
  return (
    <div className={classes.why}>
      <UnstyledButton onClick={toggle} aria-expanded={open} aria-controls="why-panel" className={classes.whyButton}>
        <Group gap={6} wrap="nowrap" align="flex-start">
          <Text size="sm" fw={600} style={{ whiteSpace: "nowrap" }}>
            {t("why.title")}
          </Text>
          <Text size="sm" c="dimmed" lineClamp={open ? 6 : 1}>
            {card.why.text}
          </Text>
          <span style={{ marginLeft: "auto" }}>
            <Icon name={open ? "up" : "down"} size={18} />
          </span>
        </Group>
      </UnstyledButton>
      <Collapse expanded={open} id="why-panel">
        <Stack gap="sm" pt="xs">
          <Row label={t("why.trigger")}>{card.why.text}</Row>
          <Row label={t("why.rule")}>{named("move", card.rule)}</Row>
          <Row label={t("why.confidence")}>
            <Group gap="xs">
              <Progress value={card.confidence * 100} w={120} aria-label={t("why.confidence")} color="moss" />
              {Math.round(card.confidence * 100)}%
            </Group>
          </Row>
          {card.due_at !== null && (
            <Row label={t("why.due")}>
              <Moment at={card.due_at} />
            </Row>
          )}
          {card.checks.length > 0 && (
            <Row label={t("why.checks")}>
              <List size="sm" spacing={2} listStyleType="none">
                {card.checks.map((check) => (
                  <List.Item key={check.code}>
                    <span aria-label={check.passed ? t("why.passed") : t("why.failed")} role="img">
                      {check.passed ? "✓" : "✗"}
                    </span>{" "}
                    {check.passed ? named("passed", check.code) : check.text}
                  </List.Item>
                ))}
              </List>
            </Row>
          )}
          <Row label={t("why.engine")}>{named("engine", card.engine)}</Row>
          {card.cost !== null && <Row label={t("why.cost")}>{costWord(card.cost, t, language)}</Row>}
        </Stack>
      </Collapse>
    </div>
  );
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={classes.whyRow}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="sm" component="div">
        {children}
      </Text>
    </div>
  );
}

import { Paper, Text, Title } from "@mantine/core";
import type { Health, HealthFigure } from "@/api/shapes";
import { useWords } from "@/words/words";
import classes from "./health.module.css";
import { figureWord, percent } from "./saying";

const groups = ["activity", "newcomers", "replying", "equity", "network", "contents"] as const;

/** Every figure by its group: its value or why there is none, what it means, what next. */
export function Figures({ health }: { health: Health }) {
  const { t } = useWords();
  return (
    <section className={classes.groups}>
      {groups.map((group) => (
        <Paper withBorder p="md" key={group}>
          <Title order={2} mb="xs">
            {t(`health.group_${group}`)}
          </Title>
          <dl className={classes.figures}>
            {health.figures
              .filter((figure) => figure.group === group)
              .map((figure) => (
                <Figure key={figure.code} figure={figure} />
              ))}
          </dl>
          {group === "contents" && (
            <>
              <Mix title={t("health.contents")} parts={health.contents} />
              <Mix title={t("health.drivers")} parts={health.drivers} />
            </>
          )}
        </Paper>
      ))}
    </section>
  );
}

function Figure({ figure }: { figure: HealthFigure }) {
  const { t, language } = useWords();
  const value = figureWord(figure, language);
  const asks = !["fine", "unseen"].includes(figure.next.code);
  return (
    <div className={classes.figure}>
      <dt>{figure.name}</dt>
      <dd className={value === null ? classes.unseen : classes.value}>{value ?? t("health.unseen")}</dd>
      <dd className={classes.said}>
        <Text size="sm" c="dimmed">
          {figure.unseen?.text ?? figure.meaning}
        </Text>
        {asks && (
          <Text size="sm" className={classes.next}>
            <span className={classes.arrow} aria-hidden="true">
              →
            </span>{" "}
            {figure.next.text}
          </Text>
        )}
      </dd>
    </div>
  );
}

function Mix({ title, parts }: { title: string; parts: Health["contents"] }) {
  const { t, language } = useWords();
  const whole = parts.reduce((sum, part) => sum + part.count, 0);
  if (whole === 0) return null;
  return (
    <table className={classes.mix}>
      <caption>{title}</caption>
      <tbody>
        {parts.map((part) => (
          <tr key={part.code}>
            <th scope="row">{part.name}</th>
            <td className={classes.track}>
              <span style={{ width: `${(100 * part.count) / whole}%` }} />
            </td>
            <td>
              {percent(part.count / whole, language)}
              {part.wished !== null && t("health.wished", { percent: percent(part.wished, language) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { Button, Checkbox, Chip, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, read } from "@/api/call";
import type { PosterPlan } from "@/api/shapes";
import { fetchFile, keepFile } from "@/api/take";
import { useNotify } from "@/app/notices";
import { failureSentence, Loaded } from "@/parts/parts";
import { useWords } from "@/words/words";
import classes from "./library.module.css";

type Design = PosterPlan["best"];

/** A poster of one article: what of it stands, in which design, seen before it is kept. */
export function ArticlePoster({ article }: { article: number }) {
  const { t, language } = useWords();
  const [tongue, setTongue] = useState<string>(language);
  const [wished, setWished] = useState<Design | null>(null);
  const [picked, setPicked] = useState<readonly number[]>([]);
  const path = `/api/articles/${article}/poster`;
  const asked = [`language=${tongue}`, ...picked.map((id) => `claims=${id}`)].join("&");
  const plan = useQuery({ queryKey: ["poster-plan", article, asked], queryFn: () => read<PosterPlan>(`${path}/plan?${asked}`), staleTime: 60_000, retry: false, placeholderData: (before) => before });
  return (
    <Stack gap="sm">
      <Tongue value={tongue} onChange={setTongue} />
      <Loaded from={plan}>
        {(found) => {
          const design = found.designs.find((one) => one.name === wished && one.refused === null)?.name ?? found.best;
          const taken = found.designs.some((one) => one.refused === null);
          return (
            <>
              <Designs plan={found} value={design} onChange={setWished} />
              <SentencePicker plan={found} design={design} picked={picked} onPick={setPicked} />
              {taken ? <Preview path={path} asked={`design=${design}&${asked}`} name={`poster-${article}-${design}`} label={t(`poster.${design}`)} /> : <Text size="sm">{found.designs[0]?.refused}</Text>}
              {taken && found.leads_to === "" && (
                <Text size="xs" c="dimmed">
                  {t("poster.no_code")}
                </Text>
              )}
            </>
          );
        }}
      </Loaded>
    </Stack>
  );
}

/** The poster of the best of a week. */
export function WeekPoster({ path, name, week }: { path: string; name: string; week: string }) {
  const { t, language } = useWords();
  const [tongue, setTongue] = useState<string>(language);
  return (
    <Stack gap="sm">
      <Tongue value={tongue} onChange={setTongue} />
      <Preview path={path} asked={`language=${tongue}&week=${week}`} name={name} label={t("take.week")} />
    </Stack>
  );
}

function Tongue({ value, onChange }: { value: string; onChange: (tongue: string) => void }) {
  const { t } = useWords();
  return (
    <SegmentedControl
      size="xs"
      className={classes.tongue}
      aria-label={t("poster.language")}
      value={value}
      onChange={onChange}
      data={[
        { value: "zh", label: "中文" },
        { value: "en", label: "English" },
      ]}
    />
  );
}

/** Every design, those that do not fit with the reason. */
function Designs({ plan, value, onChange }: { plan: PosterPlan; value: Design; onChange: (design: Design) => void }) {
  const { t } = useWords();
  const refused = plan.designs.filter((one) => one.refused !== null);
  return (
    <Stack gap={6}>
      <Chip.Group value={value} onChange={(name) => onChange(plan.designs.find((one) => one.name === name)?.name ?? value)}>
        <Group gap={6} role="radiogroup" aria-label={t("poster.design")}>
          {plan.designs.map((one) => (
            <Chip key={one.name} value={one.name} size="xs" disabled={one.refused !== null}>
              {t(`poster.${one.name}`)}
              {one.name === plan.best && ` · ${t("poster.fits_best")}`}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {refused.length > 0 && (
        <details className={classes.reasons}>
          <summary>{t("poster.why_not")}</summary>
          {refused.map((one) => (
            <Text key={one.name} size="xs" c="dimmed">
              {t(`poster.${one.name}`)} · {one.refused}
            </Text>
          ))}
        </details>
      )}
    </Stack>
  );
}

/** What stands on the poster: chosen by Simmer until a person chooses. */
function SentencePicker({ plan, design, picked, onPick }: { plan: PosterPlan; design: Design; picked: readonly number[]; onPick: (ids: readonly number[]) => void }) {
  const { t } = useWords();
  const shown = picked.length > 0 ? picked : plan.sentences.filter((one) => one.on.includes(design)).map((one) => one.claim_id);
  const toggle = (id: number, on: boolean) => onPick(on ? [...shown, id] : shown.filter((one) => one !== id));
  return (
    <details className={classes.reasons}>
      <summary>{t("poster.sentences", { chosen: shown.length, all: plan.sentences.length })}</summary>
      <Stack gap={8} mt={8}>
        {plan.sentences.map((one) => (
          <Checkbox
            key={one.claim_id}
            size="sm"
            checked={one.left_out === null && shown.includes(one.claim_id)}
            disabled={one.left_out !== null || (shown.length === 1 && shown.includes(one.claim_id))}
            onChange={(event) => toggle(one.claim_id, event.currentTarget.checked)}
            label={one.text}
            description={one.left_out ?? undefined}
            classNames={{ label: classes.sentence }}
          />
        ))}
        {picked.length > 0 && (
          <Button size="compact-sm" variant="default" onClick={() => onPick([])} style={{ alignSelf: "flex-start" }}>
            {t("poster.choose_again")}
          </Button>
        )}
      </Stack>
    </details>
  );
}

function Preview({ path, asked, name, label }: { path: string; asked: string; name: string; label: string }) {
  const { t } = useWords();
  const notify = useNotify();
  const shown = useQuery({
    queryKey: ["poster", path, asked],
    queryFn: async () => addressOf(await fetchFile(`${path}?form=png&${asked}`)),
    staleTime: 60_000,
    retry: false,
  });
  const keeping = useMutation({
    mutationFn: (form: "pdf" | "png") => fetchFile(`${path}?form=${form}&keep=true&${asked}`),
    onSuccess: (file, form) => keepFile(file, `${name}.${form}`),
    onError: (error) => notify({ text: failureSentence(error, t), tone: "failure" }),
  });
  return (
    <>
      {shown.isPending && (
        <Text size="sm" c="dimmed" role="status">
          {t("poster.setting")}
        </Text>
      )}
      <Loaded from={shown}>{(address) => <img src={address} alt={t("poster.preview", { design: label })} className={classes.poster} />}</Loaded>
      <Group gap="sm">
        {(["pdf", "png"] as const).map((form) => (
          <Button key={form} variant={form === "pdf" ? "filled" : "default"} disabled={shown.data === undefined} loading={keeping.isPending && keeping.variables === form} onClick={() => keeping.mutate(form)}>
            {t(`poster.keep_${form}`)}
          </Button>
        ))}
      </Group>
      <Text size="sm" c="dimmed">
        {t("poster.note")}
      </Text>
    </>
  );
}

/** A picture as an address of its own, so that nothing is left behind when it is no longer shown. */
function addressOf(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === "string" ? reader.result : "");
    reader.onerror = () => reject(new ApiError(0, "unreachable", ""));
    reader.readAsDataURL(file);
  });
}

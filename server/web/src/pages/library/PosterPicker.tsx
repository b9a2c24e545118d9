import { Button, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError } from "@/api/call";
import { fetchFile, keepFile } from "@/api/take";
import { useNotify } from "@/app/notices";
import { failureSentence, Loaded } from "@/parts/parts";
import { useWords } from "@/words/words";
import classes from "./library.module.css";

const designs = ["ember", "paper", "night"] as const;
type Design = (typeof designs)[number];

/** Choose a design, see it, keep it as PDF or PNG; of the week a day is in, else of this one. */
export function PosterPicker({ path, name, week }: { path: string; name: string; week?: string }) {
  const { t, language } = useWords();
  const notify = useNotify();
  const [design, setDesign] = useState<Design>("ember");
  const [tongue, setTongue] = useState<string>(language);
  const asked = `design=${design}&language=${tongue}${week === undefined ? "" : `&week=${week}`}`;
  const shown = useQuery({
    queryKey: ["poster", path, asked],
    queryFn: async () => addressOf(await fetchFile(`${path}?form=png&${asked}`)),
    staleTime: 60_000,
    retry: false,
  });
  const keeping = useMutation({
    mutationFn: (form: "pdf" | "png") => fetchFile(`${path}?form=${form}&keep=true&${asked}`),
    onSuccess: (file, form) => keepFile(file, `${name}-${design}.${form}`),
    onError: (error) => notify({ text: failureSentence(error, t), tone: "failure" }),
  });
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <SegmentedControl
          size="xs"
          aria-label={t("poster.design")}
          value={design}
          onChange={(value) => setDesign(designs.find((one) => one === value) ?? "ember")}
          data={designs.map((one) => ({ value: one, label: t(`poster.${one}`) }))}
        />
        <SegmentedControl
          size="xs"
          aria-label={t("poster.language")}
          value={tongue}
          onChange={setTongue}
          data={[
            { value: "zh", label: "中文" },
            { value: "en", label: "English" },
          ]}
        />
      </Group>
      <Loaded from={shown}>{(address) => <img src={address} alt={t("poster.preview", { design: t(`poster.${design}`) })} className={classes.poster} />}</Loaded>
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
    </Stack>
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

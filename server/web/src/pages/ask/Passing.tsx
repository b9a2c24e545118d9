import { Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { post } from "@/api/call";
import type { Answer } from "@/api/shapes";
import { Failure, Moment } from "@/parts/parts";
import { useWords } from "@/words/words";

/** Who a question waits for, or the two ways to hand it to people, with one's name or without. */
export function Passing({ answer, change }: { answer: Answer; change: (answer: Answer) => void }) {
  const { t } = useWords();
  const [unnamed, setUnnamed] = useState(false);
  const pass = useMutation({
    mutationFn: (to: "group" | "expert") => post<Answer>(`/api/questions/${answer.id}/pass-on`, { to, unnamed }),
    onSuccess: change,
  });
  if (answer.waiting !== null) return <Waits waiting={answer.waiting} again={answer.state === "refused"} />;
  if (answer.state === "resolved") return <Text>{t("ask.passed_on")}</Text>;
  return (
    <Stack gap="sm">
      <Text>{t("ask.refused")}</Text>
      <Group gap="xs">
        <Button loading={pass.isPending && pass.variables === "group"} onClick={() => pass.mutate("group")}>
          {t("ask.to_group")}
        </Button>
        <Button variant="default" loading={pass.isPending && pass.variables === "expert"} onClick={() => pass.mutate("expert")}>
          {t("ask.to_expert")}
        </Button>
        <Checkbox label={t("ask.without_name")} checked={unnamed} onChange={(event) => setUnnamed(event.currentTarget.checked)} />
      </Group>
      {pass.error !== null && <Failure error={pass.error} />}
    </Stack>
  );
}

function Waits({ waiting, again }: { waiting: NonNullable<Answer["waiting"]>; again: boolean }) {
  const { t } = useWords();
  const to = waiting.to === "group" ? t("ask.waits_group") : waiting.expert === null ? t("ask.waits_expert_nobody") : t("ask.waits_expert", { name: waiting.expert });
  return (
    <div>
      <Text>
        {again && `${t("ask.asked_again")} `}
        {to}
      </Text>
      <Text size="sm" c="dimmed">
        {t("ask.waits_since")} <Moment at={waiting.at} /> · {t(waiting.named ? "ask.waits_named" : "ask.waits_unnamed")}
      </Text>
    </div>
  );
}

import { Button, Group, Paper, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { read } from "@/api/call";
import type { Finding } from "@/api/shapes";
import { Loaded, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";

const colors: Record<Finding["level"], string> = {
  ok: "var(--fine)",
  warning: "var(--mantine-color-anchor)",
  fault: "var(--mantine-color-error)",
};
const signs: Record<Finding["level"], string> = { ok: "✓", warning: "!", fault: "✗" };

/** What the doctor finds on the machine this runs on, and what to do about it. */
export default function DoctorPage() {
  const { t } = useWords();
  const findings = useQuery({
    queryKey: ["doctor"],
    queryFn: async () => (await read<{ findings: Finding[] }>("/api/doctor")).findings,
    staleTime: 0,
  });
  return (
    <>
      <PageTitle narrow title={t("page.doctor")} note={t("doctor.note")}>
        <Button size="compact-md" variant="default" loading={findings.isFetching} onClick={() => void findings.refetch()}>
          {t("doctor.again")}
        </Button>
      </PageTitle>
      {findings.isPending && (
        <Text c="dimmed" size="sm">
          {t("doctor.looking")}
        </Text>
      )}
      <Loaded from={findings}>
        {(all) => (
          <Stack gap="xs" maw="46rem">
            {all.map((finding) => (
              <Paper key={finding.code} withBorder px="md" py="sm">
                <Group gap="sm" wrap="nowrap" align="flex-start">
                  <Text span fw={700} c={colors[finding.level]} role="img" aria-label={t(`doctor.${finding.level}`)} w={20} style={{ flexShrink: 0 }}>
                    {signs[finding.level]}
                  </Text>
                  <div>
                    <Text>{finding.text}</Text>
                    {finding.advice !== null && (
                      <Text size="sm" c="dimmed">
                        {finding.advice}
                      </Text>
                    )}
                  </div>
                </Group>
              </Paper>
            ))}
          </Stack>
        )}
      </Loaded>
    </>
  );
}

import { Button, CopyButton, Group, Image, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { post } from "@/api/call";
import type { PassLink } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace } from "@/app/session";
import { failureSentence, Moment } from "@/parts/parts";
import { useWords } from "@/words/words";

interface PhoneLinkProps {
  /** For whom; without: for whoever asks. */
  member?: { id: number; name: string };
  /** Of which article; without: whatever waits first. */
  distillation?: number;
  size?: "sm" | "compact-sm";
}

/** A one-time link with which an expert decides on five claims without signing in. */
export function PhoneLink({ member, distillation, size = "compact-sm" }: PhoneLinkProps) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const make = useMutation({
    mutationFn: () =>
      post<PassLink>(`/api/communities/${community.id}/review-passes`, { member_id: member?.id ?? null, distillation_id: distillation ?? null }),
    onError: (error) => notify({ text: failureSentence(error, t), tone: "failure" }),
  });
  return (
    <>
      <Button size={size} variant="default" loading={make.isPending} onClick={() => make.mutate()} {...(member === undefined ? {} : { "aria-label": t("pass.make_for", { name: member.name }) })}>
        {t("pass.make")}
      </Button>
      <Modal opened={make.data !== undefined} onClose={make.reset} title={t("pass.link_title")} closeButtonProps={{ "aria-label": t("act.close") }}>
        {make.data !== undefined && <Made link={make.data} />}
      </Modal>
    </>
  );
}

function Made({ link }: { link: PassLink }) {
  const { t } = useWords();
  return (
    <Stack gap="sm">
      <Text size="sm">
        {t("pass.link_claims", { count: link.claims })} {t("pass.link_note", { name: link.name })}
      </Text>
      <Image src={link.qr} alt={t("pass.qr")} w={180} mx="auto" bg="white" />
      <Group gap="xs" wrap="nowrap">
        <TextInput readOnly value={link.url} aria-label={t("pass.link_label")} style={{ flex: 1 }} onFocus={(event) => event.currentTarget.select()} />
        <CopyButton value={link.url}>{({ copied, copy }) => <Button onClick={copy}>{copied ? t("act.copied") : t("act.copy")}</Button>}</CopyButton>
      </Group>
      <Text size="xs" c="dimmed">
        {t("pass.link_until")} <Moment at={link.expires_at} />
      </Text>
    </Stack>
  );
}

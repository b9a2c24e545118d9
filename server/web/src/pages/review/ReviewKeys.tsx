import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useKeys } from "@/app/keys";
import { KeysSheet } from "@/parts/KeysSheet";
import { useWords, type Key } from "@/words/words";

const rows: readonly [string, Key][] = [
  ["a", "beside.key_approve"],
  ["e", "beside.key_edit"],
  ["x", "beside.key_reject"],
  ["s", "beside.key_split"],
  ["m", "beside.key_merge"],
  ["g", "beside.key_green"],
  ["n", "beside.key_next"],
  ["j / k", "beside.key_move"],
  ["z", "beside.key_reopen"],
  ["c", "beside.key_comment"],
  ["q", "beside.key_ask"],
  ["h", "beside.key_hand"],
  ["S", "beside.key_sign"],
  ["o", "beside.key_first"],
  ["?", "beside.key_help"],
];

/** The keys of the review, opened by a button or by "?". */
export function ReviewKeys() {
  const { t } = useWords();
  const [opened, { open, close }] = useDisclosure(false);
  useKeys({ "?": open });
  return (
    <>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={open} visibleFrom="md">
        {t("beside.keys_open")}
      </Button>
      <KeysSheet title="beside.keys_title" rows={rows} opened={opened} close={close} />
    </>
  );
}

import { Kbd, Modal, Stack, Switch, Table, Text } from "@mantine/core";
import { useState } from "react";
import { keysAreOn, switchKeys } from "@/app/keys";
import { useWords, type Key } from "@/words/words";

const rows: readonly [string, Key][] = [
  ["j / k", "keys.move"],
  ["a", "keys.accept"],
  ["e", "keys.edit"],
  ["x", "keys.dismiss"],
  ["h", "keys.snooze"],
  ["o", "keys.other"],
  ["c", "keys.copy"],
  ["z", "keys.undo"],
  ["w", "keys.why"],
  ["n", "keys.fresh"],
  ["?", "keys.help"],
];

export function KeysHelp({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useWords();
  const [on, setOn] = useState(keysAreOn);
  return (
    <Modal opened={opened} onClose={close} title={t("keys.title")} closeButtonProps={{ "aria-label": t("act.close") }}>
      <Stack>
        <Table>
          <Table.Tbody>
            {rows.map(([letter, key]) => (
              <Table.Tr key={letter}>
                <Table.Th w={80} scope="row">
                  <Kbd>{letter}</Kbd>
                </Table.Th>
                <Table.Td>{t(key)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Switch
          label={t("keys.on")}
          checked={on}
          onChange={(event) => {
            switchKeys(event.currentTarget.checked);
            setOn(event.currentTarget.checked);
          }}
        />
        <Text size="sm" c="dimmed">
          {t("keys.note")}
        </Text>
      </Stack>
    </Modal>
  );
}

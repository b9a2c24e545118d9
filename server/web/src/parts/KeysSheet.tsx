import { Kbd, Modal, Stack, Switch, Table, Text } from "@mantine/core";
import { useState } from "react";
import { keysAreOn, switchKeys } from "@/app/keys";
import { useWords, type Key } from "@/words/words";

interface KeysSheetProps {
  title: Key;
  rows: readonly (readonly [string, Key])[];
  opened: boolean;
  close: () => void;
}

/** The keys of a page in a sheet over it, and the switch that puts them off for who types otherwise. */
export function KeysSheet({ title, rows, opened, close }: KeysSheetProps) {
  const { t } = useWords();
  const [on, setOn] = useState(keysAreOn);
  return (
    <Modal opened={opened} onClose={close} title={t(title)} closeButtonProps={{ "aria-label": t("act.close") }}>
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

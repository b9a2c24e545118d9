import { Anchor, Button, Group, NativeSelect, Table, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { read } from "@/api/call";
import type { Asset, AssetSheet } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { Day, Loaded, PageTitle } from "@/parts/parts";
import { useWords, type Key } from "@/words/words";
import classes from "./upkeep.module.css";

const counted = ["signed", "sentences", "reused", "answers", "people", "asked", "answered_at_once", "answered_later", "waiting"] as const;
const columns: readonly Key[] = ["assets.article", "assets.by", "assets.contributors", "assets.sentences", "assets.used", "assets.people_column", "assets.tried"];

/** What a quarter left: to be read, printed, or taken along as a table. */
export function AssetsPage() {
  const { t } = useWords();
  const { community } = usePlace();
  const [quarter, setQuarter] = useState<string | null>(null);
  const asked = quarter === null ? "" : `?quarter=${quarter}`;
  const sheet = useQuery({
    queryKey: ["assets", community.id, quarter],
    queryFn: () => read<AssetSheet>(`/api/communities/${community.id}/assets${asked}`),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <Anchor underline="hover" component={Link} href={`/c/${community.slug}/upkeep`} size="sm" className={classes.screen}>
        ← {t("page.upkeep")}
      </Anchor>
      <PageTitle title={t("assets.title")} note={t("assets.note")} />
      <Loaded from={sheet}>
        {(found) => (
          <>
            <Group gap="sm" mb="md" align="flex-end" className={classes.screen}>
              <NativeSelect label={t("assets.quarter")} data={found.quarters} value={found.quarter} onChange={(event) => setQuarter(event.currentTarget.value)} />
              <Button variant="default" onClick={() => window.print()}>
                {t("assets.print")}
              </Button>
              <Button component="a" variant="default" href={`/api/communities/${community.id}/assets.csv${asked}`} download>
                {t("assets.download")}
              </Button>
            </Group>
            <Sheet sheet={found} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Sheet({ sheet }: { sheet: AssetSheet }) {
  const { t } = useWords();
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t("assets.span", { quarter: sheet.quarter, first: sheet.first_day, last: sheet.last_day })}
      </Text>
      <dl className={classes.facts}>
        {counted.map((name) => (
          <div key={name}>
            <dt>{t(`assets.${name}`)}</dt>
            <dd>{sheet[name]}</dd>
          </div>
        ))}
      </dl>
      {sheet.assets.length === 0 ? (
        <Text size="sm">{t("assets.none")}</Text>
      ) : (
        <div className={classes.table} role="region" aria-label={t("assets.title")} tabIndex={0}>
          <Table withRowBorders verticalSpacing="xs" miw={860}>
            <Table.Thead>
              <Table.Tr>
                {columns.map((column) => (
                  <Table.Th key={column} style={{ whiteSpace: "nowrap" }}>{t(column)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {sheet.assets.map((asset) => (
                <Row key={asset.id} asset={asset} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </>
  );
}

function Row({ asset }: { asset: Asset }) {
  const { t, named } = useWords();
  const { community } = usePlace();
  const role = asset.signed_by_role === null ? "" : named("role", asset.signed_by_role);
  const shown = asset.state === "shelved" || asset.state === "due";
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor underline="hover" component={Link} href={shown ? `/c/${community.slug}/library/${asset.id}` : `/c/${community.slug}/library/version/${asset.id}`} size="sm">
          {asset.title}
        </Anchor>
        <Text size="xs" c="dimmed">
          {named("kind", asset.kind)} · {named("state", asset.state)} · <Day at={asset.signed_at} />
        </Text>
      </Table.Td>
      <Table.Td style={{ whiteSpace: "nowrap" }}>{[role, asset.signed_by].filter((part) => part !== "").join(" ")}</Table.Td>
      <Table.Td>
        {asset.contributors.join(t("library.and"))}
        {asset.unnamed > 0 && (
          <Text size="sm" c="dimmed">
            {t(asset.contributors.length > 0 ? "assets.unnamed" : "assets.unnamed_all", { count: asset.unnamed })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{asset.sentences}</Table.Td>
      <Table.Td>{t("assets.used_cell", { answers: asset.answers, sheets: asset.sheets })}</Table.Td>
      <Table.Td>{asset.people}</Table.Td>
      <Table.Td>{asset.tried === 0 ? "–" : asset.worked === null ? t("assets.tried_few", { tried: asset.tried }) : t("assets.tried_cell", { tried: asset.tried, worked: asset.worked })}</Table.Td>
    </Table.Tr>
  );
}

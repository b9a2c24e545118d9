import { Anchor, Stack, Text } from "@mantine/core";
import { Link } from "wouter";
import { mayOpen } from "@/app/pages";
import { usePlace } from "@/app/session";
import { Empty } from "@/parts/parts";
import { useWords } from "@/words/words";
import classes from "./begin.module.css";

const ways = [
  { page: "import", title: "begin.import", note: "begin.import_note" },
  { page: "paste", title: "begin.paste", note: "begin.paste_note" },
  { page: "members", title: "begin.invite", note: "begin.invite_note" },
] as const;

/** What to do with a room nobody has spoken in: three ways for those who run it, a word for all others. */
export function Begin() {
  const { t } = useWords();
  const { community } = usePlace();
  const open = ways.filter((way) => mayOpen(community.role, way.page));
  if (open.length === 0) return <Empty title={t("room.empty")} text={t("room.empty_text")} />;
  return (
    <Empty title={t("room.empty")} text={t("begin.say")}>
      <Stack component="ul" gap="xs" className={classes.ways ?? ""}>
        {open.map((way) => (
          <li key={way.page}>
            <Anchor component={Link} href={`/c/${community.slug}/${way.page}`} fw={600}>
              {t(way.title)}
            </Anchor>
            <Text size="sm" c="dimmed">
              {t(way.note)}
            </Text>
          </li>
        ))}
      </Stack>
    </Empty>
  );
}

import { Alert, Anchor, Button, Group, Text, Title, VisuallyHidden } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMemo } from "react";
import { Link } from "wouter";
import type { Suggestion, Suggestions } from "@/api/shapes";
import { useKeys } from "@/app/keys";
import { mayOpen } from "@/app/pages";
import { usePlace } from "@/app/session";
import { Due } from "@/pages/duty/Debt";
import { OwedNow } from "@/pages/duty/OwedNow";
import { LastWeek } from "@/pages/quiet/Weeks";
import { Empty, Loaded, Moment, PageTitle } from "@/parts/parts";
import { withoutMarks } from "@/words/marks";
import { useWords } from "@/words/words";
import { pileOf, piles, type Deck } from "./deck";
import { useDeciding, useSuggestions, type Deciding } from "./deciding";
import { InHand } from "./InHand";
import { KeysHelp } from "./KeysHelp";
import classes from "./queue.module.css";

export default function QueuePage() {
  const { t } = useWords();
  const offered = useSuggestions("offered");
  const [keys, keysDialog] = useDisclosure(false);
  return (
    <>
      <PageTitle title={t("page.queue")} note={t("queue.note")}>
        <Button size="compact-sm" variant="subtle" color="gray" c="dimmed" onClick={keysDialog.open} visibleFrom="md">
          {t("keys.open")}
        </Button>
      </PageTitle>
      <Undelivered />
      <WithOwners count={offered.data?.with_owners ?? 0} />
      <Loaded from={offered}>{(suggestions) => <Table offered={suggestions} showKeys={keysDialog.open} />}</Loaded>
      <KeysHelp opened={keys} close={keysDialog.close} />
    </>
  );
}

function Table({ offered, showKeys }: { offered: Suggestions; showKeys: () => void }) {
  const { t } = useWords();
  const deciding = useDeciding(offered);
  const { deck, turn } = deciding;
  const card = deck.laid.find((one) => one.id === deck.hand);
  const { community } = usePlace();
  const drafts = useMemo(() => new Set(deck.laid.map((one) => one.id)), [deck.laid]);
  return (
    <>
      {mayOpen(community.role, "duty") && <OwedNow drafts={drafts} take={(id) => turn({ kind: "take", id })} />}
      {mayOpen(community.role, "quiet") && <LastWeek />}
      <div className={classes.table}>
        <div className={classes.pillPlace}>
          {deck.fresh.length > 0 && (
            <Button className={classes.pill ?? ""} radius="xl" size="sm" onClick={() => turn({ kind: "lay" })}>
              {t("queue.fresh", { count: deck.fresh.length })}
            </Button>
          )}
        </div>
        <VisuallyHidden role="status">{deck.fresh.length > 0 ? t("queue.fresh", { count: deck.fresh.length }) : ""}</VisuallyHidden>
        {card === undefined ? <Nothing deciding={deciding} /> : <InHand key={card.id} card={card} deciding={deciding} showKeys={showKeys} />}
        {deck.laid.length > 1 && <CardList deck={deck} take={(id) => turn({ kind: "take", id })} />}
      </div>
    </>
  );
}

function Nothing({ deciding }: { deciding: Deciding }) {
  const { t } = useWords();
  const { community } = usePlace();
  useKeys({ z: deciding.undo });
  if (deciding.deck.laid.length > 0) return null;
  return (
    <div style={{ gridColumn: "1 / -1" }}>
      <Empty title={t("queue.empty")} text={t("queue.empty_next")}>
        {mayOpen(community.role, "quiet") && (
          <Anchor component={Link} href={`/c/${community.slug}/quiet`}>
            {t("queue.empty_quiet")}
          </Anchor>
        )}
        {mayOpen(community.role, "paste") && (
          <Anchor component={Link} href={`/c/${community.slug}/paste`}>
            {t("queue.empty_paste")}
          </Anchor>
        )}
      </Empty>
    </div>
  );
}

function CardList({ deck, take }: { deck: Deck; take: (id: number) => void }) {
  const { t } = useWords();
  return (
    <nav aria-label={t("queue.list")} className={`${classes.list ?? ""} ${classes.listPlace ?? ""}`}>
      {piles.map((pile) => {
        const cards = deck.laid.filter((card) => pileOf(card) === pile);
        if (cards.length === 0) return null;
        return (
          <div key={pile}>
            <Title order={2} className={classes.pile ?? ""} fz="0.9rem" c="dimmed">
              {t(`pile.${pile}`)}
            </Title>
            {cards.map((card) => (
              <CardRow key={card.id} card={card} current={card.id === deck.hand} take={() => take(card.id)} />
            ))}
          </div>
        );
      })}
    </nav>
  );
}

function CardRow({ card, current, take }: { card: Suggestion; current: boolean; take: () => void }) {
  const { named } = useWords();
  return (
    <button type="button" className={classes.row} aria-current={current} onClick={take}>
      <Group justify="space-between" gap={8} wrap="nowrap" align="baseline">
        <Text size="sm" fw={600} span>
          {named("move", card.move)}
        </Text>
        <Text size="xs" c="dimmed" span style={{ flexShrink: 0 }}>
          {card.due_at === null ? <Moment at={card.created_at} /> : <Due at={card.due_at} />}
        </Text>
      </Group>
      <Text size="sm" c="dimmed" lineClamp={2}>
        {withoutMarks(card.text, card.cited)}
      </Text>
    </button>
  );
}

/** Warnings that only an owner sees: whoever else hosts learns that there are some. */
function WithOwners({ count }: { count: number }) {
  const { t } = useWords();
  if (count === 0) return null;
  return (
    <Text size="sm" c="dimmed" mb="sm">
      {t("queue.with_owners", { count })}
    </Text>
  );
}

/** Accepted drafts whose way out is not known to have worked; the machine does not send them again. */
function Undelivered() {
  const { t } = useWords();
  const accepted = useSuggestions("accepted");
  const stuck = accepted.data?.suggestions.filter((card) => card.delivery === "unknown" || card.delivery === "refused") ?? [];
  const unsure = stuck.filter((card) => card.not_done === null);
  const left = stuck.filter((card) => card.not_done !== null);
  return (
    <>
      {unsure.length > 0 && (
        <Alert color="yellow" variant="light" mb="md" title={t("queue.stuck", { count: unsure.length })}>
          {unsure.map((card) => (
            <Text key={card.id} size="sm" lineClamp={2}>
              {card.zone.name}: {withoutMarks(card.text, card.cited)}
            </Text>
          ))}
        </Alert>
      )}
      {left.length > 0 && (
        <Alert color="yellow" variant="light" mb="md" title={t("queue.not_done")}>
          {left.map((card) => (
            <Text key={card.id} size="sm">
              {card.to_name ?? card.anchors[0]?.author ?? card.zone.name}: {card.not_done}
            </Text>
          ))}
        </Alert>
      )}
    </>
  );
}

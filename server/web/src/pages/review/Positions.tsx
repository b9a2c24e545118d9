import { Badge, Group, Paper, Text, Title, UnstyledButton } from "@mantine/core";
import type { Claim } from "@/api/shapes";
import { useWords } from "@/words/words";
import { sidesOf } from "./spans";
import classes from "./review.module.css";

/** What stands against each other in an article, side by side, with how many hold it; before anything else. */
export function Positions({ claims, go }: { claims: readonly Claim[]; go: (place: number) => void }) {
  const { t, named } = useWords();
  const sides = sidesOf(claims);
  if (sides.length === 0) return null;
  return (
    <Paper withBorder p="md" mb="sm" component="section" aria-labelledby="positions" className={classes.positions ?? ""}>
      <Title order={2} size="h5" id="positions">
        {t("side.title")}
      </Title>
      {sides.map((places) => (
        <div key={places[0]} className={classes.sides}>
          {places.map((place) => {
            const claim = claims[place];
            if (claim === undefined) return null;
            return (
              <UnstyledButton key={claim.id} onClick={() => go(place)} className={classes.position ?? ""}>
                <Group gap={6}>
                  <Text size="xs" c="dimmed">
                    {place + 1}.
                  </Text>
                  <Holders count={claim.holders} />
                  {claim.state !== "open" && (
                    <Badge size="sm" tt="none" variant="light" color={claim.state === "approved" ? "moss" : "gray"}>
                      {named("state", claim.state)}
                    </Badge>
                  )}
                </Group>
                <span className="words">{claim.text}</span>
              </UnstyledButton>
            );
          })}
        </div>
      ))}
    </Paper>
  );
}

/** How many hold a position; nothing where nobody was counted. */
export function Holders({ count }: { count: number }) {
  const { t } = useWords();
  if (count === 0) return null;
  return (
    <Badge size="sm" tt="none" variant="light" color="ember">
      {t("side.holders", { count })}
    </Badge>
  );
}

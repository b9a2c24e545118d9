import { Code, Group, Text } from "@mantine/core";
import { usePlace } from "@/app/session";
import { useWords } from "@/words/words";
import { Copy, Section } from "./Section";

/** How another program asks, ready to be pasted. */
export function Examples() {
  const { t } = useWords();
  const { community } = usePlace();
  const ask = [`curl ${window.location.origin}/api/ask \\`, `  -H "Authorization: Bearer simmer_…" \\`, `  -H "Content-Type: application/json" \\`, `  -d '{"question": "${t("outward.example_question")}"}'`].join("\n");
  const assistant = JSON.stringify({ mcpServers: { simmer: { command: "simmer", args: ["mcp", "--community", community.slug] } } }, null, 2);
  return (
    <Section title="outward.examples" note="outward.examples_note">
      <Example title={t("outward.example_ask")} text={ask} />
      <Example title={t("outward.example_mcp")} text={assistant} />
    </Section>
  );
}

function Example({ title, text }: { title: string; text: string }) {
  const { t } = useWords();
  return (
    <>
      <Group justify="space-between" wrap="nowrap" mt="sm" mb={4}>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <Copy text={text} label={`${t("outward.copy")}: ${title}`} />
      </Group>
      <Code block tabIndex={0} style={{ whiteSpace: "pre", overflowX: "auto" }}>
        {text}
      </Code>
    </>
  );
}

"""Words: prompts, scaffolds and offline wordings as files; imports nothing of ours."""

"""The words: prompt files, offline wordings, question packs and scaffolds, zh and en alike."""

import type { Membership } from "@/api/shapes";

const KEPT = "simmer.community";

/** The community somebody chose last on this device. */
export function chosenCommunity(): string | null {
  return localStorage.getItem(KEPT);
}

export function chooseCommunity(slug: string): void {
  localStorage.setItem(KEPT, slug);
}

/** The community to begin with: the chosen one, else one in the reader's language, their own before a sample. */
export function homeOf(communities: readonly Membership[], chosen: string | null, language: string): Membership | undefined {
  const spoken = communities.filter((one) => one.language === language);
  return communities.find((one) => one.slug === chosen) ?? spoken.find((one) => !one.is_sample) ?? spoken[0] ?? communities[0];
}

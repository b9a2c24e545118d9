import { useQuery } from "@tanstack/react-query";
import { read } from "@/api/call";
import type { Distillation, Signing } from "@/api/shapes";

/** What has to be known before the signature, asked anew with every decision. */
export function useSigning(distillation: Distillation) {
  const decided = distillation.claims.map((claim) => `${claim.digest}:${claim.state}`).join(" ");
  return useQuery({
    queryKey: ["signing", distillation.id, decided],
    queryFn: () => read<Signing>(`/api/distillations/${distillation.id}/signing`),
    enabled: distillation.claims.every((claim) => claim.state !== "open"),
  });
}

import { ApiError, writeHeaders } from "./call";
import type { Facts } from "@/words/sentence";

interface Refusal {
  code?: string;
  message?: string;
  facts?: Facts;
}

/** Fetch a file; a refusal comes with its sentence, as from any other call. */
export async function fetchFile(path: string): Promise<Blob> {
  const response = await fetch(path, { headers: writeHeaders(), credentials: "same-origin" }).catch(() => {
    throw new ApiError(0, "unreachable", "");
  });
  if (response.ok) return response.blob();
  const refusal = (await response.json().catch(() => ({}))) as Refusal;
  throw new ApiError(response.status, refusal.code ?? "", refusal.message ?? "", refusal.facts);
}

/** Let the browser keep a file under a name. */
export function keepFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

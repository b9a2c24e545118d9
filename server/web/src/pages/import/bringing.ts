import { useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { read } from "@/api/call";
import type { Import } from "@/api/shapes";
import { upload } from "@/api/upload";
import { usePlace } from "@/app/session";
import { said, type Mapping } from "./columns";

export interface Brought {
  name: string;
  size: number;
  sent: number;
  id: number | null;
  error: unknown;
}

/** Files on their way in: each is sent, then its import is followed until it ends. */
export function useBringing() {
  const { community } = usePlace();
  const [files, setFiles] = useState<readonly Brought[]>([]);
  const change = useCallback((place: number, more: Partial<Brought>) => {
    setFiles((all) => all.map((one, index) => (index === place ? { ...one, ...more } : one)));
  }, []);
  const bring = useCallback(
    async (file: File, mapping: Mapping | null, place: number) => {
      const form = new FormData();
      form.set("file", file, file.name);
      if (mapping !== null && Object.keys(mapping).length > 0) form.set("mapping", said(mapping));
      try {
        const path = `/api/communities/${community.id}/imports`;
        const started = await upload<{ id: number }>(path, form, (sent) => change(place, { sent }));
        change(place, { sent: 1, id: started.id });
      } catch (error) {
        change(place, { error });
      }
    },
    [change, community.id],
  );
  const start = useCallback(
    async (chosen: readonly File[], mapping: Mapping | null) => {
      const first = files.length;
      setFiles((all) => [...all, ...chosen.map((file) => ({ name: file.name, size: file.size, sent: 0, id: null, error: null }))]);
      for (const [index, file] of chosen.entries()) await bring(file, mapping, first + index);
    },
    [bring, files.length],
  );
  return { files, start };
}

export function useImport(id: number | null) {
  return useQuery({
    queryKey: ["import", id],
    queryFn: () => read<Import>(`/api/imports/${id ?? 0}`),
    enabled: id !== null,
    refetchInterval: (query) => (query.state.data === undefined || query.state.data.state === "running" ? 700 : false),
  });
}

import { useMutation } from "@tanstack/react-query";
import { post } from "@/api/call";
import type { Message } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { useWords } from "@/words/words";
import { failureSentence } from "./parts";

/** Put a message back that was taken down. */
export function useRestore(zone: number) {
  const { t } = useWords();
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: number) => post<Message>(`/api/messages/${id}/restore`),
    onSuccess: () => {
      notify({ text: t("settings.said_restored") });
      refresh(["removals", community.id], ["messages", zone]);
    },
    onError: (error) => notify({ text: failureSentence(error, t), tone: "failure" }),
  });
}

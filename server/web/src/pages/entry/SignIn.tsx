import { Loader, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { ME, signIn } from "@/app/session";
import { failureSentence } from "@/parts/parts";
import { useWords } from "@/words/words";
import { Entry } from "./Entry";

const posted = new Map<string, Promise<void>>();

/** Post a token once, however often the page is drawn. */
function signInOnce(token: string): Promise<void> {
  const known = posted.get(token);
  if (known !== undefined) return known;
  const fresh = signIn(token);
  posted.set(token, fresh);
  return fresh;
}

export function SignIn({ token }: { token: string }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [, go] = useLocation();
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    signInOnce(token)
      .then(() => client.resetQueries({ queryKey: ME }))
      .then(() => go("/", { replace: true }))
      .catch(setFailure);
  }, [token, client, go]);
  if (failure === null) {
    return (
      <Entry title={t("signin.working")}>
        <Loader type="dots" aria-label={t("state.loading")} />
      </Entry>
    );
  }
  return (
    <Entry title={t("signin.failed")}>
      <Text role="alert">{failureSentence(failure, t)}</Text>
      <Text c="dimmed" size="sm">
        {t("signin.what_next")}
      </Text>
    </Entry>
  );
}

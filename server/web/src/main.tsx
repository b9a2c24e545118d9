import "@/app/styles";
import "@/app/app.css";

import { MantineProvider } from "@mantine/core";
import { focusManager, hashKey, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { ApiError, speak } from "@/api/call";
import { App } from "@/app/App";
import { Notices } from "@/app/notices";
import { ME } from "@/app/session";
import { resolver, theme } from "@/app/theme";
import type { Me } from "@/api/shapes";
import { firstLanguage, type Language, type Shelf } from "@/words/sentence";
import { keepLanguage, keptLanguage, readShelf, WordsProvider, wordsOf } from "@/words/words";

const meHash = hashKey(ME);

// Whoever comes back to the window sees what has changed, also where no news arrives by itself:
// with several processes serving, a page hears only of what its own process did.
focusManager.setEventListener((look) => {
  const back = () => look();
  window.addEventListener("focus", back);
  document.addEventListener("visibilitychange", back);
  return () => {
    window.removeEventListener("focus", back);
    document.removeEventListener("visibilitychange", back);
  };
});

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchInterval: 60_000,
      retry: (failures, error) => failures < 2 && (!(error instanceof ApiError) || error.status >= 500),
    },
  },
});

/** The language is the one chosen in the open community, else the account's, the one kept here, or the browser's. */
function Spoken({ children }: { children: ReactNode }) {
  const [own, setOwn] = useState<Language>(() => firstLanguage(keptLanguage(), navigator.languages));
  const [settled, settle] = useState<Language | null>(null);
  const language = settled ?? own;
  const [shelf, setShelf] = useState<{ language: Language; shelf: Shelf } | null>(null);
  const choose = useCallback((next: Language) => {
    keepLanguage(next);
    setOwn(next);
  }, []);
  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        if (event.type !== "updated" || event.action.type !== "success" || event.query.queryHash !== meHash) return;
        const kept = (event.query.state.data as Me).account.language;
        if (kept === "zh" || kept === "en") choose(kept);
      }),
    [choose],
  );
  useEffect(() => {
    let wanted = true;
    void readShelf(language).then((found) => {
      if (!wanted) return;
      speak(language);
      document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
      setShelf({ language, shelf: found });
    });
    return () => {
      wanted = false;
    };
  }, [language]);
  const words = useMemo(() => shelf && wordsOf(shelf.language, shelf.shelf, { choose, settle }), [shelf, choose]);
  return words && <WordsProvider words={words}>{children}</WordsProvider>;
}

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <MantineProvider theme={theme} cssVariablesResolver={resolver} defaultColorScheme="auto">
        <Spoken>
          <Notices>
            <App />
          </Notices>
        </Spoken>
      </MantineProvider>
    </QueryClientProvider>
  </StrictMode>,
);

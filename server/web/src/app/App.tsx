import { VisuallyHidden } from "@mantine/core";
import { lazy, Suspense, useEffect, useState, type ComponentType, type ReactNode } from "react";
import { Redirect, Route, Switch, useParams } from "wouter";
import { ApiError } from "@/api/call";
import type { Me, Membership } from "@/api/shapes";
import { Failure, Waiting } from "@/parts/parts";
import { Shut, Strayed } from "@/pages/entry/Shut";
import { SignIn } from "@/pages/entry/SignIn";
import { SignedOut } from "@/pages/entry/SignedOut";
import { PassPage } from "@/pages/pass/PassPage";
import { languageFrom, type Language } from "@/words/sentence";
import { useWords } from "@/words/words";
import { chosenCommunity, homeOf } from "./home";
import { landingOf, mayOpen, pages, type PageName } from "./pages";
import { PlaceProvider, useMe } from "./session";
import { Shell } from "./Shell";

const rooms: Record<PageName, ComponentType> = {
  queue: lazy(() => import("@/pages/queue/QueuePage")),
  duty: lazy(() => import("@/pages/duty/DutyPage")),
  room: lazy(() => import("@/pages/room/RoomPage")),
  review: lazy(() => import("@/pages/review/ReviewPage")),
  library: lazy(() => import("@/pages/library/LibraryPage")),
  upkeep: lazy(() => import("@/pages/upkeep/UpkeepPage")),
  ask: lazy(() => import("@/pages/ask/AskPage")),
  questions: lazy(() => import("@/pages/questions/QuestionsPage")),
  import: lazy(() => import("@/pages/import/ImportPage")),
  paste: lazy(() => import("@/pages/import/PastePage")),
  pains: lazy(() => import("@/pages/pains/PainsPage")),
  members: lazy(() => import("@/pages/members/MembersPage")),
  health: lazy(() => import("@/pages/health/HealthPage")),
  quiet: lazy(() => import("@/pages/quiet/QuietPage")),
  me: lazy(() => import("@/pages/me/MePage")),
  settings: lazy(() => import("@/pages/settings/SettingsPage")),
  outward: lazy(() => import("@/pages/outward/OutwardPage")),
  doctor: lazy(() => import("@/pages/doctor/DoctorPage")),
  new: lazy(() => import("@/pages/begin/NewPage")),
};

export function App() {
  return (
    <Switch>
      <Route path="/sign-in/:token">{({ token }) => <SignIn token={token} />}</Route>
      <Route path="/pass/:token">{({ token }) => <PassPage key={token} token={token} />}</Route>
      <Route>
        <SignedIn />
      </Route>
    </Switch>
  );
}

function SignedIn() {
  const me = useMe();
  const { language } = useWords();
  if (me.error instanceof ApiError && (me.error.status === 401 || me.error.status === 403)) return <SignedOut />;
  if (me.error !== null) return <Failure error={me.error} again={() => void me.refetch()} />;
  if (me.data === undefined) return <Waiting />;
  const home = homeOf(me.data.communities, chosenCommunity(), me.data.account.language ?? language);
  if (home === undefined) return <Strayed />;
  return <Communities me={me.data} home={home} />;
}

function Communities({ me, home }: { me: Me; home: Membership }) {
  return (
    <Switch>
      <Route path="/c/:slug/:page?/*?">
        <CommunityPages me={me} />
      </Route>
      <Route>
        <Redirect to={`/c/${home.slug}`} replace />
      </Route>
    </Switch>
  );
}

function CommunityPages({ me }: { me: Me }) {
  const { slug, page } = useParams<{ slug: string; page?: string }>();
  const community = me.communities.find((one) => one.slug === decodeURIComponent(slug));
  if (community === undefined) return <Strayed home="/" />;
  const landing = landingOf(community.role);
  if (page === undefined || page === "") return <Redirect to={`/c/${community.slug}/${landing}`} replace />;
  return (
    <PlaceProvider me={me} community={community}>
      <InItsLanguage key={community.id} chosen={languageFrom(community.pages_in)}>
        <Shell>
          <Opened page={page} community={community} />
        </Shell>
      </InItsLanguage>
    </PlaceProvider>
  );
}

/** The pages of a community in the language that was chosen there; shown once its words are here. */
function InItsLanguage({ chosen, children }: { chosen: Language | null; children: ReactNode }) {
  const { language, settle } = useWords();
  const [shown, show] = useState(false);
  useEffect(() => {
    settle(chosen);
    return () => settle(null);
  }, [chosen, settle]);
  if (!shown && (chosen === null || chosen === language)) show(true);
  return shown ? children : <Waiting />;
}

function Coming({ name }: { name: PageName }) {
  const { t } = useWords();
  const title = pages.find((page) => page.name === name)?.title;
  return (
    <>
      <VisuallyHidden>
        <h1>{title !== undefined && t(title)}</h1>
      </VisuallyHidden>
      <Waiting />
    </>
  );
}

function Opened({ page, community }: { page: string; community: Membership }) {
  const name = page in rooms ? (page as PageName) : null;
  if (name === null) return <Strayed home={`/c/${community.slug}`} />;
  if (!mayOpen(community.role, name)) return <Shut />;
  const Page = rooms[name];
  return (
    <Suspense fallback={<Coming name={name} />}>
      <Page />
    </Suspense>
  );
}

import { Drawer, Group, Menu, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useEffect, useRef, type ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { Icon, Pot } from "@/parts/icons";
import { useWords } from "@/words/words";
import { AccountFoot } from "./AccountFoot";
import { chooseCommunity } from "./home";
import { useLive } from "./live";
import { menuFor, ownsOne, type Page } from "./pages";
import { usePlace } from "./session";
import classes from "./Shell.module.css";

const THUMBS = 4;

/** The frame of every page of a community: menu at the side, or at the thumb on a phone. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const { community } = usePlace();
  const connected = useLive(community.id);
  const main = useFocusAfterMove();
  const pages = menuFor(community.role);
  return (
    <div className={classes.frame}>
      <a className="skip" href="#main">
        {t("act.skip")}
      </a>
      <div className={classes.top}>
        <CommunitySwitch />
      </div>
      <aside className={classes.side} aria-label={t("nav.side")}>
        <Group gap={8} px={6} mb="sm">
          <Pot />
          <Text fw={600} ff="heading">
            {t("word.simmer")}
          </Text>
        </Group>
        <CommunitySwitch />
        <nav aria-label={t("nav.pages")} className={classes.pages}>
          <Stack gap={2}>
            {pages.map((page, at) => (
              <div key={page.name} className={startsSection(pages, at) ? classes.section : undefined}>
                <PageLink page={page} />
              </div>
            ))}
          </Stack>
        </nav>
        <div className={classes.foot}>
          <AccountFoot />
        </div>
      </aside>
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        {!connected && (
          <Text role="status" size="sm" c="dimmed" mb="xs">
            {t("live.lost")}
          </Text>
        )}
        {children}
      </main>
      <Thumbs pages={pages} />
    </div>
  );
}

function startsSection(pages: readonly Page[], at: number): boolean {
  return at > 0 && pages[at - 1]?.section !== pages[at]?.section;
}

function useFocusAfterMove() {
  const main = useRef<HTMLElement>(null);
  const [path] = useLocation();
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return main;
}

function useHref(page: Page): { href: string; current: "page" | undefined } {
  const { community } = usePlace();
  const [path] = useLocation();
  const href = `/c/${community.slug}/${page.name}`;
  return { href, current: path === href || path.startsWith(`${href}/`) ? "page" : undefined };
}

function PageLink({ page, onClick }: { page: Page; onClick?: () => void }) {
  const { t } = useWords();
  const { href, current } = useHref(page);
  return (
    <Link href={href} className={classes.link} aria-current={current} {...(onClick === undefined ? {} : { onClick })}>
      <Icon name={page.name} />
      {t(page.title)}
    </Link>
  );
}

function Thumb({ page }: { page: Page }) {
  const { t } = useWords();
  const { href, current } = useHref(page);
  return (
    <Link href={href} className={classes.tab} aria-current={current}>
      <Icon name={page.name} size={22} />
      {t(page.short ?? page.title)}
    </Link>
  );
}

function Thumbs({ pages }: { pages: readonly Page[] }) {
  const { t } = useWords();
  const [open, { open: show, close }] = useDisclosure(false);
  return (
    <>
      <nav className={classes.tabs} aria-label={t("nav.thumbs")}>
        {pages.slice(0, THUMBS).map((page) => (
          <Thumb key={page.name} page={page} />
        ))}
        <button type="button" className={classes.tab} onClick={show} aria-haspopup="dialog">
          <Icon name="more" size={22} />
          {t("nav.more")}
        </button>
      </nav>
      <Drawer
        opened={open}
        onClose={close}
        position="bottom"
        size="auto"
        styles={{ inner: { alignItems: "flex-end" }, content: { height: "auto", borderRadius: "16px 16px 0 0" } }}
        title={t("nav.more")}
        closeButtonProps={{ "aria-label": t("act.close") }}
      >
        <Stack gap={2}>
          {pages.slice(THUMBS).map((page) => (
            <PageLink key={page.name} page={page} onClick={close} />
          ))}
          <hr className={classes.cut} />
          <AccountFoot moved={close} />
        </Stack>
      </Drawer>
    </>
  );
}

function CommunitySwitch() {
  const { t, named } = useWords();
  const { me, community } = usePlace();
  const [, go] = useLocation();
  const open = (slug: string) => {
    chooseCommunity(slug);
    go(`/c/${slug}`);
  };
  return (
    <Menu width={280} position="bottom-start">
      <Menu.Target>
        <button type="button" className={classes.switcher} aria-label={`${t("nav.switch")}: ${community.name}`}>
          <span className={classes.name}>{community.name}</span>
          <span style={{ marginLeft: "auto", display: "inline-flex" }}>
            <Icon name="down" size={16} />
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("nav.communities")}</Menu.Label>
        {me.communities.map((other) => (
          <Menu.Item key={other.id} onClick={() => open(other.slug)}>
            {other.name}
            <Text size="xs" c="dimmed">
              {t("nav.as_role", { role: named("role", other.role) })}
            </Text>
          </Menu.Item>
        ))}
        {ownsOne(me.communities) && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<Icon name="new" size={16} />} onClick={() => go(`/c/${community.slug}/new`)}>
              {t("community.new")}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

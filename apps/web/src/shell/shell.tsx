"use client";

import { useCommandKey } from "@besunny/ui/display/command-kbd";
import { Toaster } from "@besunny/ui/feedback/toast";
import { type Hotkeys, useHotkeys } from "@besunny/ui/hooks/use-hotkeys";
import { type ShortcutGroup, ShortcutsDialog } from "@besunny/ui/overlays/shortcuts-dialog";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";

import { ConfirmOpeningProvider } from "~/documents/confirm-opening";
import { LiveDocuments } from "~/live/live-documents";
import { useServiceWorker } from "~/offline/use-service-worker";
import { DropAnywhere } from "~/upload/drop-anywhere";
import { Tray } from "~/upload/tray/tray";
import { TrayProvider } from "~/upload/tray-context";

import { BottomBar } from "./bottom-bar";
import { DiskNotice } from "./disk-notice";
import { LookNotice } from "./look-notice";
import { roomsOf } from "./navigation";
import { OfflineNotice } from "./offline-notice";
import { EverythingMenu } from "./palette/everything-menu";
import { type OpenSession, type ScreenAction, ShellContext } from "./shell-context";
import { Sidebar } from "./sidebar";
import { useFirstTimeZone } from "./use-first-time-zone";

/** The frame of the app: navigation, command menu, keys, upload tray, live changes. */
export function Shell({ session, children }: { session: OpenSession; children: ReactNode }) {
  const t = useTranslations("shell");
  const router = useRouter();
  useServiceWorker();
  useFirstTimeZone(session.user.timeZone);
  const rooms = roomsOf(session.role);
  const commandK = useCommandKey("K");
  const [menuQuery, setMenuQuery] = useState<string | null>(null);
  const [areKeysShown, setAreKeysShown] = useState(false);
  const screenActions = useRef<(() => ScreenAction[]) | null>(null);
  const [screenKeys, showKeys] = useState<ShortcutGroup | null>(null);

  const openCommandMenu = useCallback((query = "") => setMenuQuery(query), []);
  const openShortcuts = useCallback(() => setAreKeysShown(true), []);
  const shell = useMemo(
    () => ({
      session,
      role: session.role,
      openCommandMenu,
      openShortcuts,
      showKeys,
      screenActions,
    }),
    [session, openCommandMenu, openShortcuts],
  );

  useHotkeys({
    ...Object.fromEntries(rooms.map(({ key, href }) => [`g ${key}`, () => router.push(href)])),
    "mod+k": () => setMenuQuery(""),
    "/": () => setMenuQuery(""),
    "?": openShortcuts,
  } satisfies Hotkeys);

  return (
    <ShellContext value={shell}>
      <TrayProvider>
        <ConfirmOpeningProvider>
          <a
            href="#main"
            className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-accent px-3 py-1.5 font-medium text-accent-ink focus:translate-y-0"
          >
            {t("skip")}
          </a>
          <div className="flex min-h-dvh">
            <Sidebar />
            <main id="main" tabIndex={-1} className="min-w-0 flex-1 pb-16 outline-none md:pb-0">
              <OfflineNotice />
              <DiskNotice />
              <LookNotice />
              {children}
            </main>
          </div>
          <BottomBar />
          <DropAnywhere />
          <Tray />
          <LiveDocuments />
          <EverythingMenu query={menuQuery} onQueryChange={setMenuQuery} />
          <ShortcutsDialog
            open={areKeysShown}
            onOpenChange={setAreKeysShown}
            title={t("keys")}
            closeLabel={t("close")}
            groups={[
              ...(screenKeys ? [screenKeys] : []),
              {
                heading: t("everywhere"),
                keys: [
                  { keys: [commandK, "/"], does: t("searchOrAsk") },
                  { keys: ["?"], does: t("keys") },
                  ...rooms.map(({ name, key }) => ({ keys: ["g", key], does: t(name) })),
                ],
              },
            ]}
          />
          <Toaster label={t("notices")} />
        </ConfirmOpeningProvider>
      </TrayProvider>
    </ShellContext>
  );
}

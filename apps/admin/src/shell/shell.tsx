"use client";

import { classNames } from "@besunny/ui/class-names";
import { Kbd } from "@besunny/ui/display/kbd";
import { Toaster } from "@besunny/ui/feedback/toast";
import { useHotkeys } from "@besunny/ui/hooks/use-hotkeys";
import { ShortcutsDialog } from "@besunny/ui/overlays/shortcuts-dialog";
import { Link } from "@besunny/web-kit/link";
import { SunMark } from "@besunny/web-kit/page/sun-mark";
import { Search } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Fragment, type ReactNode, useState } from "react";

import { FindMenu } from "./find-menu";
import { beginsGroup, endsGroup, isIn, rooms, roomsInBar } from "./navigation";
import { UserMenu } from "./user-menu";

const placeLook =
  "flex h-14 flex-1 flex-col items-center justify-center gap-0.5 rounded-md text-n11 text-xs transition-colors -outline-offset-2 hover:text-n12 md:h-8 md:flex-none md:flex-row md:justify-start md:gap-2.5 md:px-2.5 md:text-base md:hover:bg-n4";

/** The frame of the admin app: a sidebar, or a bottom bar where it is narrow, and the menu that finds anything. */
export function Shell({
  user,
  children,
}: {
  user: { name: string; email: string };
  children: ReactNode;
}) {
  const t = useTranslations("shell");
  const path = usePathname();
  const router = useRouter();
  const [query, setQuery] = useState<string | null>(null);
  const [areKeysShown, setAreKeysShown] = useState(false);

  useHotkeys({
    ...Object.fromEntries(rooms.map(({ key, href }) => [`g ${key}`, () => router.push(href)])),
    "mod+k": () => setQuery(""),
    "/": () => setQuery(""),
    "?": () => setAreKeysShown(true),
  });

  return (
    <div className="flex min-h-dvh">
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-accent px-3 py-1.5 font-medium text-accent-ink focus:translate-y-0"
      >
        {t("skip")}
      </a>
      <div className="fixed inset-x-0 bottom-0 z-30 border-t bg-n2 pb-[env(safe-area-inset-bottom)] md:sticky md:top-0 md:h-dvh md:w-52 md:shrink-0 md:overflow-y-auto md:border-t-0 md:border-r md:p-2">
        <nav aria-label={t("navigation")} className="flex md:flex-col md:gap-0.5">
          <p className="mb-2 hidden h-10 items-center gap-2.5 px-2 font-semibold md:flex">
            <SunMark />
            BeSunny
          </p>
          <button
            type="button"
            onClick={() => setQuery("")}
            className={classNames(
              placeLook,
              "max-md:order-last md:mb-2 md:border md:bg-raised md:text-n11",
            )}
          >
            <Search aria-hidden className="size-5 md:size-4" />
            <span className="md:flex-1 md:text-left">{t("find")}</span>
            <Kbd className="max-md:hidden">/</Kbd>
          </button>
          {rooms.map((room, place) => (
            <Fragment key={room.name}>
              {beginsGroup(place) && (
                <p className="mt-3 mb-1 px-2.5 text-n11 text-xs max-md:hidden">{t("models")}</p>
              )}
              <Link
                href={room.href}
                aria-current={isIn(room.href, path) ? "page" : undefined}
                className={classNames(
                  placeLook,
                  isIn(room.href, path) && "font-medium text-n12 md:bg-n5",
                  place >= roomsInBar && "max-md:hidden",
                  endsGroup(place - 1) && "md:mt-3",
                )}
              >
                <room.icon aria-hidden className="size-5 md:size-4" />
                {t(room.name)}
              </Link>
            </Fragment>
          ))}
          <UserMenu user={user} />
        </nav>
      </div>
      <main id="main" tabIndex={-1} className="min-w-0 flex-1 pb-16 outline-none md:pb-0">
        {children}
      </main>
      <FindMenu query={query} onQueryChange={setQuery} onKeys={() => setAreKeysShown(true)} />
      <ShortcutsDialog
        open={areKeysShown}
        onOpenChange={setAreKeysShown}
        title={t("keys")}
        closeLabel={t("close")}
        groups={[
          {
            heading: t("everywhere"),
            keys: [
              { keys: ["⌘K", "/"], does: t("findWhat") },
              { keys: ["?"], does: t("keys") },
              ...rooms.map(({ name, key }) => ({ keys: ["g", key], does: t(name) })),
            ],
          },
        ]}
      />
      <Toaster label={t("notices")} />
    </div>
  );
}

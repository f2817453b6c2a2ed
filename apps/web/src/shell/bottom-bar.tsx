"use client";

import { classNames } from "@besunny/ui/class-names";
import { Sheet } from "@besunny/ui/overlays/sheet";
import { Link } from "@besunny/web-kit/link";
import { Ellipsis } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import { PinnedViews } from "~/views/pinned-views";
import { InboxLink } from "./inbox-link";
import { isIn, roomsOf } from "./navigation";
import { RoomCount } from "./room-count";
import { useShell } from "./shell-context";
import { WorkspaceMenu } from "./workspace-menu";

/** The sidebar of narrow screens: four rooms, and the rest in a sheet. */
export function BottomBar() {
  const t = useTranslations("shell");
  const path = usePathname();
  const rooms = roomsOf(useShell().role);
  const [isOpen, setIsOpen] = useState(false);
  const [near, far] = [rooms.slice(0, 4), rooms.slice(4)];

  useEffect(() => setIsOpen(false), [path]);

  return (
    <nav
      aria-label={t("navigation")}
      className="fixed inset-x-0 bottom-0 z-30 flex border-t bg-n2 pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {near.map((room) => (
        <Link
          key={room.name}
          href={room.href}
          aria-current={isIn(room.href, path) ? "page" : undefined}
          className={classNames(tabLook, isIn(room.href, path) && "font-medium text-n12")}
        >
          <room.icon aria-hidden className="size-5" />
          {t(room.name)}
        </Link>
      ))}
      <button type="button" className={tabLook} onClick={() => setIsOpen(true)}>
        <Ellipsis aria-hidden className="size-5" />
        {t("more")}
      </button>
      <Sheet
        open={isOpen}
        onOpenChange={setIsOpen}
        title={t("more")}
        closeLabel={t("close")}
        side="bottom"
      >
        <div className="flex flex-col gap-1 p-3">
          <WorkspaceMenu />
          <InboxLink isTall />
          {far.map((room) => (
            <Link
              key={room.name}
              href={room.href}
              className="flex h-11 items-center gap-3 rounded-md px-2.5 hover:bg-n4"
            >
              <room.icon aria-hidden className="size-5 text-n11" />
              {t(room.name)}
              <RoomCount room={room.name} />
            </Link>
          ))}
          <PinnedViews isTall />
        </div>
      </Sheet>
    </nav>
  );
}

const tabLook =
  "flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-n11 text-xs -outline-offset-2";

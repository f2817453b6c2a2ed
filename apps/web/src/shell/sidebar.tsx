"use client";

import { classNames } from "@besunny/ui/class-names";
import { Tooltip } from "@besunny/ui/overlays/tooltip";
import { Link } from "@besunny/web-kit/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";

import { PinnedViews } from "~/views/pinned-views";
import { InboxLink } from "./inbox-link";
import { isIn, roomsOf } from "./navigation";
import { RoomCount } from "./room-count";
import { useShell } from "./shell-context";
import { WorkspaceMenu } from "./workspace-menu";

export function Sidebar() {
  const t = useTranslations("shell");
  const path = usePathname();
  const { role } = useShell();

  return (
    <aside className="sticky top-0 hidden h-dvh w-56 shrink-0 flex-col gap-1 border-r bg-n2 p-2 md:flex">
      <WorkspaceMenu />
      <nav aria-label={t("navigation")} className="mt-2 flex flex-col gap-0.5">
        {roomsOf(role).map((room) => (
          <Tooltip key={room.name} content={t(room.name)} shortcut={`g ${room.key}`} side="right">
            <Link
              href={room.href}
              aria-current={isIn(room.href, path) ? "page" : undefined}
              className={classNames(
                "flex h-8 items-center gap-2.5 rounded-md px-2.5 text-n11 transition-colors hover:bg-n4 hover:text-n12",
                isIn(room.href, path) && "bg-n5 font-medium text-n12 hover:bg-n5",
                room.name === "trash" && "mt-3",
              )}
            >
              <room.icon aria-hidden className="size-4" />
              {t(room.name)}
              <RoomCount room={room.name} />
            </Link>
          </Tooltip>
        ))}
        <InboxLink />
      </nav>
      <PinnedViews />
    </aside>
  );
}

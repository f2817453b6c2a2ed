"use client";

import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Badge } from "@besunny/ui/display/badge";
import { Menu, MenuCheckboxItem, MenuItem, MenuSeparator } from "@besunny/ui/overlays/menu";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { Bell, BellOff, Ellipsis, Users } from "lucide-react";
import { useTranslations } from "next-intl";

import { useShell } from "~/shell/shell-context";

import { NewDocuments } from "./new-documents";
import { useViewVerbs } from "./use-view-verbs";
import type { View } from "./view";

/** The open view: its name, whether it alerts, and what may be done with it. Nothing if the address names no view. */
export function ViewBar({
  id,
  query,
  sort,
  layout,
  onClose,
}: {
  id: string;
  query: string;
  sort: View["sort"];
  /** The layout if it differs from that of the view. */
  layout?: View["layout"] | undefined;
  onClose: () => void;
}) {
  const t = useTranslations("views");
  const trpc = useTRPC();
  const verbs = useViewVerbs();
  const { role } = useShell();
  const view = useQuery(trpc.views.get.queryOptions({ id }, { retry: false })).data;
  if (!view) return null;
  const isChanged =
    view.query !== query ||
    (view.place === "library" && (view.sort !== sort || layout !== undefined));

  return (
    <section aria-label={t("view", { name: view.name })} className="border-b bg-n2 px-4 py-1.5">
      <div className="flex min-h-8 flex-wrap items-center gap-2">
        <h2 className="min-w-0 truncate font-medium">
          <bdi>{view.name}</bdi>
        </h2>
        {view.isShared && (
          <Badge icon={<Users aria-hidden />}>
            {view.isMine ? t("shared") : t("sharedBy", { name: view.owner?.name ?? "" })}
          </Badge>
        )}
        {isChanged && <span className="text-n11 text-sm">{t("changed")}</span>}
        {isChanged && view.isMine && (
          <Button
            size="sm"
            onClick={() => void verbs.change({ id, query, sort, ...(layout && { layout }) })}
          >
            {t("saveChanges")}
          </Button>
        )}
        <span className="ml-auto flex items-center gap-1">
          <Button
            size="sm"
            variant="ghost"
            aria-pressed={view.isAlerting}
            icon={view.isAlerting ? <Bell aria-hidden /> : <BellOff aria-hidden />}
            onClick={() => void verbs.setHabits({ id, isAlerting: !view.isAlerting })}
          >
            {view.isAlerting ? t("alertsOn") : t("alertsOff")}
          </Button>
          <Menu align="end" trigger={<IconButton label={t("more")} icon={<Ellipsis />} />}>
            <MenuCheckboxItem
              checked={view.isPinned}
              onCheckedChange={(isPinned) => void verbs.setHabits({ id, isPinned })}
            >
              {t("pinned")}
            </MenuCheckboxItem>
            {view.isMine && (role !== "viewer" || view.isShared) && (
              <MenuCheckboxItem
                checked={view.isShared}
                onCheckedChange={(isShared) => void verbs.change({ id, isShared })}
              >
                {t("share")}
              </MenuCheckboxItem>
            )}
            <MenuSeparator />
            <MenuItem onSelect={onClose}>{t("leave")}</MenuItem>
            {view.isMine && (
              <MenuItem onSelect={() => void verbs.remove(view).then(onClose)}>
                {t("remove")}
              </MenuItem>
            )}
          </Menu>
        </span>
      </div>
      {(view.newCount ?? 0) > 0 && <NewDocuments view={view} />}
    </section>
  );
}

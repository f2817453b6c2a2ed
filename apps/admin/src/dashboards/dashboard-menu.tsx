"use client";

import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@besunny/ui/overlays/menu";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation } from "@tanstack/react-query";
import { Copy, Ellipsis, History, Pencil, Share2, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";

import type { DashboardData } from "./dashboard-data";
import { dashboardHref } from "./place/dashboard-place";
import { ShareSheet } from "./sharing/share-sheet";
import { VersionSheet } from "./sharing/version-sheet";
import { useDashboardDone } from "./use-dashboard-done";

/** Everything to do with a dashboard. One that comes with the product is duplicated to be changed. */
export function DashboardMenu({ dashboard }: { dashboard: DashboardData }) {
  const t = useTranslations("dashboards");
  const trpc = useTRPC();
  const router = useRouter();
  const done = useDashboardDone();
  const [open, setOpen] = useState<"share" | "versions" | null>(null);
  const { id, title, isShipped, removedAt } = dashboard;
  const duplicate = useMutation(
    trpc.admin.dashboards.duplicate.mutationOptions(
      done<{ id: string }>(t("duplicated"), {
        afterwards: (copy) => router.push(dashboardHref(copy.id, { edit: true })),
      }),
    ),
  );
  const bringBack = useMutation(
    trpc.admin.dashboards.bringBack.mutationOptions(done(t("broughtBack"))),
  );
  const remove = useMutation(
    trpc.admin.dashboards.remove.mutationOptions(
      done(t("removed"), {
        undo: { label: t("undo"), run: () => bringBack.mutate({ id }) },
        afterwards: () => router.push("/dashboards"),
      }),
    ),
  );
  const copy = () => duplicate.mutate({ id, title: t("copyOf", { title }).slice(0, 80) });
  if (removedAt) return null;
  if (isShipped)
    return (
      <Button icon={<Copy aria-hidden />} loading={duplicate.isPending} onClick={copy}>
        {t("duplicate")}
      </Button>
    );

  return (
    <>
      <Button
        icon={<Pencil aria-hidden />}
        onClick={() => router.push(dashboardHref(id, { edit: true }))}
      >
        {t("change")}
      </Button>
      <Menu align="end" trigger={<IconButton label={t("more")} icon={<Ellipsis aria-hidden />} />}>
        <MenuItem icon={<Share2 aria-hidden />} onSelect={() => setOpen("share")}>
          {t("share")}
        </MenuItem>
        <MenuItem icon={<Copy aria-hidden />} onSelect={copy}>
          {t("duplicate")}
        </MenuItem>
        <MenuItem icon={<History aria-hidden />} onSelect={() => setOpen("versions")}>
          {t("versions")}
        </MenuItem>
        <MenuSeparator />
        <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => remove.mutate({ id })}>
          {t("remove")}
        </MenuItem>
      </Menu>
      {open === "share" && <ShareSheet dashboard={dashboard} onClose={() => setOpen(null)} />}
      {open === "versions" && <VersionSheet dashboard={dashboard} onClose={() => setOpen(null)} />}
    </>
  );
}

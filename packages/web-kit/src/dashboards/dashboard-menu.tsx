"use client";

import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@besunny/ui/overlays/menu";
import { useMutation } from "@tanstack/react-query";
import { Copy, Ellipsis, History, Pencil, Share2, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { useFigureWiring } from "../figures/figure-wiring";

import type { DashboardData } from "./dashboard-data";
import { dashboardHref, dashboardParsers } from "./place/dashboard-place";
import { ShareSheet } from "./sharing/share-sheet";
import { VersionSheet } from "./sharing/version-sheet";
import { useDashboardDone } from "./use-dashboard-done";

/** Everything to do with a dashboard. One that its reader may not change is duplicated to be changed. */
export function DashboardMenu({
  dashboard,
  mayMake,
}: {
  dashboard: DashboardData;
  mayMake: boolean;
}) {
  const t = useTranslations("dashboards");
  const { dashboards } = useFigureWiring();
  const router = useRouter();
  const [, setPlace] = useQueryStates(dashboardParsers, { history: "push" });
  const done = useDashboardDone();
  const [open, setOpen] = useState<"share" | "versions" | null>(null);
  const { id, title, description, content, isShipped, mayChange, removedAt } = dashboard;
  const openCopy = (made: { id: string }) => router.push(dashboardHref(made.id, { edit: true }));
  const duplicate = useMutation(
    dashboards.duplicate.mutationOptions(
      done<{ id: string }>(t("duplicated"), { afterwards: openCopy }),
    ),
  );
  const create = useMutation(
    dashboards.create.mutationOptions(
      done<{ id: string }>(t("duplicated"), { afterwards: openCopy }),
    ),
  );
  const bringBack = useMutation(dashboards.bringBack.mutationOptions(done(t("broughtBack"))));
  const remove = useMutation(
    dashboards.remove.mutationOptions(
      done(t("removed"), {
        undo: { label: t("undo"), run: () => bringBack.mutate({ id }) },
        afterwards: () => router.push("/dashboards"),
      }),
    ),
  );
  function copy() {
    const named = t("copyOf", { title }).slice(0, 80);
    // The words of one that comes with the product are kept in the language of the page.
    if (isShipped) create.mutate({ title: named, description, content });
    else duplicate.mutate({ id, title: named });
  }
  if (removedAt || !mayMake) return null;
  if (!mayChange)
    return (
      <Button
        icon={<Copy aria-hidden />}
        loading={duplicate.isPending || create.isPending}
        onClick={copy}
      >
        {t("duplicate")}
      </Button>
    );

  return (
    <>
      <Button icon={<Pencil aria-hidden />} onClick={() => void setPlace({ edit: true })}>
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

"use client";

import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@besunny/ui/overlays/menu";
import {
  ChevronDown,
  Maximize,
  MoveHorizontal,
  PanelLeft,
  Printer,
  RotateCw,
  Search,
  ZoomIn,
  ZoomOut,
} from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import type { ViewerView } from "../use-viewer-view";

/** The size and the rotation of the pages, and what else can be done with the sight of them. */
export function ViewMenu({ view, onFind }: { view: ViewerView; onFind: () => void }) {
  const t = useTranslations("viewer");
  const format = useFormatter();

  return (
    <>
      <IconButton
        label={t("strip")}
        shortcut="t"
        icon={<PanelLeft />}
        aria-pressed={view.isStripOpen}
        className="hidden md:inline-flex"
        onClick={view.toggleStrip}
      />
      <IconButton label={t("find")} shortcut="⌘F" icon={<Search />} onClick={onFind} />
      <Menu
        align="end"
        trigger={
          <Button variant="ghost" className="px-2 tabular-nums" aria-label={t("pageSize")}>
            <span className="hidden sm:inline">
              {format.number(view.zoom, { style: "percent" })}
            </span>
            <ChevronDown aria-hidden />
          </Button>
        }
      >
        <MenuItem icon={<ZoomIn />} shortcut="+" onSelect={keepOpen(() => view.zoomBy(1.25))}>
          {t("zoomIn")}
        </MenuItem>
        <MenuItem icon={<ZoomOut />} shortcut="-" onSelect={keepOpen(() => view.zoomBy(0.8))}>
          {t("zoomOut")}
        </MenuItem>
        <MenuItem icon={<MoveHorizontal />} shortcut="w" onSelect={() => view.fitTo("width")}>
          {t("fitWidth")}
        </MenuItem>
        <MenuItem icon={<Maximize />} shortcut="f" onSelect={() => view.fitTo("page")}>
          {t("fitPage")}
        </MenuItem>
        <MenuItem icon={<RotateCw />} shortcut="r" onSelect={keepOpen(view.rotate)}>
          {t("rotate")}
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<Printer />} shortcut="⌘P" onSelect={view.print}>
          {t("print")}
        </MenuItem>
      </Menu>
    </>
  );
}

/** For what is done several times after one another. */
function keepOpen(act: () => void) {
  return (event: Event) => {
    event.preventDefault();
    act();
  };
}

"use client";

import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@besunny/ui/overlays/menu";
import { ArrowDown, ArrowUp, Ellipsis, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";

/** A menu of what can be done with a step. */
export function StepMenu({
  label,
  onAddAfter,
  canMove,
  onMove,
  onRemove,
}: {
  label: string;
  onAddAfter: (() => void) | null;
  canMove: (by: -1 | 1) => boolean;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const t = useTranslations("automations");
  /** The choice runs when the menu has gone and the focus is free. */
  const chosen = useRef<(() => void) | null>(null);
  const choose = (run: () => void) => () => {
    chosen.current = run;
  };

  return (
    <Menu
      align="end"
      className="w-60"
      onCloseAutoFocus={(event) => {
        const run = chosen.current;
        chosen.current = null;
        if (!run) return;
        event.preventDefault();
        run();
      }}
      trigger={<IconButton label={label} icon={<Ellipsis aria-hidden />} />}
    >
      {onAddAfter && (
        <MenuItem icon={<Plus aria-hidden />} shortcut="A" onSelect={choose(onAddAfter)}>
          {t("addAfter")}
        </MenuItem>
      )}
      <MenuItem
        icon={<ArrowUp aria-hidden />}
        shortcut="Alt ↑"
        disabled={!canMove(-1)}
        onSelect={choose(() => onMove(-1))}
      >
        {t("moveUp")}
      </MenuItem>
      <MenuItem
        icon={<ArrowDown aria-hidden />}
        shortcut="Alt ↓"
        disabled={!canMove(1)}
        onSelect={choose(() => onMove(1))}
      >
        {t("moveDown")}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Trash2 aria-hidden />} shortcut="Del" danger onSelect={choose(onRemove)}>
        {t("remove")}
      </MenuItem>
    </Menu>
  );
}

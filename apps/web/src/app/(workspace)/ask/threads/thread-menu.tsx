"use client";

import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@besunny/ui/overlays/menu";
import { Ellipsis, Pencil, Trash2, Users } from "lucide-react";
import { useTranslations } from "next-intl";

/** The actions of the owner on a conversation. */
export function ThreadMenu({
  onRename,
  onShare,
  onDelete,
}: {
  onRename: () => void;
  onShare: () => void;
  onDelete: () => void;
}) {
  const t = useTranslations("ask");
  return (
    <Menu align="end" trigger={<IconButton label={t("threadMenu")} icon={<Ellipsis />} />}>
      <MenuItem icon={<Pencil />} onSelect={onRename}>
        {t("rename")}
      </MenuItem>
      <MenuItem icon={<Users />} onSelect={onShare}>
        {t("share")}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Trash2 />} danger onSelect={onDelete}>
        {t("delete")}
      </MenuItem>
    </Menu>
  );
}

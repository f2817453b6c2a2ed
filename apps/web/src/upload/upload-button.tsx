"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Menu, MenuItem } from "@besunny/ui/overlays/menu";
import { FilePlus2, FolderUp, Upload } from "lucide-react";
import { useTranslations } from "next-intl";

import { useTray } from "./tray-context";

/** Files or a folder, for those who do not drag. */
export function UploadButton({ variant = "primary" }: { variant?: "primary" | "secondary" }) {
  const t = useTranslations("tray");
  const { pickFiles, mayUpload } = useTray();
  if (!mayUpload) return null;

  return (
    <Menu
      align="end"
      trigger={
        <Button variant={variant} icon={<Upload aria-hidden />}>
          {t("upload")}
        </Button>
      }
    >
      <MenuItem icon={<FilePlus2 />} onSelect={() => pickFiles("files")}>
        {t("files")}
      </MenuItem>
      <MenuItem icon={<FolderUp />} onSelect={() => pickFiles("folder")}>
        {t("folder")}
      </MenuItem>
    </Menu>
  );
}

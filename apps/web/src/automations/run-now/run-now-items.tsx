"use client";

import { MenuItem, MenuLabel, MenuSeparator } from "@besunny/ui/overlays/menu";
import { Workflow } from "lucide-react";
import { useTranslations } from "next-intl";

import { useRunNow } from "./use-run-now";

/** The part of a menu that runs an automation on one document; nothing where none is on. */
export function RunNowItems({ documentId }: { documentId: string }) {
  const t = useTranslations("automations");
  const { automations, run } = useRunNow();
  if (automations.length === 0) return null;

  return (
    <>
      <MenuSeparator />
      <MenuLabel>{t("runNow")}</MenuLabel>
      {automations.map(({ id, name }) => (
        <MenuItem
          key={id}
          icon={<Workflow />}
          onSelect={() => void run(id, [documentId]).catch(() => undefined)}
        >
          {name}
        </MenuItem>
      ))}
    </>
  );
}

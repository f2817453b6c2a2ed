"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@besunny/ui/overlays/menu";
import { FilePlus, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";

import { TemplateIcon } from "./template-cards";
import { templateNames } from "./templates";

/** A menu that begins an automation: with nothing, or with an example to change. */
export function NewAutomation() {
  const t = useTranslations("automations");
  const router = useRouter();

  return (
    <Menu
      align="end"
      className="w-72 max-w-[calc(100vw-2rem)]"
      trigger={
        <Button variant="primary" icon={<Plus aria-hidden />}>
          {t("new")}
        </Button>
      }
    >
      <MenuItem icon={<FilePlus aria-hidden />} onSelect={() => router.push("/automations/new")}>
        {t("blank")}
      </MenuItem>
      <MenuSeparator />
      <MenuLabel>{t("examples")}</MenuLabel>
      {templateNames.map((name) => (
        <MenuItem
          key={name}
          icon={<TemplateIcon name={name} />}
          onSelect={() => router.push(`/automations/new?from=${name}`)}
        >
          {t(`template_${name}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}

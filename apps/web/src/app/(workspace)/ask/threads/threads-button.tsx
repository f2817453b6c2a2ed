"use client";

import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Sheet } from "@besunny/ui/overlays/sheet";
import { PanelLeft } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import { ThreadList } from "./thread-list";

/** Opens the list of conversations where there is no room beside the page. */
export function ThreadsButton() {
  const t = useTranslations("ask");
  const path = usePathname();
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => setIsOpen(false), [path]);

  return (
    <span className="xl:hidden">
      <IconButton label={t("threads")} icon={<PanelLeft />} onClick={() => setIsOpen(true)} />
      <Sheet open={isOpen} onOpenChange={setIsOpen} title={t("threads")} closeLabel={t("close")}>
        <ThreadList />
      </Sheet>
    </span>
  );
}

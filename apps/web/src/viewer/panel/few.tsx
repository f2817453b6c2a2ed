"use client";

import { Button } from "@besunny/ui/buttons/button";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";

const few = 12;

/** The first of a long list, and the rest for those who ask. */
export function Few({ children }: { children: ReactNode[] }) {
  const t = useTranslations("viewer");
  const [isOpen, setIsOpen] = useState(false);

  return (
    <div className="flex flex-col items-start">
      {isOpen ? children : children.slice(0, few)}
      {!isOpen && children.length > few && (
        <Button size="sm" variant="ghost" className="-ml-2.5" onClick={() => setIsOpen(true)}>
          {t("showMore", { count: children.length - few })}
        </Button>
      )}
    </div>
  );
}

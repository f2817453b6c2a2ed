"use client";

import { worthShowing } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { useHotkeys } from "@besunny/ui/hooks/use-hotkeys";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@besunny/ui/overlays/menu";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { Check, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useNames } from "~/i18n/use-names";
import type { DocumentDetail } from "../../document-detail";
import { useTypeVerbs } from "./use-type-verbs";

/** Confirms the type with one key, or offers every type of the workspace, the likely ones first. */
export function CorrectTypeMenu({ document }: { document: DocumentDetail }) {
  const t = useTranslations("viewer");
  const { typeName } = useNames();
  const trpc = useTRPC();
  const types = useQuery(trpc.taxonomy.list.queryOptions({}));
  const { correct, confirm, isPending } = useTypeVerbs(document);
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useHotkeys({
    c() {
      // In a closed panel there is nothing to open it from.
      if (button.current?.checkVisibility()) setIsOpen(true);
    },
  });
  const offered = (types.data?.items ?? []).map(({ name }) => name);
  const likely = worthShowing(document.result?.type.candidates ?? [])
    .map(({ name }) => name)
    .filter((name) => offered.includes(name));
  const rest = offered.filter((name) => !likely.includes(name));
  const item = (name: string) => (
    <MenuItem
      key={name}
      icon={name === document.type ? <Check /> : <span className="block size-4" />}
      onSelect={() => correct(name)}
    >
      <span className="inline-block first-letter:uppercase">{typeName(name)}</span>
    </MenuItem>
  );

  return (
    <span className="flex gap-2">
      {document.type !== null && !document.isTypeCorrected && (
        <Button
          id="confirm-type"
          size="sm"
          icon={<Check aria-hidden />}
          disabled={isPending}
          onClick={confirm}
        >
          {t("confirmType")}
        </Button>
      )}
      <Menu
        align="end"
        open={isOpen}
        onOpenChange={setIsOpen}
        trigger={
          <Button ref={button} size="sm" icon={<Pencil aria-hidden />} loading={isPending}>
            {t("correctType")}
          </Button>
        }
      >
        {likely.length > 0 && <MenuLabel>{t("likely")}</MenuLabel>}
        {likely.map(item)}
        {likely.length > 0 && <MenuSeparator />}
        {rest.map(item)}
      </Menu>
    </span>
  );
}

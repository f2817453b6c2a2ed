"use client";

import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Menu, MenuItem } from "@besunny/ui/overlays/menu";
import { Check, CircleCheck, Ellipsis, Merge, Pencil, Trash2, Undo2, X } from "lucide-react";
import { useTranslations } from "next-intl";

import type { Action } from "../meeting";
import { useActionVerbs } from "./use-action-verbs";

/** The verbs of an action in its state: confirm or reject a draft, complete what is open, reopen the rest. */
export function ActionVerbs({
  action,
  onEdit,
  onSame,
}: {
  action: Action;
  onEdit: () => void;
  onSame: () => void;
}) {
  const t = useTranslations("actions");
  const verbs = useActionVerbs();
  const { state, text, evidence } = action;
  const isByHand = evidence.length === 0;
  const isGoing = state === "draft" || state === "open";

  return (
    <div className="flex shrink-0 items-center gap-1">
      {state === "draft" && (
        <>
          <Button
            size="sm"
            icon={<Check aria-hidden />}
            aria-label={t("confirmNamed", { text })}
            onClick={() => verbs.confirm(action)}
          >
            {t("confirm")}
          </Button>
          <IconButton
            label={t("reject")}
            shortcut="x"
            icon={<X />}
            onClick={() => verbs.reject(action)}
          />
        </>
      )}
      {state === "open" && (
        <Button
          size="sm"
          icon={<CircleCheck aria-hidden />}
          aria-label={t("completeNamed", { text })}
          onClick={() => verbs.complete(action)}
        >
          {t("complete")}
        </Button>
      )}
      {!isGoing && (
        <Button
          size="sm"
          variant="ghost"
          icon={<Undo2 aria-hidden />}
          aria-label={t("reopenNamed", { text })}
          onClick={() => verbs.reopen(action)}
        >
          {t("reopen")}
        </Button>
      )}
      <Menu align="end" trigger={<IconButton label={t("menu")} icon={<Ellipsis />} />}>
        <MenuItem icon={<Pencil />} shortcut="e" onSelect={onEdit}>
          {t("edit")}
        </MenuItem>
        {isGoing && (
          <MenuItem icon={<Merge />} shortcut="s" onSelect={onSame}>
            {t("sameAs")}
          </MenuItem>
        )}
        {state === "open" && !isByHand && (
          <MenuItem icon={<X />} shortcut="x" onSelect={() => verbs.reject(action)}>
            {t("reject")}
          </MenuItem>
        )}
        {isByHand && (
          <MenuItem icon={<Trash2 />} danger onSelect={() => verbs.remove(action)}>
            {t("delete")}
          </MenuItem>
        )}
      </Menu>
    </div>
  );
}

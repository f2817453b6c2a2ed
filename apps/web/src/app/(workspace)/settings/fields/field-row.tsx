"use client";

import { printPart } from "@besunny/api/browser/grammar";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Archive, ArrowDown, ArrowUp, ListTree, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";

import type { CustomField } from "~/fields/use-fields";

/** One field: its name, its kind, how a query names it, and the changes to it. */
export function FieldRow({
  field,
  onUp,
  onDown,
  onEdit,
  onValues,
  onArchive,
}: {
  field: CustomField;
  /** Left out for the first one. */
  onUp: (() => void) | undefined;
  /** Left out for the last one. */
  onDown: (() => void) | undefined;
  onEdit: () => void;
  onValues: () => void;
  onArchive: () => void;
}) {
  const t = useTranslations("fields");
  const { name, kind, currency, optionCount } = field;

  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-0.5 border-n5 border-b py-1.5 last:border-0">
      <span className="flex min-w-40 flex-1 flex-col">
        <bdi className="truncate font-medium">{name}</bdi>
        <code title={t("inQuery")} className="truncate font-mono text-n11 text-xs">
          {nameInQueries(field)}
        </code>
      </span>
      <span className="text-n11 text-sm">
        {t(`kind_${kind}`)}
        {currency && ` · ${currency}`}
        {kind === "list" && ` · ${t("optionCount", { count: optionCount })}`}
      </span>
      <span className="ml-auto flex">
        <IconButton
          label={t("moveUp", { name })}
          icon={<ArrowUp />}
          disabled={!onUp}
          onClick={onUp}
        />
        <IconButton
          label={t("moveDown", { name })}
          icon={<ArrowDown />}
          disabled={!onDown}
          onClick={onDown}
        />
        {kind === "list" && (
          <IconButton label={t("values", { name })} icon={<ListTree />} onClick={onValues} />
        )}
        <IconButton label={t("rename", { name })} icon={<Pencil />} onClick={onEdit} />
        <IconButton label={t("archive", { name })} icon={<Archive />} onClick={onArchive} />
      </span>
    </li>
  );
}

/** The key as a condition has it, without the value. */
function nameInQueries({ key }: CustomField): string {
  const printed = printPart({
    kind: "condition",
    key: `field.${key}`,
    is: ":",
    values: ["x"],
  });
  return printed.slice(0, -1);
}

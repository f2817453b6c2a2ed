"use client";

import { libraryColumns, libraryDensities, libraryLooks } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Popover } from "@besunny/ui/overlays/popover";
import { ArrowDown, ArrowUp, Sheet, SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";

import { useFields } from "~/fields/use-fields";

import { type ChosenColumn, columnsAmong, movedColumn, toggledColumn } from "./columns";
import { useColumnLabel } from "./use-columns";
import type { LibraryLayout, ShownLayout } from "./use-library-layout";

/** Lets a person choose a table or pictures, the height of the rows, the columns and their order. */
export function LayoutMenu({
  layout,
  change,
  isTableOnly = false,
  listHref,
}: ShownLayout & {
  /** The address of the list as CSV. */
  listHref?: string;
  /** True where there are no pictures to choose. */
  isTableOnly?: boolean;
}) {
  const t = useTranslations("library");
  const tf = useTranslations("fields");
  const isTable = isTableOnly || layout.look === "table";

  return (
    <Popover
      label={t("layout")}
      align="end"
      className="max-h-(--radix-popover-content-available-height) w-72 overflow-y-auto"
      trigger={<IconButton label={t("layout")} icon={<SlidersHorizontal />} />}
    >
      <div className="flex flex-col gap-3">
        {!isTableOnly && (
          <Line name={t("look")}>
            <SegmentedControl
              label={t("look")}
              value={layout.look}
              options={libraryLooks.map((value) => ({ value, label: t(`look_${value}`) }))}
              onChange={(look) => change({ look: look === "grid" ? "grid" : "table" })}
            />
          </Line>
        )}
        {isTable && (
          <>
            <Line name={t("density")}>
              <SegmentedControl
                label={t("density")}
                value={layout.density}
                options={libraryDensities.map((value) => ({ value, label: t(`density_${value}`) }))}
                onChange={(density) =>
                  change({ density: density === "compact" ? "compact" : "comfortable" })
                }
              />
            </Line>
            <ColumnChoice
              chosen={layout.columns}
              onChange={(columns) => change({ columns } satisfies Partial<LibraryLayout>)}
            />
          </>
        )}
        {listHref && (
          <Button asChild size="sm" className="self-start">
            <a href={listHref} download>
              <Sheet aria-hidden />
              {tf("downloadList")}
            </a>
          </Button>
        )}
      </div>
    </Popover>
  );
}

function ColumnChoice({
  chosen,
  onChange,
}: {
  chosen: readonly ChosenColumn[];
  onChange: (columns: ChosenColumn[]) => void;
}) {
  const t = useTranslations("library");
  const labelOf = useColumnLabel();
  const offered = columnsAmong([...libraryColumns, ...useFields().map(({ id }) => id)]);
  const others = offered.filter((name) => !chosen.includes(name));

  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-n11 text-xs">{t("columns")}</legend>
      <ul className="flex flex-col">
        {[...chosen, ...others].map((name) => {
          const column = labelOf(name);
          if (column === null) return null;
          const at = chosen.indexOf(name);
          return (
            <li key={name} className="flex min-h-8 items-center gap-2 coarse:min-h-10">
              <Checkbox
                label={column}
                checked={at >= 0}
                onClick={() => onChange(toggledColumn(chosen, name))}
              />
              <span aria-hidden className="flex-1 text-sm">
                {column}
              </span>
              {at > 0 && (
                <IconButton
                  label={t("moveUp", { column })}
                  icon={<ArrowUp />}
                  onClick={() => onChange(movedColumn(chosen, name, -1))}
                />
              )}
              {at >= 0 && at < chosen.length - 1 && (
                <IconButton
                  label={t("moveDown", { column })}
                  icon={<ArrowDown />}
                  onClick={() => onChange(movedColumn(chosen, name, 1))}
                />
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

function Line({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="flex items-center justify-between gap-3">
      <span aria-hidden className="text-n11 text-xs">
        {name}
      </span>
      {children}
    </div>
  );
}

"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { documentSorts } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { Select } from "@besunny/ui/fields/select";
import { Sheet } from "@besunny/ui/overlays/sheet";
import { ListFilter } from "lucide-react";
import { useTranslations } from "next-intl";
import type { useQueryStates } from "nuqs";
import { useState } from "react";
import { listHref } from "~/documents/selected-documents";
import { LayoutMenu } from "~/documents/table/layout-menu";
import type { ShownLayout } from "~/documents/table/use-library-layout";
import { useFields } from "~/fields/use-fields";
import { FacetPanel } from "~/queries/facet-panel";
import { FolderCrumbs } from "~/queries/folder-crumbs";
import { QueryBox } from "~/queries/query-box";
import { QueryChips } from "~/queries/query-chips";
import { QueryTroubles } from "~/queries/query-troubles";
import { SaveView } from "~/views/save-view";

import { filterParsers } from "./filters";

type Filters = ReturnType<typeof useQueryStates<typeof filterParsers>>;

/** The query of the library in one line: the box, the order, and on narrow screens the way to the facets. */
export function FilterBar({
  filters: { q, sort, view },
  facets,
  shown,
  onChange,
}: {
  filters: Filters[0];
  facets: Outputs["documents"]["facets"] | undefined;
  shown: ShownLayout;
  onChange: Filters[1];
}) {
  const t = useTranslations("library");
  const tf = useTranslations("fields");
  const [isOpen, setIsOpen] = useState(false);
  const fields = useFields();
  const sorts = [
    ...documentSorts.map((value) => ({ value: String(value), label: t(`sort_${value}`) })),
    ...fields.flatMap(({ id, name }) => [
      { value: id, label: tf("sortUp", { name }) },
      { value: `${id}_desc`, label: tf("sortDown", { name }) },
    ]),
  ];
  const search = (next: string) => void onChange({ q: next || null });

  return (
    <div className="flex flex-col gap-2 border-b px-4 py-2">
      <div className="flex flex-wrap items-center gap-2">
        <div className="flex min-w-0 basis-full sm:flex-1 sm:basis-0">
          <QueryBox query={q} placeholder={t("find")} onSearch={search} />
        </div>
        <Button
          className="lg:hidden"
          icon={<ListFilter aria-hidden />}
          onClick={() => setIsOpen(true)}
        >
          {t("filters")}
        </Button>
        <Select
          label={t("sort")}
          value={sort}
          options={sorts}
          onChange={(next) => void onChange({ sort: filterParsers.sort.parse(next) ?? "newest" })}
        />
        <LayoutMenu {...shown} listHref={listHref({ q, sort })} />
        {!view && (
          <SaveView
            query={q}
            place="library"
            sort={sort}
            layout={shown.layout}
            onSaved={({ id }) => void onChange({ view: id })}
          />
        )}
      </div>
      <FolderCrumbs query={q} onChange={search} />
      <QueryChips query={q} onChange={search} />
      <QueryTroubles query={q} onChange={search} />
      <Sheet
        open={isOpen}
        onOpenChange={setIsOpen}
        title={t("filters")}
        closeLabel={t("close")}
        side="bottom"
      >
        <div className="overflow-y-auto p-4">
          <FacetPanel query={q} facets={facets} onChange={search} />
        </div>
      </Sheet>
    </div>
  );
}

"use client";

import { Checkbox } from "@besunny/ui/fields/checkbox";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { useNames } from "~/i18n/use-names";

import type { Chosen } from "./policy";

/** The types and projects whose documents are never sent. */
export function NeverSent({ policy, mayChange, onChange }: Chosen) {
  const t = useTranslations("outgoing");
  const { typeName } = useNames();
  const trpc = useTRPC();
  const types = useQuery(trpc.taxonomy.list.queryOptions());
  const projects = useQuery(trpc.projects.list.queryOptions({ limit: 200 }));
  const { neverTypes, neverProjectIds } = policy;

  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <Boxes
        title={t("types")}
        items={(types.data?.items ?? []).map(({ name }) => ({ id: name, name: typeName(name) }))}
        chosen={neverTypes}
        disabled={!mayChange}
        onChange={(next) => onChange({ neverTypes: next })}
      />
      <Boxes
        title={t("projects")}
        items={projects.data?.items ?? []}
        chosen={neverProjectIds}
        disabled={!mayChange}
        onChange={(next) => onChange({ neverProjectIds: next })}
      />
    </div>
  );
}

function Boxes({
  title,
  items,
  chosen,
  disabled,
  onChange,
}: {
  title: string;
  items: readonly { id: string; name: string }[];
  chosen: readonly string[];
  disabled: boolean;
  onChange: (chosen: string[]) => void;
}) {
  const t = useTranslations("outgoing");
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium text-n11 text-sm">{title}</legend>
      {items.length === 0 && <p className="text-n11 text-sm">{t("none")}</p>}
      <div className="max-h-72 overflow-y-auto">
        {items.map(({ id, name }) => (
          <div key={id} className="flex min-h-8 items-center gap-2">
            <Checkbox
              label={name}
              checked={chosen.includes(id)}
              disabled={disabled}
              onCheckedChange={(checked) =>
                onChange(checked === true ? [...chosen, id] : chosen.filter((each) => each !== id))
              }
            />
            <span aria-hidden className="min-w-0 break-words first-letter:uppercase">
              {name}
            </span>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Select } from "@besunny/ui/fields/select";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";

import { RehearsalShown } from "./rehearsal-shown";
import { RehearseForm } from "./rehearse-form";

type Detail = Outputs["automations"]["get"];

/** Asks for rehearsals of the automation, shows one, and applies it. Its address can be shared. */
export function Rehearsals({
  detail,
  onSave,
}: {
  detail: Detail;
  onSave: () => Promise<Detail | null>;
}) {
  const t = useTranslations("rehearsals");
  const format = useFormatter();
  const trpc = useTRPC();
  const { id, mayChange } = detail;
  const list = useQuery(trpc.automations.rehearsals.queryOptions({ id }));
  const [chosen, choose] = useQueryState("rehearsal", parseAsString);

  return (
    <div className="flex flex-col gap-6">
      {mayChange && (
        <RehearseForm onSave={onSave} onBegun={(rehearsalId) => void choose(rehearsalId)} />
      )}
      <Loaded query={list} label={t("loading")}>
        {({ items }) => {
          const shown = chosen ?? items[0]?.id;
          if (!shown) return <p className="py-6 text-center text-n11">{t("none")}</p>;
          return (
            <>
              {items.length > 1 && (
                <Select
                  label={t("which")}
                  value={shown}
                  onChange={(next) => void choose(next)}
                  options={items.map(({ id: value, at, filter, version }) => ({
                    value,
                    label: [
                      format.dateTime(at, { dateStyle: "medium", timeStyle: "short" }),
                      version === null ? t("ofDraft") : t("ofVersion", { version }),
                      typeof filter.q === "string" ? filter.q : t("everything"),
                    ].join(" · "),
                  }))}
                />
              )}
              <RehearsalShown key={shown} id={shown} mayChange={mayChange} />
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

"use client";

import { Select } from "@besunny/ui/fields/select";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import type { Release } from "../models-data";

/** Says in words in what two releases differ: at first the newest and the one that decides. */
export function CompareReleases({
  items,
  workspaceId,
}: {
  items: readonly Release[];
  workspaceId: string;
}) {
  const t = useTranslations("models");
  const trpc = useTRPC();
  const champion = items.find(({ roles }) => roles.includes("champion"));
  const other = items.find(({ id }) => id !== champion?.id);
  const [before, setBefore] = useState(champion?.id ?? "");
  const [after, setAfter] = useState(other?.id ?? "");
  const compared = useQuery(trpc.admin.models.compare.queryOptions({ workspaceId, before, after }));
  const options = items.map(({ id, number }) => ({ value: id, label: t("release", { number }) }));

  return (
    <section aria-label={t("compare")} className="px-4">
      <h2 className="font-semibold">{t("compare")}</h2>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Select label={t("before")} value={before} options={options} onChange={setBefore} />
        <span aria-hidden>→</span>
        <Select label={t("after")} value={after} options={options} onChange={setAfter} />
      </div>
      <Loaded query={compared} label={t("loading")}>
        {({ differences }) =>
          differences.length === 0 ? (
            <p className="py-3 text-n11">{t("same")}</p>
          ) : (
            <ul className="mt-2 list-disc pl-5">
              {differences.map(({ part, of, sentence }) => (
                <li key={`${part} ${of}`} className="break-words py-0.5">
                  {sentence}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

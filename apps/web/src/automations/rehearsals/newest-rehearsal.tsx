"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

/** Tells the sums of the newest rehearsal, and whether the automation has changed since. */
export function NewestRehearsal({ automationId }: { automationId: string }) {
  const t = useTranslations("rehearsals");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.automations.rehearsals.queryOptions({ id: automationId }));
  const newest = data?.items.find(({ state }) => state === "done");
  const detail = useQuery(
    trpc.automations.rehearsal.queryOptions(
      { id: newest?.id ?? "" },
      { enabled: newest !== undefined },
    ),
  );
  if (!data) return null;
  if (!newest) return <p className="text-n11">{t("noneYet")}</p>;
  const { yes, no, unknown, changing } = newest.counts;
  return (
    <div>
      <p>{t("newest", { yes, no, unknown, changing })}</p>
      {detail.data?.isCurrent === false && <p className="text-n11">{t("newestOld")}</p>}
    </div>
  );
}

"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Sheet } from "@besunny/ui/overlays/sheet";
import { useActorName } from "@besunny/web-kit/audit/audit-words";
import { fieldChangesOf } from "@besunny/web-kit/audit/field-changes";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import type { Flag } from "./flag";

const fields = ["isKilled", "isOn", "percentage"] as const;

/** The changes of a flag with who made them, newest first. */
export function FlagHistory({
  flag,
  onOpenChange,
}: {
  flag: Flag;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations("flags");
  const trpc = useTRPC();
  const actorName = useActorName();
  const changes = useQuery(trpc.admin.flags.changes.queryOptions({ key: flag.key }));
  const wordOf = (field: string) => {
    const known = fields.find((each) => each === field);
    return known ? t(`field_${known}`) : field;
  };
  const title = t("historyOf", { title: flag.title });

  return (
    <Sheet open onOpenChange={onOpenChange} title={title} closeLabel={t("close")}>
      <Loaded query={changes} label={t("loadingHistory")}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t("notChanged")}>{t("notChangedHint")}</EmptyState>
          ) : (
            <ol aria-label={title} className="flex flex-col">
              {rows.map((row) => (
                <li key={row.id} className="border-n5 border-b px-4 py-3 text-sm">
                  <p className="flex flex-wrap gap-x-2">
                    <span className="font-medium">{actorName(row.actor)}</span>
                    <span className="text-n11">
                      <RelativeTime at={row.createdAt} />
                    </span>
                  </p>
                  <ul className="mt-1 text-n11 text-xs">
                    {fieldChangesOf(row.changes ?? [])
                      .filter(({ before, after }) => before !== after)
                      .map(({ field, before, after }) => (
                        <li key={field}>
                          {t("fieldChange", {
                            field: wordOf(field),
                            before: before ?? "–",
                            after: after ?? "–",
                          })}
                        </li>
                      ))}
                  </ul>
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </Sheet>
  );
}

"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";

/** Workspaces whose owners asked for their end, and those that were erased, with their certificates. */
export function Departures() {
  const t = useTranslations("workspaces");
  const format = useFormatter();
  const trpc = useTRPC();
  const client = useQueryClient();
  const list = useQuery(trpc.admin.workspaces.departures.queryOptions({}));
  const day = (at: Date | null) => (at ? format.dateTime(at, { dateStyle: "medium" }) : "");
  if (!list.data?.items.length) return null;

  async function save(id: string, workspaceId: string) {
    try {
      const signed = await client.fetchQuery(
        trpc.admin.workspaces.certificate.queryOptions({ id }),
      );
      const text = `${JSON.stringify(signed, null, 2)}\n`;
      const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
      Object.assign(document.createElement("a"), {
        href: url,
        download: `certificate-${workspaceId}.json`,
      }).click();
      URL.revokeObjectURL(url);
    } catch (error) {
      toast.failed(problemOf(error).message, problemOf(error).hint ?? undefined);
    }
  }

  return (
    <section className="px-4 py-6">
      <h2 className="font-semibold text-lg">{t("ends")}</h2>
      <ul aria-label={t("ends")} className="mt-2 max-w-3xl">
        {list.data.items.map(({ id, workspaceId, name, state, dueAt, endedAt }) => (
          <li
            key={id}
            className="flex min-h-11 flex-wrap items-center gap-3 border-n5 border-b py-2"
          >
            <span className="min-w-0 flex-1 truncate">{name ?? workspaceId}</span>
            <span className="text-n11">
              {t(`end_${state}`, { day: day(state === "done" ? endedAt : dueAt) })}
            </span>
            {state === "done" && (
              <Button
                size="sm"
                aria-label={t("certificateOf", { id: workspaceId })}
                onClick={() => void save(id, workspaceId)}
              >
                {t("certificate")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

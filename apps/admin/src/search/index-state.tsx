"use client";

import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { SwitchIndex } from "./switch-index";

const refreshMs = 10_000;
const tones = { serving: "good", filling: "info", retired: "neutral" } as const;

/** The indexes of passages: which one answers, how full its successor is, and how both compare. */
export function IndexState() {
  const t = useTranslations("search");
  const trpc = useTRPC();
  const state = useQuery(trpc.admin.search.index.queryOptions({}, { refetchInterval: refreshMs }));
  if (!state.data) return null;
  const { items, wantedId, held, documents, passages } = state.data;

  return (
    <section aria-label={t("index")}>
      <h2 className="font-semibold">{t("index")}</h2>
      <p className="text-n11 text-xs">{t("indexDefinition")}</p>
      <ul className="mt-2 flex flex-col">
        {items.map((each) => {
          const { queries, overlap, foundBefore, foundAfter } = each.comparison;
          return (
            <li key={each.id} className="flex flex-wrap items-center gap-3 border-n5 border-b py-3">
              <div className="min-w-64 flex-1">
                <p className="flex flex-wrap items-center gap-2">
                  <span className="font-mono text-sm">{each.id}</span>
                  <Badge tone={tones[each.state]}>{t(`state_${each.state}`)}</Badge>
                  {each.isHeld && <Badge tone="attention">{t("held")}</Badge>}
                </p>
                <p className="text-n11 text-sm">
                  {each.id === wantedId && t("filled", { held, documents, passages })}{" "}
                  {each.state !== "retired" &&
                    (queries > 0
                      ? t("compared", {
                          queries,
                          overlap: overlap / queries,
                          before: foundBefore,
                          after: foundAfter,
                        })
                      : each.state === "filling" && t("notCompared"))}
                </p>
              </div>
              <span className="text-n11 text-xs">
                <RelativeTime at={each.servedAt ?? each.createdAt} />
              </span>
              {each.isHeld && <SwitchIndex id={each.id} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

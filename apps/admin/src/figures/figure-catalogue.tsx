"use client";

import type { MetricDefinition } from "@besunny/api/browser/figures";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { dashboardHref } from "@besunny/web-kit/dashboards/place/dashboard-place";
import { fitsText } from "@besunny/web-kit/figures/fits-text";
import { useFigureWords } from "@besunny/web-kit/figures/use-figure-words";
import { useMetrics } from "@besunny/web-kit/figures/use-metrics";
import { Link } from "@besunny/web-kit/link";
import { FindField } from "@besunny/web-kit/page/find-field";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { PageHeader } from "~/shell/page-header";

/** Every figure with its definition, its unit, what it can be broken out by, and the dashboards that show it. */
export function FigureCatalogue() {
  const t = useTranslations("figures");
  const trpc = useTRPC();
  const [text, setText] = useQueryState("q", parseAsString.withDefault(""));
  const { query } = useMetrics();
  const dashboards = useQuery(trpc.admin.dashboards.list.queryOptions({}));

  return (
    <>
      <PageHeader title={t("title")}>
        <FindField label={t("find")} value={text} onChange={(next) => void setText(next || null)} />
      </PageHeader>
      <Loaded query={query} label={t("loading")}>
        {({ items }) => {
          const found = items.filter((metric) => fitsText(metric, text));
          const topics = Map.groupBy(found, ({ name }) => name.split(".")[0] ?? "");
          return (
            <div className="flex flex-col gap-8 p-4">
              <p className="max-w-prose text-n11">{t("lead", { count: items.length })}</p>
              {found.length === 0 && <EmptyState title={t("nothingFound")} />}
              {[...topics].map(([topic, metrics]) => (
                <section key={topic} aria-label={topic}>
                  <h2 className="mb-1 font-semibold first-letter:uppercase">{topic}</h2>
                  <ul className="divide-y divide-n6 border-n6 border-y">
                    {metrics.map((metric) => (
                      <Entry
                        key={metric.name}
                        metric={metric}
                        used={(dashboards.data?.items ?? []).filter((each) =>
                          each.metrics.includes(metric.name),
                        )}
                      />
                    ))}
                  </ul>
                </section>
              ))}
            </div>
          );
        }}
      </Loaded>
    </>
  );
}

function Entry({
  metric,
  used,
}: {
  metric: MetricDefinition;
  used: readonly { id: string; title: string }[];
}) {
  const t = useTranslations("figures");
  const words = useFigureWords();
  const { name, title, definition, unit, dimensions, viewpoint, source, drill } = metric;

  return (
    <li
      id={name}
      className="grid scroll-mt-16 gap-x-6 gap-y-1 py-3 target:bg-accent-soft md:grid-cols-2"
    >
      <div>
        <h3 className="font-medium">{title}</h3>
        <p className="text-n11">{definition}</p>
        <p className="font-mono text-n11 text-xs">{name}</p>
      </div>
      <dl className="grid grid-cols-[auto_1fr] content-start gap-x-3 gap-y-0.5 text-sm [&_dt]:text-n11">
        <dt>{t("unit")}</dt>
        <dd>{words.unitName(unit)}</dd>
        <dt>{t("viewpoint")}</dt>
        <dd>{t(`viewpoint_${viewpoint}`)}</dd>
        <dt>{t("dimensions")}</dt>
        <dd>{dimensions.map(words.dimensionName).join(", ") || "–"}</dd>
        <dt>{t("rows")}</dt>
        <dd>{drill ? t("rowsFrom", { kind: t(`kind_${drill}`), source }) : t("noRows")}</dd>
        <dt>{t("used")}</dt>
        <dd className="flex flex-wrap gap-x-2">
          {used.length === 0 && "–"}
          {used.map((each) => (
            <Link
              key={each.id}
              href={dashboardHref(each.id)}
              className="underline underline-offset-2"
            >
              {each.title}
            </Link>
          ))}
        </dd>
      </dl>
    </li>
  );
}

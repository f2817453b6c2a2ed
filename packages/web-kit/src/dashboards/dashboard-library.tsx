"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { useFigureWiring } from "../figures/figure-wiring";
import { Link } from "../link";
import { FindField } from "../page/find-field";
import { Loaded } from "../page/loaded";

import { dashboardHref } from "./place/dashboard-place";
import { useDashboardDone } from "./use-dashboard-done";

type Summary = Outputs["dashboards"]["list"]["items"][number];

/** The dashboards: those that come with the product, my own, and those that others share. */
export function DashboardLibrary({ mayMake = true }: { mayMake?: boolean }) {
  const t = useTranslations("dashboards");
  const { dashboards, cataloguePath, Header } = useFigureWiring();
  const router = useRouter();
  const done = useDashboardDone();
  const [text, setText] = useQueryState("q", parseAsString.withDefault(""));
  const list = useQuery(dashboards.list.queryOptions({}));
  const create = useMutation(
    dashboards.create.mutationOptions(
      done<{ id: string }>(t("made"), {
        afterwards: ({ id }) => router.push(dashboardHref(id, { edit: true })),
      }),
    ),
  );
  const make = () => create.mutate({ title: t("newTitle"), content: {} });

  return (
    <>
      <Header title={t("title")}>
        <FindField label={t("find")} value={text} onChange={(next) => void setText(next || null)} />
        {cataloguePath && (
          <Button asChild variant="ghost">
            <Link href={cataloguePath}>{t("allFigures")}</Link>
          </Button>
        )}
        {mayMake && (
          <Button
            variant="primary"
            icon={<Plus aria-hidden />}
            loading={create.isPending}
            onClick={make}
          >
            {t("make")}
          </Button>
        )}
      </Header>
      <Loaded query={list} label={t("loading")}>
        {({ items }) => {
          const found = items.filter((each) => fits(each, text));
          const groups = [
            { name: t("mine"), items: found.filter(({ isMine }) => isMine) },
            {
              name: t("sharedOnes"),
              items: found.filter(({ isMine, isShipped }) => !isMine && !isShipped),
            },
            { name: t("shipped"), items: found.filter(({ isShipped }) => isShipped) },
          ];
          return (
            <div className="flex flex-col gap-6 p-4">
              {found.length === 0 && <EmptyState title={t("nothingFound")} />}
              {groups
                .filter((group) => group.items.length > 0)
                .map((group) => (
                  <section key={group.name} aria-label={group.name}>
                    <h2 className="mb-2 font-semibold">{group.name}</h2>
                    <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
                      {group.items.map((each) => (
                        <Card key={each.id} dashboard={each} />
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

function Card({ dashboard }: { dashboard: Summary }) {
  const t = useTranslations("dashboards");
  const { id, title, description, tiles, owner, isMine, updatedAt, visibility, isShipped } =
    dashboard;
  return (
    <li className="relative flex flex-col gap-1 rounded-lg border border-n6 bg-raised px-4 py-3 hover:border-n8">
      <Link
        href={dashboardHref(id)}
        className="truncate font-medium after:absolute after:inset-0 after:rounded-lg"
      >
        {title}
      </Link>
      <p className="line-clamp-2 text-n11 text-sm">{description}</p>
      <p className="mt-auto text-n11 text-xs">
        {t("tiles", { count: tiles })}
        {!isShipped && isMine && ` · ${t(`visibility_${visibility}`)}`}
        {!isMine && owner && ` · ${owner.name}`}
        {updatedAt && (
          <>
            {" "}
            · <RelativeTime at={updatedAt} />
          </>
        )}
      </p>
    </li>
  );
}

function fits({ title, description, metrics, owner }: Summary, text: string): boolean {
  const all = [title, description, owner?.name ?? "", ...metrics].join(" ").toLocaleLowerCase();
  return text
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

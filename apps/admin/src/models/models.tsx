"use client";

import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Select } from "@besunny/ui/fields/select";
import { Tabs } from "@besunny/ui/layout/tabs";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { PageHeader } from "~/shell/page-header";

import { EvaluationLab } from "./evaluations/evaluation-lab";
import { Experiments } from "./experiments/experiments";
import { modelParsers } from "./models-data";
import { ReleaseList } from "./releases/release-list";

/** The releases of a workspace, how they do on frozen datasets, and the experiments between them. */
export function Models() {
  const t = useTranslations("models");
  const trpc = useTRPC();
  const [{ workspace, view }, setPlace] = useQueryStates(modelParsers, { history: "push" });
  const workspaces = useQuery(trpc.admin.models.workspaces.queryOptions({}));
  const chosen = workspace ?? workspaces.data?.items[0]?.workspaceId ?? null;

  return (
    <>
      <PageHeader title={t("title")}>
        {workspaces.data && workspaces.data.items.length > 0 && (
          <Select
            label={t("workspace")}
            value={chosen}
            options={workspaces.data.items.map((each) => ({
              value: each.workspaceId,
              label: each.name,
            }))}
            onChange={(next) => void setPlace({ workspace: next, opened: null })}
          />
        )}
      </PageHeader>
      <Loaded query={workspaces} label={t("loading")}>
        {({ items }) =>
          chosen === null || items.length === 0 ? (
            <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>
          ) : (
            <Tabs
              label={t("views")}
              value={view}
              onChange={(next) =>
                void setPlace({ view: modelParsers.view.parse(next) ?? "releases", opened: null })
              }
              listClassName="px-4"
              tabs={[
                {
                  value: "releases",
                  label: t("releases"),
                  content: <ReleaseList workspaceId={chosen} />,
                },
                {
                  value: "evaluations",
                  label: t("lab"),
                  content: <EvaluationLab workspaceId={chosen} />,
                },
                {
                  value: "experiments",
                  label: t("experiments"),
                  content: <Experiments workspaceId={chosen} />,
                },
              ]}
            />
          )
        }
      </Loaded>
    </>
  );
}

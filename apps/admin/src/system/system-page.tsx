"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Tabs } from "@besunny/ui/layout/tabs";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import type { ReactNode } from "react";
import { PageHeader } from "~/shell/page-header";

import { DependencyTable } from "./dependency-table";
import { DiskUse } from "./disk-use";
import { IsolationPart } from "./isolation-part";
import { KeysOfFiles } from "./keys-of-files";
import { Releases } from "./releases";
import { SettingTable } from "./setting-table";

const parts = ["dependencies", "isolation", "disk", "encryption", "settings", "releases"] as const;

/** The installation: what it works with, its disk, its settings and its releases. */
export function SystemPage() {
  const t = useTranslations("system");
  const trpc = useTRPC();
  const [part, setPart] = useQueryState(
    "part",
    parseAsStringLiteral(parts).withDefault("dependencies").withOptions({ history: "push" }),
  );
  const state = useQuery(
    trpc.admin.system.get.queryOptions({}, { staleTime: 60_000, refetchOnWindowFocus: false }),
  );

  const tab = (value: (typeof parts)[number], content: ReactNode) => ({
    value,
    label: t(value),
    content: <div className="pt-4">{content}</div>,
  });

  return (
    <>
      <PageHeader title={t("title")}>
        {state.data && (
          <span className="text-n11 text-xs">
            {t("asOf")} <RelativeTime at={state.data.asOf} />
          </span>
        )}
      </PageHeader>
      <Loaded query={state} label={t("loading")}>
        {(data) => (
          <div className="p-4">
            <Tabs
              label={t("parts")}
              value={part}
              onChange={(next) => void setPart(parts.find((each) => each === next) ?? parts[0])}
              tabs={[
                tab("dependencies", <DependencyTable dependencies={data.dependencies} />),
                tab("isolation", <IsolationPart />),
                tab("disk", <DiskUse />),
                tab("encryption", <KeysOfFiles />),
                tab("settings", <SettingTable settings={data.settings} />),
                tab("releases", <Releases state={data} />),
              ]}
            />
          </div>
        )}
      </Loaded>
    </>
  );
}

"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useShell } from "~/shell/shell-context";

import { ApiKeyList } from "./api-key-list";
import { MakeApiKey } from "./make-api-key";
import { Panel } from "./panel";

/** Keys for programs that act for this person, and for those who manage the workspace everybody's. */
export function ApiKeys() {
  const t = useTranslations("settings");
  const trpc = useTRPC();
  const { role } = useShell();
  const isAdmin = role === "owner" || role === "admin";
  const queryClient = useQueryClient();
  const refresh = () => {
    void queryClient.invalidateQueries(trpc.members.apiKeys.pathFilter());
    void queryClient.invalidateQueries(trpc.members.allApiKeys.pathFilter());
  };
  const paged = { getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor };
  const mine = useInfiniteQuery(trpc.members.apiKeys.infiniteQueryOptions({}, paged));
  const all = useInfiniteQuery({
    ...trpc.members.allApiKeys.infiniteQueryOptions({}, paged),
    enabled: isAdmin,
  });

  return (
    <>
      <Panel title={t("keys")} hint={t("keysHint")}>
        {role === "viewer" ? (
          <p className="text-n11">{t("keysViewer")}</p>
        ) : (
          <MakeApiKey role={role ?? "viewer"} onMade={refresh} />
        )}
        <ApiKeyList label={t("yourKeys")} pages={mine} onChanged={refresh} />
      </Panel>
      {isAdmin && (
        <Panel title={t("allKeys")} hint={t("allKeysHint")}>
          <ApiKeyList label={t("allKeys")} pages={all} onChanged={refresh} withPerson />
        </Panel>
      )}
    </>
  );
}

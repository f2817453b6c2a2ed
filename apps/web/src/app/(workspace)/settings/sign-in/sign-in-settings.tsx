"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";

import { PageHeader } from "~/shell/page-header";

import { Panel } from "../panel";
import { ConnectionForm } from "./connection-form";
import { ConnectionPanel } from "./connection-panel";
import { PolicyPanel } from "./policy-panel";

/** Shows how people sign in to the workspace: its policy, and the sign-in of its organisation. */
export function SignInSettings() {
  const t = useTranslations("signingIn");
  const ts = useTranslations("settings");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const found = useQuery(trpc.signIn.get.queryOptions());
  const [outcome] = useQueryState("sso", parseAsString);
  const [adding, setAdding] = useState<"oidc" | "saml" | null>(null);
  const refresh = () => {
    setAdding(null);
    void queryClient.invalidateQueries(trpc.signIn.get.queryFilter());
  };

  return (
    <>
      <PageHeader trail={[{ href: "/settings", name: ts("title") }]} title={t("title")} />
      {outcome === "test-done" && (
        <p role="status" className="mx-4 mt-4 max-w-2xl rounded-md bg-accent-soft p-3">
          {t("testDone")}
        </p>
      )}
      {found.error && <ProblemState error={found.error} compact />}
      {!found.data && !found.error && <Skeleton className="m-4 h-64" />}
      {found.data && (
        <>
          <PolicyPanel found={found.data} refresh={refresh} />
          {found.data.connections.map((connection) => (
            <ConnectionPanel key={connection.id} connection={connection} refresh={refresh} />
          ))}
          <Panel title={t("organisation")} hint={t("organisationHint")}>
            {adding ? (
              <ConnectionForm
                kind={adding}
                connection={null}
                onDone={refresh}
                onCancel={() => setAdding(null)}
              />
            ) : (
              <div className="flex flex-wrap gap-2">
                <Button onClick={() => setAdding("oidc")}>{t("addOidc")}</Button>
                <Button onClick={() => setAdding("saml")}>{t("addSaml")}</Button>
              </div>
            )}
          </Panel>
        </>
      )}
    </>
  );
}

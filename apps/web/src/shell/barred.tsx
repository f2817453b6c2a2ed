"use client";

import type { Bar } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { signOut } from "@besunny/web-kit/entry/session";
import { SecurityPanels } from "@besunny/web-kit/security/security-panels";
import { ShieldX } from "lucide-react";
import { useTranslations } from "next-intl";

import { OwnOrganisations } from "./own-organisations";
import { useOpenWorkspace } from "./use-open-workspace";

type Props = {
  barred: { id: string; name: string; reason: Bar };
  workspaces: readonly { id: string; name: string }[];
  isOfOrganisation: boolean;
};

/** For somebody whose session does not meet the sign-in policy of a workspace: why, and what to do. */
export function Barred({ barred, workspaces, isOfOrganisation }: Props) {
  const t = useTranslations("signingIn");
  const open = useOpenWorkspace();
  const others = workspaces.filter(({ id }) => id !== barred.id);

  return (
    <main className="mx-auto max-w-2xl pb-12">
      <EmptyState
        icon={<ShieldX aria-hidden />}
        title={t("barred", { name: barred.name })}
        actions={
          <>
            {others.map(({ id, name }) => (
              <Button key={id} onClick={() => open(id)}>
                {name}
              </Button>
            ))}
            <Button onClick={() => void signOut()}>{t("signOut")}</Button>
          </>
        }
      >
        {t(`barred_${barred.reason}`)}
      </EmptyState>
      {!isOfOrganisation && <OwnOrganisations />}
      {barred.reason === "second-factor" && !isOfOrganisation && <SecurityPanels />}
    </main>
  );
}

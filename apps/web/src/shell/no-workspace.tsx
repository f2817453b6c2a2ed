"use client";

import { Button } from "@besunny/ui/buttons/button";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { DoorOpen } from "lucide-react";
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";

/** For someone who was taken out of the last workspace they had. */
export function NoWorkspace({ email }: { email: string }) {
  const t = useTranslations("shell");

  return (
    <main>
      <EmptyState
        icon={<DoorOpen aria-hidden />}
        title={t("noWorkspace")}
        actions={
          <Button onClick={() => void signOut({ callbackUrl: "/sign-in" })}>{t("signOut")}</Button>
        }
      >
        {t("noWorkspaceHint", { email })}
      </EmptyState>
    </main>
  );
}

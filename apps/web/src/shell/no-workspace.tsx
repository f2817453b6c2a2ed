"use client";

import { Button } from "@besunny/ui/buttons/button";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { signOut } from "@besunny/web-kit/entry/session";
import { DoorOpen } from "lucide-react";
import { useTranslations } from "next-intl";

/** For someone who was taken out of the last workspace they had, or whose workspace is suspended. */
export function NoWorkspace({
  email,
  suspended,
}: {
  email: string;
  suspended: { name: string } | null;
}) {
  const t = useTranslations("shell");

  return (
    <main>
      <EmptyState
        icon={<DoorOpen aria-hidden />}
        title={suspended ? t("suspended", { name: suspended.name }) : t("noWorkspace")}
        actions={<Button onClick={() => void signOut()}>{t("signOut")}</Button>}
      >
        {suspended ? t("suspendedHint") : t("noWorkspaceHint", { email })}
      </EmptyState>
    </main>
  );
}

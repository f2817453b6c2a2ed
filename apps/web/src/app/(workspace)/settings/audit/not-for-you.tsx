"use client";

import { Button } from "@besunny/ui/buttons/button";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Link } from "@besunny/web-kit/link";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";

import { PageHeader } from "~/shell/page-header";

/** The audit log's page for people who may not read it: why, and who can. */
export function NotForYou() {
  const t = useTranslations("auditPage");
  const ta = useTranslations("audit");

  return (
    <>
      <PageHeader title={ta("title")} />
      <EmptyState
        icon={<Lock aria-hidden />}
        title={t("notForYou")}
        actions={
          <Button asChild>
            <Link href="/settings">{t("toSettings")}</Link>
          </Button>
        }
      >
        {t("notForYouHint")}
      </EmptyState>
    </>
  );
}

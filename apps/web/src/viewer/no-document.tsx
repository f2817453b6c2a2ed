"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Link } from "@besunny/web-kit/link";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";

import { PageHeader } from "~/shell/page-header";

/** In place of a document that cannot be opened: why, and the way back to the library. */
export function NoDocument({ error, onRetry }: ComponentProps<typeof ProblemState>) {
  const t = useTranslations("viewer");

  return (
    <>
      <PageHeader title={t("document")} />
      <ProblemState error={error} onRetry={onRetry} />
      <p className="text-center">
        <Button asChild>
          <Link href="/library">{t("backTo", { list: t("library") })}</Link>
        </Button>
      </p>
    </>
  );
}

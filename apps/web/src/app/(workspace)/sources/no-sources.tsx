"use client";

import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Plug } from "lucide-react";
import { useTranslations } from "next-intl";

import { ProviderList } from "~/sources/providers/provider-list";

/** Shows the services that can be connected, where nothing is connected yet. */
export function NoSources({ mayConnect }: { mayConnect: boolean }) {
  const t = useTranslations("sources");
  return (
    <>
      <EmptyState icon={<Plug aria-hidden />} title={t("empty")} className="pt-12 pb-6">
        {t(mayConnect ? "emptyHint" : "emptyViewer")}
      </EmptyState>
      {mayConnect && (
        <div className="mx-auto max-w-3xl px-4 pb-12">
          <ProviderList />
        </div>
      )}
    </>
  );
}

"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

/** Shows the number of documents that follow a person's word on this one, if there are any. */
export function TaughtDocuments({ id }: { id: string }) {
  const t = useTranslations("learning");
  const trpc = useTRPC();
  const taught = useQuery(trpc.learning.teaching.queryOptions({ id }));
  const count = taught.data?.followers ?? 0;
  return count === 0 ? null : <p className="mt-2 text-n11 text-sm">{t("teaches", { count })}</p>;
}

"use client";

import { Badge } from "@besunny/ui/display/badge";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";

import { KindIcon } from "./kind-icon";

/** Shows where a document came from, and the way to its original. Nothing for what a person brought. */
export function OriginChip({ documentId }: { documentId: string }) {
  const t = useTranslations("sources");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.sources.origin.queryOptions({ documentId }));
  if (!data?.origin) return null;
  const { kind, name, folders, sourceId, itemId, webUrl, isGone } = data.origin;
  const path = [name, ...folders].join(" / ");

  return (
    <section
      aria-label={t("origin")}
      className="flex min-h-10 flex-wrap items-center gap-x-2 gap-y-1 border-n5 border-b px-3 py-2 text-sm"
    >
      <KindIcon kind={kind} />
      {sourceId && itemId ? (
        <Link
          href={`/sources/${sourceId}/items?${new URLSearchParams({ item: itemId })}`}
          title={path}
          className="min-w-0 flex-1 truncate rounded-sm hover:underline"
        >
          <bdi>{path}</bdi>
        </Link>
      ) : (
        <span className="min-w-0 flex-1 truncate" title={path}>
          <bdi>{path}</bdi>
        </span>
      )}
      {isGone && <Badge tone="attention">{t("originGone")}</Badge>}
      {webUrl && (
        <a
          href={webUrl}
          target="_blank"
          rel="noreferrer"
          className="inline-flex shrink-0 items-center gap-1 rounded-sm text-n11 hover:text-n12"
        >
          <ExternalLink aria-hidden className="size-3.5" />
          {t("openOriginal")}
        </a>
      )}
    </section>
  );
}

"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { LoadMore } from "@besunny/ui/buttons/load-more";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { DocumentIcon } from "~/documents/document-icon";
import { pageOfEvidence } from "~/viewer/document-detail";
import { placeHref } from "~/viewer/place";

type Named = Outputs["entities"]["documents"]["items"][number];

const few = 5;

/** The documents that name an entity, each mention one click from its place. */
export function EntityDocuments({ id }: { id: string }) {
  const t = useTranslations("entities");
  const trpc = useTRPC();
  const pages = useInfiniteQuery(
    trpc.entities.documents.infiniteQueryOptions(
      { id },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const documents = pages.data?.pages.flatMap(({ items }) => items) ?? [];

  return (
    <section className="min-w-0 p-4">
      <h2 className="font-medium text-n11 text-xs">{t("documents")}</h2>
      {pages.error && <ProblemState error={pages.error} onRetry={() => void pages.refetch()} />}
      <ul aria-label={t("documents")}>
        {documents.map((document) => (
          <NamingDocument key={document.documentId} document={document} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <LoadMore
          label={t("more")}
          loading={pages.isFetchingNextPage}
          onLoad={() => void pages.fetchNextPage()}
        />
      )}
    </section>
  );
}

function NamingDocument({ document }: { document: Named }) {
  const t = useTranslations("entities");
  const { documentId, title, format, mentionCount, evidence } = document;

  return (
    <li className="border-n5 border-b py-3">
      <div className="flex items-center gap-2">
        <DocumentIcon format={format} />
        <Link
          href={`/documents/${documentId}`}
          className="min-w-0 truncate font-semibold hover:underline"
        >
          <bdi>{title}</bdi>
        </Link>
        <span className="ml-auto shrink-0 text-n11 text-xs tabular-nums">
          {t("mentionCount", { count: mentionCount })}
        </span>
      </div>
      <ol className="mt-1 flex flex-wrap gap-x-3">
        {evidence.slice(0, few).map((each) => {
          const page = pageOfEvidence(each);
          return (
            <li key={each.span[0]}>
              <Link
                href={placeHref(documentId, { page, span: [each.span[0], each.span[1]] })}
                className="inline-flex min-h-8 items-center gap-1.5 rounded-md text-sm underline-offset-2 hover:underline"
              >
                <q>
                  <bdi>{each.quote}</bdi>
                </q>
                {page && (
                  <span className="text-n11 text-xs tabular-nums">{t("onPage", { page })}</span>
                )}
              </Link>
            </li>
          );
        })}
      </ol>
    </li>
  );
}

"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import type { DocumentDetail } from "~/viewer/document-detail";
import { useFind } from "~/viewer/find/use-find";
import { DocumentPane } from "~/viewer/pages/document-pane";
import { ViewerSkeleton } from "~/viewer/viewer-skeleton";

const nothing = () => undefined;
const wholeWidth = { fit: "width", zoom: 1, rotation: 0 } as const;

/** The document in hand as the viewer shows it. The one after it is fetched meanwhile. */
export function ReviewPage({ id, nextId }: { id: string; nextId: string | null }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const document = useQuery(trpc.documents.get.queryOptions({ id }));

  useEffect(() => {
    if (nextId) void queryClient.prefetchQuery(trpc.documents.get.queryOptions({ id: nextId }));
  }, [nextId, queryClient, trpc]);

  if (document.isPending) return <ViewerSkeleton />;
  if (document.error)
    return <ProblemState error={document.error} onRetry={() => void document.refetch()} />;
  return <Pages key={id} document={document.data} />;
}

function Pages({ document }: { document: DocumentDetail }) {
  const finding = useFind(document.id, document.stage !== "uploaded");
  const span = document.result?.type.evidence[0]?.span ?? null;
  return (
    <div className="flex min-h-0 min-w-0 flex-1">
      <DocumentPane
        document={document}
        target={finding.shown ?? { page: null, span, jump: 0 }}
        finding={finding}
        details={[]}
        view={wholeWidth}
        onPages={nothing}
        onVisible={nothing}
      />
    </div>
  );
}

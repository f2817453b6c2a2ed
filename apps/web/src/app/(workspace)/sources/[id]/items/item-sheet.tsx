"use client";

import { Button } from "@besunny/ui/buttons/button";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Sheet } from "@besunny/ui/overlays/sheet";
import { Link } from "@besunny/web-kit/link";
import { useTold } from "@besunny/web-kit/told/use-told";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { ExternalLink, FileText, RotateCcw } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatBytes } from "~/documents/format-bytes";
import { useIsWide } from "~/shell/use-is-wide";
import type { Source } from "~/sources/source";
import { useRetryItems } from "~/sources/use-retry-items";
import { useSourceWords } from "~/sources/use-source-words";

/** One item: where it is, why it is in its state, what came of it, and what to do. */
export function ItemSheet({
  source,
  itemId,
  onClose,
}: {
  source: Source;
  itemId: string;
  onClose: () => void;
}) {
  const t = useTranslations("sources");
  const trpc = useTRPC();
  const isWide = useIsWide();
  const item = useQuery(trpc.sources.item.queryOptions({ id: source.id, itemId }));

  return (
    <Sheet
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={item.data?.name ?? t("item")}
      closeLabel={t("close")}
      side={isWide ? "right" : "bottom"}
    >
      <div className="min-h-0 flex-1 overflow-y-auto p-4">
        {item.isPending && <Skeleton className="h-40" />}
        {item.error && !item.data && <ProblemState compact error={item.error} />}
        {item.data && <ItemFacts source={source} item={item.data} />}
      </div>
    </Sheet>
  );
}

type Item = import("@besunny/api/browser/outputs").Outputs["sources"]["item"];

function ItemFacts({ source, item }: { source: Source; item: Item }) {
  const t = useTranslations("sources");
  const format = useFormatter();
  const tell = useTold();
  const { mediaOf, reasonOf } = useSourceWords();
  const { state, reason, trouble, remedy, tries, nextTryAt, documentId } = item;

  return (
    <>
      <dl className="flex flex-col gap-3">
        <Fact name={t("why")}>
          {t(`item_${state}`)}
          {reason !== null && <>: {reasonOf(reason)}</>}
          {trouble && <span className="block text-bad">{tell(trouble)}</span>}
          {remedy && <span className="block text-n11">{tell(remedy)}</span>}
        </Fact>
        {item.name !== null && (
          <Fact name={t("where")}>
            <bdi>{[source.name, ...item.path, item.name].join(" / ")}</bdi>
          </Fact>
        )}
        {item.from && <Fact name={t("from")}>{item.from}</Fact>}
        {item.labels.length > 0 && <Fact name={t("labels")}>{format.list(item.labels)}</Fact>}
        <Fact name={t("kindOf")}>
          {mediaOf(item.mediaType)}
          {item.size !== null && <>, {formatBytes(item.size, format)}</>}
        </Fact>
        <Fact name={t("modified")}>
          <RelativeTime at={item.modifiedAt} />
        </Fact>
        <Fact name={t("changedHere")}>
          <RelativeTime at={item.changedAt} />
        </Fact>
        <Fact name={t("seen")}>
          <RelativeTime at={item.seenAt} />
          {documentId && (
            <span className="block text-n11">
              {t(item.isFetchedAsItIs ? "asItIs" : "notAsItIs")}
            </span>
          )}
        </Fact>
        {tries > 0 && (
          <Fact name={t("tries")}>
            {t("triesOf", { tries })}
            {nextTryAt && (
              <span className="block text-n11">
                {t("nextTry")} <RelativeTime at={nextTryAt} />
              </span>
            )}
          </Fact>
        )}
      </dl>
      <ItemActions sourceId={source.id} item={item} />
    </>
  );
}

function ItemActions({ sourceId, item }: { sourceId: string; item: Item }) {
  const t = useTranslations("sources");
  const retry = useRetryItems(sourceId);
  const { id, documentId, webUrl, state } = item;

  return (
    <div className="mt-5 flex flex-wrap gap-2">
      {documentId && (
        <Button asChild>
          <Link href={`/documents/${documentId}`}>
            <FileText aria-hidden />
            {t("openDocument")}
          </Link>
        </Button>
      )}
      {webUrl && (
        <Button asChild>
          <a href={webUrl} target="_blank" rel="noreferrer">
            <ExternalLink aria-hidden />
            {t("openOriginal")}
          </a>
        </Button>
      )}
      {state === "failed" && (
        <Button
          icon={<RotateCcw aria-hidden />}
          loading={retry.isBusy}
          onClick={() => retry.one(id)}
        >
          {t("tryAgain")}
        </Button>
      )}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-n11 text-xs">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}

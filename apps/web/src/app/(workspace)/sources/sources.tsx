"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { Cable, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { moveRow } from "~/documents/row-focus";
import { PageHeader } from "~/shell/page-header";
import { useScreenKeys } from "~/shell/use-screen-keys";
import { isBusy, shownStateOf } from "~/sources/source-state";

import { NoSources } from "./no-sources";
import { SourceRow } from "./source-row";

const busyMs = 3_000;
const idleMs = 30_000;

/** Lists the sources: what came of each, how fresh it is, and what to do where one has stopped. */
export function Sources({ mayConnect }: { mayConnect: boolean }) {
  const t = useTranslations("sources");
  const trpc = useTRPC();
  const list = useQuery(
    trpc.sources.list.queryOptions(
      {},
      {
        refetchInterval: ({ state: { data } }) =>
          data?.items.some((source) => isBusy(shownStateOf(source, data.asOf))) ? busyMs : idleMs,
      },
    ),
  );
  useScreenKeys(
    t("title"),
    [
      { keys: ["j"], does: t("keyDown") },
      { keys: ["k"], does: t("keyUp") },
    ],
    {
      j: () => moveRow(1),
      k: () => moveRow(-1),
      ArrowDown: () => moveRow(1),
      ArrowUp: () => moveRow(-1),
    },
  );

  return (
    <>
      <PageHeader title={t("title")} actions={mayConnect && <Actions />} />
      {list.isPending && <SourcesSkeleton label={t("loading")} />}
      {list.error && !list.data && (
        <ProblemState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data?.items.length === 0 && <NoSources mayConnect={mayConnect} />}
      {list.data && list.data.items.length > 0 && (
        <ul aria-label={t("title")}>
          {list.data.items.map((source) => (
            <SourceRow key={source.id} source={source} now={list.data.asOf} />
          ))}
        </ul>
      )}
    </>
  );
}

function Actions() {
  const t = useTranslations("sources");
  return (
    <>
      <Button asChild>
        <Link href="/settings/connections">
          <Cable aria-hidden />
          <span className="max-sm:sr-only">{t("connections")}</span>
        </Link>
      </Button>
      <Button asChild variant="primary">
        <Link href="/sources/add">
          <Plus aria-hidden />
          <span className="max-sm:sr-only">{t("connect")}</span>
        </Link>
      </Button>
    </>
  );
}

function SourcesSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label}>
      {["one", "two", "three"].map((row) => (
        <div key={row} className="flex h-20 items-center gap-3 border-n5 border-b px-4">
          <Skeleton className="size-4" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="w-40" />
            <Skeleton className="w-72 max-w-full" />
          </div>
        </div>
      ))}
    </div>
  );
}

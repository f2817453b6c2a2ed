"use client";

import { Button } from "@besunny/ui/buttons/button";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { Cable, Plus } from "lucide-react";
import { useTranslations } from "next-intl";

import { PageHeader } from "~/shell/page-header";

import { ConnectionItem } from "./connection-item";

const everyMs = 15_000;

/** The accounts that documents come from, with their health. */
export function Connections({ mayConnect }: { mayConnect: boolean }) {
  const t = useTranslations("connections");
  const ts = useTranslations("sources");
  const trpc = useTRPC();
  const list = useQuery(trpc.connections.list.queryOptions({}, { refetchInterval: everyMs }));
  const connect = mayConnect && (
    <Button asChild variant="primary">
      <Link href="/sources/add">
        <Plus aria-hidden />
        <span className="max-sm:sr-only">{ts("connect")}</span>
      </Link>
    </Button>
  );

  return (
    <>
      <PageHeader
        title={t("title")}
        trail={[{ href: "/sources", name: ts("title") }]}
        actions={list.data?.items.length ? connect : null}
      />
      {list.isPending && (
        <div role="status" aria-label={t("loading")}>
          <Skeleton className="m-4 h-32" />
        </div>
      )}
      {list.error && !list.data && (
        <ProblemState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data?.items.length === 0 && (
        <EmptyState icon={<Cable aria-hidden />} title={t("empty")} actions={connect}>
          {t("emptyHint")}
        </EmptyState>
      )}
      {list.data && list.data.items.length > 0 && (
        <section className="max-w-4xl px-4 py-6">
          <p className="text-n11">{t("lead")}</p>
          <ul aria-label={t("title")} className="mt-2 flex flex-col">
            {list.data.items.map((connection) => (
              <ConnectionItem key={connection.id} connection={connection} mayChange={mayConnect} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { LoadMore } from "@besunny/ui/buttons/load-more";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { toast } from "@besunny/ui/feedback/toast";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { type InfiniteData, type UseInfiniteQueryResult, useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { ApiKeyRow, type ListedKey } from "./api-key-row";

type Page = Outputs["members"]["allApiKeys"];

/** Keys as they come, page by page, each with the way to end it. */
export function ApiKeyList({
  label,
  pages,
  onChanged,
  withPerson = false,
}: {
  label: string;
  pages: Pick<
    UseInfiniteQueryResult<InfiniteData<Page>, unknown>,
    "data" | "error" | "isPending" | "hasNextPage" | "isFetchingNextPage" | "fetchNextPage"
  >;
  onChanged: () => void;
  withPerson?: boolean;
}) {
  const t = useTranslations("settings");
  const trpc = useTRPC();
  const [toRevoke, setToRevoke] = useState<ListedKey | null>(null);
  const revoke = useMutation(
    trpc.members.revokeApiKey.mutationOptions({
      onSuccess: () => toast.done(t("keyRevoked")),
      onError: (error) =>
        toast.failed(problemOf(error).message, problemOf(error).hint ?? undefined),
      onSettled: onChanged,
    }),
  );
  const keys = pages.data?.pages.flatMap(({ items }) => items) ?? [];

  return (
    <>
      {pages.isPending && <Skeleton className="mt-4 h-12 w-full" />}
      {pages.error !== null && pages.error !== undefined && (
        <ProblemState error={pages.error} compact />
      )}
      {pages.data && keys.length === 0 && <p className="mt-4 text-n11">{t("noKeys")}</p>}
      <ul aria-label={label} className="mt-4">
        {keys.map((key) => (
          <ApiKeyRow key={key.id} apiKey={key} withPerson={withPerson} onRevoke={setToRevoke} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <LoadMore
          label={t("moreKeys")}
          loading={pages.isFetchingNextPage}
          onLoad={() => void pages.fetchNextPage()}
        />
      )}
      <Dialog
        open={toRevoke !== null}
        onOpenChange={() => setToRevoke(null)}
        title={t("revokeKey", { name: toRevoke?.name ?? "" })}
        description={t("revokeKeyHint")}
        closeLabel={t("close")}
        actions={
          <>
            <Button onClick={() => setToRevoke(null)}>{t("keepKey")}</Button>
            <Button
              variant="danger"
              onClick={() => {
                if (toRevoke) revoke.mutate({ id: toRevoke.id });
                setToRevoke(null);
              }}
            >
              {t("revoke")}
            </Button>
          </>
        }
      />
    </>
  );
}

"use client";

import type { Inputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Spinner } from "@besunny/ui/feedback/spinner";
import { toast } from "@besunny/ui/feedback/toast";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";

export type Deed = Inputs["admin"]["operations"]["start"]["kind"];
export type RunFilterInput = Inputs["admin"]["operations"]["count"]["filter"];

/** Asks once more, with the number of runs; then shows how it goes. */
export function ConfirmOperation({
  kind,
  runIds,
  filter,
  onClose,
}: {
  kind: Deed;
  runIds?: string[];
  filter?: RunFilterInput;
  onClose: () => void;
}) {
  const t = useTranslations("runs");
  const to = useTranslations("operations");
  const router = useRouter();
  const { operations } = useTRPC().admin;
  const counted = useQuery(
    operations.count.queryOptions(
      { kind, filter: filter ?? {} },
      { enabled: !runIds, staleTime: 0, gcTime: 0 },
    ),
  );
  const count = runIds ? runIds.length : (counted.data?.count ?? null);
  const start = useMutation(
    operations.start.mutationOptions({
      onSuccess: ({ id, total }) => {
        toast.done(t("started", { count: total }));
        router.push(`/operations/bulk/${id}`);
      },
      onError: (error) => toast.failed(t("notStarted"), problemOf(error).message),
    }),
  );

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      closeLabel={to("close")}
      title={count === null ? t(kind) : t(`confirm_${kind}`, { count })}
      description={count === 0 ? t(`noneFits_${kind}`) : t(`explain_${kind}`)}
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("keep")}
          </Button>
          {count !== 0 && (
            <Button
              variant={kind === "cancel" ? "danger" : "primary"}
              disabled={count === null}
              loading={start.isPending}
              onClick={() => start.mutate({ kind, ...(runIds ? { runIds } : { filter }) })}
            >
              {t(`do_${kind}`, { count: count ?? 0 })}
            </Button>
          )}
        </>
      }
    >
      {counted.error && !runIds && <ProblemState compact error={counted.error} />}
      {count === null && !counted.error && (
        <p role="status" className="flex items-center gap-2 text-n11">
          <Spinner /> {t("counting")}
        </p>
      )}
      {count !== null && count > 0 && <p className="text-n11">{t("explainJob")}</p>}
    </Dialog>
  );
}

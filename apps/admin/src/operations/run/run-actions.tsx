"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ban, RotateCcw, StepForward } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { helpOf } from "../error-words";
import type { Run } from "./run";
import { useRunDeed } from "./use-run-deed";

/** Offers the actions that fit the state of the run. */
export function RunActions({ run }: { run: Run }) {
  const t = useTranslations("run");
  const deed = useRunDeed(run.id);

  if (!run.isOver) return <CancelButton run={run} />;
  return (
    <div className="flex flex-wrap gap-2 sm:ml-auto">
      <Button
        icon={<RotateCcw aria-hidden />}
        loading={deed.isPending && deed.variables?.kind === "replay"}
        onClick={() => deed.mutate({ kind: "replay", runIds: [run.id] })}
      >
        {t("replayStart")}
      </Button>
      {run.state !== "completed" && (!run.error || helpOf(run.error) === "retry") && (
        <Button
          variant="primary"
          icon={<StepForward aria-hidden />}
          loading={deed.isPending && deed.variables?.kind === "retry"}
          onClick={() => deed.mutate({ kind: "retry", runIds: [run.id] })}
        >
          {t("retryFailed")}
        </Button>
      )}
    </div>
  );
}

function CancelButton({ run }: { run: Run }) {
  const t = useTranslations("run");
  const to = useTranslations("operations");
  const { runs } = useTRPC().admin;
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const cancel = useMutation(
    runs.cancel.mutationOptions({
      onSuccess: () => toast.done(t("cancelled")),
      onError: (error) => toast.failed(t("notDone"), problemOf(error).message),
      onSettled: () => {
        setAsking(false);
        return queryClient.invalidateQueries({ queryKey: runs.pathKey() });
      },
    }),
  );

  return (
    <div className="sm:ml-auto">
      <Button icon={<Ban aria-hidden />} onClick={() => setAsking(true)}>
        {t("cancelRun")}
      </Button>
      <Dialog
        open={isAsking}
        onOpenChange={setAsking}
        closeLabel={to("close")}
        title={t("confirmCancel")}
        description={t("confirmCancelHint")}
        actions={
          <>
            <Button variant="ghost" onClick={() => setAsking(false)}>
              {t("keepRunning")}
            </Button>
            <Button
              variant="danger"
              loading={cancel.isPending}
              onClick={() => cancel.mutate({ runId: run.id })}
            >
              {t("cancelRun")}
            </Button>
          </>
        }
      />
    </div>
  );
}

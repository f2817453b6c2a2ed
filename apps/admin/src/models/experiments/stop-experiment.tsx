"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** Stops an experiment, after a question. */
export function StopExperiment({ id, workspaceId }: { id: string; workspaceId: string }) {
  const t = useTranslations("models");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const change = useMutation(
    trpc.admin.models.stopExperiment.mutationOptions({
      async onSuccess() {
        await cache.invalidateQueries({ queryKey: trpc.admin.models.pathKey() });
        setAsked(false);
      },
    }),
  );

  return (
    <>
      <Button size="sm" onClick={() => setAsked(true)}>
        {t("stop")}
      </Button>
      <Dialog
        open={isAsked}
        onOpenChange={setAsked}
        title={t("stopTitle")}
        description={t("stopHint")}
        closeLabel={t("cancel")}
        actions={
          <>
            <Button onClick={() => setAsked(false)}>{t("cancel")}</Button>
            <Button
              variant="primary"
              loading={change.isPending}
              onClick={() => change.mutate({ workspaceId, id })}
            >
              {t("stop")}
            </Button>
          </>
        }
      >
        {change.error && <FormProblem problem={problemOf(change.error)} />}
      </Dialog>
    </>
  );
}

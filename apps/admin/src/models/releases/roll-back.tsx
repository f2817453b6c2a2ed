"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import type { Release } from "../models-data";

/** Goes back to a release that decided before, after a question. */
export function RollBack({ release, workspaceId }: { release: Release; workspaceId: string }) {
  const t = useTranslations("models");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const change = useMutation(
    trpc.admin.models.rollBack.mutationOptions({
      async onSuccess() {
        await cache.invalidateQueries({ queryKey: trpc.admin.models.pathKey() });
        setAsked(false);
      },
    }),
  );

  return (
    <>
      <Button size="sm" onClick={() => setAsked(true)}>
        {t("rollBack")}
      </Button>
      <Dialog
        open={isAsked}
        onOpenChange={setAsked}
        title={t("rollBackTitle", { number: release.number })}
        description={t("rollBackHint")}
        closeLabel={t("cancel")}
        actions={
          <>
            <Button onClick={() => setAsked(false)}>{t("cancel")}</Button>
            <Button
              variant="primary"
              loading={change.isPending}
              onClick={() => change.mutate({ workspaceId, to: release.id })}
            >
              {t("rollBack")}
            </Button>
          </>
        }
      >
        {change.error && <FormProblem problem={problemOf(change.error)} />}
      </Dialog>
    </>
  );
}

"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** Searches an index from now on that was held back, after a question. */
export function SwitchIndex({ id }: { id: string }) {
  const t = useTranslations("search");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const change = useMutation(
    trpc.admin.search.switchIndex.mutationOptions({
      async onSuccess() {
        await cache.invalidateQueries({ queryKey: trpc.admin.search.index.pathKey() });
        setAsked(false);
      },
    }),
  );

  return (
    <>
      <Button size="sm" onClick={() => setAsked(true)}>
        {t("switch")}
      </Button>
      <Dialog
        open={isAsked}
        onOpenChange={setAsked}
        title={t("switchTitle")}
        description={t("switchHint")}
        closeLabel={t("cancel")}
        actions={
          <>
            <Button onClick={() => setAsked(false)}>{t("cancel")}</Button>
            <Button
              variant="primary"
              loading={change.isPending}
              onClick={() => change.mutate({ id })}
            >
              {t("switch")}
            </Button>
          </>
        }
      >
        {change.error && <FormProblem problem={problemOf(change.error)} />}
      </Dialog>
    </>
  );
}

"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Progress } from "@besunny/ui/feedback/progress";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { Applying } from "./applying";
import { RehearsalSums } from "./rehearsal-sums";
import { RehearsedRows } from "./rehearsed-rows";

const EVERY_MS = 1_000;

/** A rehearsal: how far it is, its sums, its documents, and what can be done with it. */
export function RehearsalShown({ id, mayChange }: { id: string; mayChange: boolean }) {
  const t = useTranslations("rehearsals");
  const trpc = useTRPC();
  const told = useToldChange(trpc.automations.pathKey());
  const stop = useMutation(trpc.automations.cancelRehearsal.mutationOptions());
  const rehearsal = useQuery(
    trpc.automations.rehearsal.queryOptions(
      { id },
      {
        refetchInterval: ({ state: { data } }) =>
          data?.state === "running" || data?.undo?.state === "running" ? EVERY_MS : false,
      },
    ),
  );

  return (
    <Loaded query={rehearsal} label={t("loading")}>
      {(found) => {
        const { state, looked, total, error } = found;
        return (
          <div className="flex flex-col gap-5">
            {state === "running" && (
              <div className="flex flex-col gap-2">
                <p role="status">{t("progress", { looked, total: total ?? 0 })}</p>
                <Progress label={t("progressLabel")} value={total ? looked / total : null} />
                {mayChange && (
                  <div>
                    <Button
                      size="sm"
                      loading={stop.isPending}
                      onClick={() => stop.mutate({ id }, told(t("stopped")))}
                    >
                      {t("stop")}
                    </Button>
                  </div>
                )}
              </div>
            )}
            {state === "failed" && <p className="text-bad">{error}</p>}
            {state === "stopped" && <p className="text-n11">{t("stoppedAt", { looked })}</p>}
            <RehearsalSums rehearsal={found} />
            {state === "done" && <Applying rehearsal={found} mayChange={mayChange} />}
            <RehearsedRows key={state} id={id} rehearsal={found} />
          </div>
        );
      }}
    </Loaded>
  );
}

"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { ExplainedLine } from "./explained-line";
import type { Run } from "./run";

/** Explains a run line by line, with its changes. It can be tried again and undone here. */
export function RunExplained({
  id,
  state,
  mayChange,
}: Pick<Run, "id" | "state"> & { mayChange: boolean }) {
  const t = useTranslations("automationRuns");
  const trpc = useTRPC();
  const told = useToldChange(trpc.automations.pathKey());
  const run = useQuery(trpc.automations.run.queryOptions({ id }));
  const retry = useMutation(trpc.automations.retryRun.mutationOptions());
  const undo = useMutation(trpc.automations.undoRun.mutationOptions());

  return (
    <div className="mt-2 ml-10">
      <Loaded query={run} label={t("loading")}>
        {({ explanation, changes }) => {
          const toUndo = changes.filter((each) => each.isReversible && !each.undoneAt);
          return (
            <>
              <ol aria-label={t("lines")} className="flex flex-col gap-2 border-n6 border-l pl-4">
                {explanation.map((line) => (
                  <ExplainedLine key={`${line.node} ${line.outcome} ${line.at}`} line={line} />
                ))}
              </ol>
              {changes.some(({ notUndoneBecause }) => notUndoneBecause) && (
                <ul className="mt-2 text-n11 text-sm">
                  {changes.map(
                    ({ node, notUndoneBecause }) =>
                      notUndoneBecause && (
                        <li key={node}>{t("notUndone", { reason: notUndoneBecause })}</li>
                      ),
                  )}
                </ul>
              )}
              {mayChange && (
                <div className="mt-3 flex flex-wrap gap-2">
                  {state === "failed" && (
                    <Button
                      size="sm"
                      loading={retry.isPending}
                      onClick={() => retry.mutate({ id, from: "failed-step" }, told(t("retried")))}
                    >
                      {t("retryStep")}
                    </Button>
                  )}
                  {(state === "failed" || state === "done") && (
                    <Button
                      size="sm"
                      loading={retry.isPending}
                      onClick={() => retry.mutate({ id, from: "start" }, told(t("retried")))}
                    >
                      {t("retryStart")}
                    </Button>
                  )}
                  {toUndo.length > 0 && state !== "running" && (
                    <Button
                      size="sm"
                      loading={undo.isPending}
                      onClick={() => undo.mutate({ id }, told(t("undone")))}
                    >
                      {t("undo", { count: toUndo.length })}
                    </Button>
                  )}
                </div>
              )}
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

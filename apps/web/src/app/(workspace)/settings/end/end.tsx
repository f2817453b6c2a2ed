"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";

import { Panel } from "../panel";
import { AskToEnd } from "./ask-to-end";

/** The end of the workspace: asks for it, shows its day and takes it back, and lists what it erases. */
export function End() {
  const t = useTranslations("ending");
  const format = useFormatter();
  const trpc = useTRPC();
  const changed = useToldChange(trpc.departures.pathKey());
  const view = useQuery(trpc.departures.get.queryOptions({}));
  const takeBack = useMutation(trpc.departures.takeBack.mutationOptions(changed(t("tookBack"))));
  const [isAsking, setIsAsking] = useState(false);
  if (view.error) return <ProblemState error={view.error} onRetry={() => void view.refetch()} />;
  if (!view.data) return null;
  const { departure, holds, name, stores } = view.data;
  const day = departure && format.dateTime(departure.dueAt, { dateStyle: "long" });

  return (
    <>
      <Panel title={t("end")} hint={t("endLead")}>
        {holds.length > 0 && <p>{t("held", { names: holds.join(", ") })}</p>}
        {departure?.state === "waiting" && (
          <div role="status">
            <p className="font-medium">{t("waiting", { day: day ?? "" })}</p>
            <p className="mt-1 text-n11">{t("waitingHint")}</p>
            <Button
              className="mt-4"
              variant="primary"
              loading={takeBack.isPending}
              onClick={() => takeBack.mutate({ id: departure.id })}
            >
              {t("takeBack")}
            </Button>
          </div>
        )}
        {departure && departure.state !== "waiting" && <p role="status">{t("beganNow")}</p>}
        {!departure && (
          <Button
            variant="danger"
            disabled={holds.length > 0}
            className={holds.length > 0 ? "mt-4" : undefined}
            onClick={() => setIsAsking(true)}
          >
            {t("ask")}
          </Button>
        )}
        {isAsking && <AskToEnd name={name} onClose={() => setIsAsking(false)} />}
      </Panel>
      <Panel title={t("what")} hint={t("whatHint")}>
        <Table label={t("what")}>
          <thead>
            <tr>
              <TableHead>{t("store")}</TableHead>
              <TableHead numeric>{t("rows")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {stores.map(({ store, holds: what, found, keptBecause }) => (
              <TableRow key={store}>
                <TableCell>
                  {what}
                  {keptBecause && (
                    <span className="block text-n11 text-sm">
                      {t("stays")}: {keptBecause}
                    </span>
                  )}
                </TableCell>
                <TableCell numeric>{format.number(found)}</TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      </Panel>
    </>
  );
}

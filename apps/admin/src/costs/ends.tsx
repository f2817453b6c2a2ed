"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import type { FormEvent } from "react";

import { useCostChange } from "./use-cost-change";

const SOON_DAYS = 60;

/** When models end, the next first, by who says so. */
export function Ends() {
  const t = useTranslations("costs");
  const format = useFormatter();
  const trpc = useTRPC();
  const changed = useCostChange();
  const ends = useQuery(trpc.admin.costs.retirements.queryOptions({}));
  const remove = useMutation(
    trpc.admin.costs.removeRetirement.mutationOptions(changed(t("endTakenBack"))),
  );

  return (
    <Loaded query={ends} label={t("loading")}>
      {({ items }) => (
        <section aria-label={t("tab_ends")} className="flex flex-col gap-4 p-4">
          <p className="text-n11">{t("endsLead")}</p>
          <Table label={t("tab_ends")}>
            <thead>
              <tr>
                <TableHead>{t("by_model")}</TableHead>
                <TableHead>{t("endsOn")}</TableHead>
                <TableHead numeric>{t("daysLeft")}</TableHead>
                <TableHead numeric>{t("callsOfLate")}</TableHead>
                <TableHead>{t("replacement")}</TableHead>
                <TableHead>{t("saidBy")}</TableHead>
                <TableHead>
                  <span className="sr-only">{t("takeBack")}</span>
                </TableHead>
              </tr>
            </thead>
            <tbody>
              {items.map((end) => (
                <TableRow key={`${end.server} ${end.model}`}>
                  <TableCell title={end.server}>{end.model}</TableCell>
                  <TableCell>{end.endsOn}</TableCell>
                  <TableCell numeric>
                    {end.daysLeft < 0 ? (
                      t("ended")
                    ) : end.daysLeft <= SOON_DAYS ? (
                      <Badge tone={end.calls > 0 ? "bad" : "attention"}>{end.daysLeft}</Badge>
                    ) : (
                      format.number(end.daysLeft)
                    )}
                  </TableCell>
                  <TableCell numeric>{format.number(end.calls)}</TableCell>
                  <TableCell>{end.replacement ?? "–"}</TableCell>
                  <TableCell title={end.source}>{t(`saidBy_${end.saidBy}`)}</TableCell>
                  <TableCell>
                    {end.saidBy === "admin" && (
                      <Button
                        onClick={() => remove.mutate({ server: end.server, model: end.model })}
                      >
                        {t("takeBack")}
                      </Button>
                    )}
                  </TableCell>
                </TableRow>
              ))}
            </tbody>
          </Table>
          <PutEnd server={items[0]?.server ?? "https://api.openai.com/v1"} />
        </section>
      )}
    </Loaded>
  );
}

function PutEnd({ server }: { server: string }) {
  const t = useTranslations("costs");
  const trpc = useTRPC();
  const changed = useCostChange();
  const put = useMutation(trpc.admin.costs.putRetirement.mutationOptions(changed(t("endSaid"))));

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? "").trim();
    const replacement = text("replacement") || null;
    put.mutate({
      server: text("server"),
      model: text("model"),
      endsOn: text("endsOn"),
      replacement,
    });
  }

  return (
    <form onSubmit={save} className="flex max-w-xl flex-col gap-4 border-n5 border-t pt-4">
      <h2 className="font-semibold">{t("sayEnd")}</h2>
      <Field label={t("server")}>
        {(control) => (
          <Input {...control} name="server" type="url" required defaultValue={server} />
        )}
      </Field>
      <Field label={t("by_model")}>
        {(control) => <Input {...control} name="model" required autoComplete="off" />}
      </Field>
      <Field label={t("endsOn")}>
        {(control) => <Input {...control} name="endsOn" type="date" required />}
      </Field>
      <Field label={t("replacement")}>
        {(control) => <Input {...control} name="replacement" autoComplete="off" />}
      </Field>
      <Button type="submit" className="self-start" loading={put.isPending}>
        {t("save")}
      </Button>
    </form>
  );
}

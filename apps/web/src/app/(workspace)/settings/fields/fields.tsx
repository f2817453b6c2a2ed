"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { ArchiveRestore, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useFieldVerbs } from "~/fields/use-field-verbs";
import type { CustomField } from "~/fields/use-fields";

import { Panel } from "../panel";
import { FieldDialog } from "./field-dialog";
import { FieldRow } from "./field-row";
import { ValuesDialog } from "./values-dialog";

type Open = { what: "add" } | { what: "edit" | "values"; field: CustomField } | null;

/** The fields that the workspace defines for its documents: owners and admins add, name, order and archive them. */
export function Fields() {
  const t = useTranslations("fields");
  const trpc = useTRPC();
  const verbs = useFieldVerbs();
  const fields = useQuery(trpc.fields.list.queryOptions({ archived: true }));
  const [open, setOpen] = useState<Open>(null);
  const all = fields.data?.items ?? [];
  const used = all.filter(({ archivedAt }) => archivedAt === null);
  const archived = all.filter(({ archivedAt }) => archivedAt !== null);
  const close = () => setOpen(null);
  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined);

  function move(at: number, step: 1 | -1) {
    const ids = used.map(({ id }) => id);
    const [moved = ""] = ids.splice(at, 1);
    ids.splice(at + step, 0, moved);
    quietly(verbs.order(ids));
  }

  function archive({ id, name }: CustomField) {
    quietly(
      verbs.archive(id, true).then(() =>
        toast.done(t("archivedNow", { name }), {
          label: t("undo"),
          run: () => quietly(verbs.archive(id, false)),
        }),
      ),
    );
  }

  return (
    <>
      <Panel title={t("customFields")} hint={t("hint")}>
        {fields.isPending && <Skeleton className="h-24 w-full" />}
        {fields.error && <ProblemState error={fields.error} compact />}
        {fields.data && used.length === 0 && <p className="text-n11">{t("noneHint")}</p>}
        <ul aria-label={t("customFields")}>
          {used.map((field, at) => (
            <FieldRow
              key={field.id}
              field={field}
              onUp={at > 0 ? () => move(at, -1) : undefined}
              onDown={at < used.length - 1 ? () => move(at, 1) : undefined}
              onEdit={() => setOpen({ what: "edit", field })}
              onValues={() => setOpen({ what: "values", field })}
              onArchive={() => archive(field)}
            />
          ))}
        </ul>
        <Button
          variant="primary"
          className="mt-4"
          icon={<Plus aria-hidden />}
          onClick={() => setOpen({ what: "add" })}
        >
          {t("add")}
        </Button>
      </Panel>
      {archived.length > 0 && (
        <Panel title={t("archived")} hint={t("archivedHint")}>
          <ul aria-label={t("archived")}>
            {archived.map(({ id, name, kind }) => (
              <li
                key={id}
                className="flex min-h-11 items-center gap-3 border-n5 border-b last:border-0"
              >
                <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
                <span className="text-n11 text-sm">{t(`kind_${kind}`)}</span>
                <Button
                  size="sm"
                  icon={<ArchiveRestore aria-hidden />}
                  onClick={() => quietly(verbs.archive(id, false))}
                >
                  {t("restore")}
                </Button>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {open?.what === "add" && <FieldDialog onClose={close} />}
      {open?.what === "edit" && <FieldDialog field={open.field} onClose={close} />}
      {open?.what === "values" && <ValuesDialog field={open.field} onClose={close} />}
    </>
  );
}

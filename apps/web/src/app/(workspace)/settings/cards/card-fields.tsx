"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { toast } from "@besunny/ui/feedback/toast";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useNames } from "~/i18n/use-names";
import { OwnFieldForm } from "./own-field-form";

type Field = Outputs["cards"]["get"]["fields"][number];
type Props = { type: string; fields: readonly Field[]; mayChange: boolean };

/** The fields of a type, each of which can be switched off; those of the workspace's own can be changed and removed. */
export function CardFields({ type, fields, mayChange }: Props) {
  const t = useTranslations("cards");
  const { fieldName } = useNames();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [edited, setEdited] = useState<Field | null>(null);
  const told = {
    onSettled: () => queryClient.invalidateQueries(trpc.cards.pathFilter()),
    onError: (error: unknown) => toast.failed(problemOf(error).message),
  };
  const turn = useMutation(trpc.cards.switchField.mutationOptions(told));
  const remove = useMutation(trpc.cards.removeField.mutationOptions(told));

  return (
    <>
      <ul aria-label={t("fields")} className="mt-4">
        {fields.map((field) => (
          <li
            key={field.name}
            className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 border-n5 border-b py-2"
          >
            <span className="min-w-0 flex-1 basis-56">
              <span className="flex items-center gap-2">
                <Checkbox
                  label={fieldName(field)}
                  checked={field.isOn}
                  disabled={!mayChange || turn.isPending}
                  onCheckedChange={(isOn) =>
                    turn.mutate({ type, name: field.name, isOn: isOn === true })
                  }
                />
                {fieldName(field)}
              </span>
              <span className="block pl-6 text-n11 text-xs">
                {t(`kind_${field.kind}`)}
                {field.meaning && ` · ${field.meaning}`}
              </span>
            </span>
            {field.isRequired && <Badge>{t("required")}</Badge>}
            {field.isOwn && mayChange && (
              <span className="flex gap-2">
                <Button size="sm" onClick={() => setEdited(field)}>
                  {t("change")}
                </Button>
                <Button
                  size="sm"
                  variant="danger"
                  onClick={() => remove.mutate({ type, name: field.name })}
                >
                  {t("remove")}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      <Dialog
        open={edited !== null}
        onOpenChange={(isOpen) => !isOpen && setEdited(null)}
        title={t("changeField")}
        closeLabel={t("close")}
      >
        {edited && <OwnFieldForm type={type} field={edited} onDone={() => setEdited(null)} />}
      </Dialog>
    </>
  );
}

"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import type { ListedType } from "./listed-type";
import { useTypesChanged } from "./use-types-changed";

/** Asks before a type is removed, and says how many documents lose it. */
export function RemoveTypeDialog({ type, onClose }: { type: ListedType; onClose: () => void }) {
  const t = useTranslations("types");
  const trpc = useTRPC();
  const typesChanged = useTypesChanged();
  const remove = useMutation(
    trpc.taxonomy.remove.mutationOptions({
      async onSuccess() {
        await typesChanged();
        toast.done(t("removed", { name: type.name }));
        onClose();
      },
    }),
  );

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("removeType", { name: type.name })}
      description={t("removeHint", { count: type.documentCount })}
      closeLabel={t("close")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            variant="danger"
            loading={remove.isPending}
            onClick={() => remove.mutate({ name: type.name, isConfirmed: true })}
          >
            {t("remove")}
          </Button>
        </>
      }
    >
      {remove.error && <FormProblem problem={problemOf(remove.error)} />}
    </Dialog>
  );
}

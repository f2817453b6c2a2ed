"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";

import { Panel } from "../panel";
import { LeftBehind } from "./left-behind";

/** Says what stays behind, asks for the password again and closes the account. */
export function CloseAccount() {
  const t = useTranslations("own");
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel title={t("close")} hint={t("closeHint")}>
      <Button variant="danger" onClick={() => setOpen(true)}>
        {t("closeButton")}
      </Button>
      {isOpen && <ClosingDialog onClose={() => setOpen(false)} />}
    </Panel>
  );
}

function ClosingDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("own");
  const trpc = useTRPC();
  const formId = useId();
  const leaving = useQuery(trpc.identity.leaving.queryOptions());
  const close = useMutation(
    trpc.identity.closeAccount.mutationOptions({
      onSuccess: () => window.location.assign("/sign-in?ended=1"),
    }),
  );
  const isRefused = leaving.data?.items.some(({ isOnlyOwner }) => isOnlyOwner) ?? true;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    close.mutate({ password: String(new FormData(event.currentTarget).get("password") ?? "") });
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("confirmTitle")}
      description={t("confirmHint")}
      closeLabel={t("cancel")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            type="submit"
            form={formId}
            variant="danger"
            disabled={isRefused}
            loading={close.isPending}
          >
            {t("closeButton")}
          </Button>
        </>
      }
    >
      {leaving.isPending && <Skeleton className="h-16 w-full" />}
      {leaving.error && <ProblemState error={leaving.error} compact />}
      {leaving.data && <LeftBehind items={leaving.data.items} />}
      <form id={formId} onSubmit={submit} className="mt-4 flex flex-col gap-4">
        <Field label={t("password")}>
          {(control) => (
            <Input
              {...control}
              name="password"
              type="password"
              autoComplete="current-password"
              disabled={isRefused}
              required
            />
          )}
        </Field>
        {close.error && <FormProblem problem={problemOf(close.error)} />}
      </form>
    </Dialog>
  );
}

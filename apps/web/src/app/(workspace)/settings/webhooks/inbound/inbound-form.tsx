"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";

import { AddressDialog } from "./address-dialog";

const uses = ["document", "happening"] as const;
const proofs = ["signed", "address"] as const;

/** Makes an address at which others send to the workspace. Its path and secret are shown this once. */
export function InboundForm({ onClose }: { onClose: () => void }) {
  const t = useTranslations("webhooks");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const formId = useId();
  const [takes, setTakes] = useState<(typeof uses)[number]>("document");
  const [proof, setProof] = useState<(typeof proofs)[number]>("signed");
  const create = useMutation(
    trpc.inboundHooks.create.mutationOptions({
      onSettled: () => cache.invalidateQueries(trpc.inboundHooks.pathFilter()),
    }),
  );

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "");
    create.mutate({ name, takes, isSigned: proof === "signed" });
  }

  if (create.data) return <AddressDialog made={create.data} onClose={onClose} />;
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("newInbound")}
      description={t("newInboundHint")}
      closeLabel={t("close")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" loading={create.isPending}>
            {t("makeInbound")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save} className="flex flex-col gap-4">
        <Field label={t("name")}>
          {(control) => (
            <Input {...control} name="name" maxLength={80} required autoFocus dir="auto" />
          )}
        </Field>
        <Field label={t("takes")}>
          {({ id }) => (
            <Select
              id={id}
              label={t("takes")}
              value={takes}
              options={uses.map((value) => ({ value, label: t(`takes_${value}`) }))}
              onChange={(next) => setTakes(uses.find((each) => each === next) ?? "document")}
            />
          )}
        </Field>
        <Field label={t("proof")} hint={t(`proofHint_${proof}`)}>
          {({ id }) => (
            <Select
              id={id}
              label={t("proof")}
              value={proof}
              options={proofs.map((value) => ({ value, label: t(`proof_${value}`) }))}
              onChange={(next) => setProof(proofs.find((each) => each === next) ?? "signed")}
            />
          )}
        </Field>
        {create.error && <FormProblem problem={problemOf(create.error)} />}
      </form>
    </Dialog>
  );
}

"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";

import { OneTimeLink } from "./one-time-link";
import { useDone } from "./use-done";

const nothing = { name: "", ownerEmail: "" };

/** Makes a workspace for an owner; shows the link for an owner who has no account yet. */
export function CreateWorkspace() {
  const t = useTranslations("workspaces");
  const trpc = useTRPC();
  const done = useDone();
  const formId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [given, setGiven] = useState(nothing);
  const [link, setLink] = useState<string | null>(null);
  const create = useMutation(
    trpc.admin.workspaces.create.mutationOptions(
      done<{ invitation: { url: string } | null }>(t("made", { name: given.name }), (made) => {
        setIsOpen(false);
        setGiven(nothing);
        setLink(made.invitation?.url ?? null);
      }),
    ),
  );

  return (
    <>
      <Button icon={<Plus aria-hidden />} onClick={() => setIsOpen(true)}>
        {t("create")}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={t("create")}
        closeLabel={t("close")}
        actions={
          <>
            <Button variant="ghost" onClick={() => setIsOpen(false)}>
              {t("cancel")}
            </Button>
            <Button variant="primary" type="submit" form={formId} loading={create.isPending}>
              {t("create")}
            </Button>
          </>
        }
      >
        <form
          id={formId}
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            create.mutate(given);
          }}
        >
          <Field label={t("name")}>
            {(control) => (
              <Input
                {...control}
                required
                maxLength={120}
                value={given.name}
                onChange={(event) => setGiven({ ...given, name: event.target.value })}
              />
            )}
          </Field>
          <Field label={t("ownerEmail")} hint={t("ownerEmailHint")}>
            {(control) => (
              <Input
                {...control}
                required
                type="email"
                value={given.ownerEmail}
                onChange={(event) => setGiven({ ...given, ownerEmail: event.target.value })}
              />
            )}
          </Field>
        </form>
      </Dialog>
      {link && <OneTimeLink title={t("ownerLink")} url={link} onClose={() => setLink(null)} />}
    </>
  );
}

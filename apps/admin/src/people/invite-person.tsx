"use client";

import type { Role } from "@besunny/api/browser/policy";
import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";

import { OneTimeLink } from "./one-time-link";
import { RoleSelect } from "./role-select";
import { useDone } from "./use-done";

const nobody: { email: string; role: Role } = { email: "", role: "member" };

/** Invites a person into a workspace and shows the link to hand over. */
export function InvitePerson({ workspaceId }: { workspaceId: string }) {
  const t = useTranslations("workspaces");
  const trpc = useTRPC();
  const done = useDone();
  const formId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [given, setGiven] = useState(nobody);
  const [link, setLink] = useState<string | null>(null);
  const invite = useMutation(
    trpc.admin.workspaces.invite.mutationOptions(
      done<{ url: string }>(null, ({ url }) => {
        setIsOpen(false);
        setGiven(nobody);
        setLink(url);
      }),
    ),
  );

  return (
    <>
      <Button size="sm" icon={<UserPlus aria-hidden />} onClick={() => setIsOpen(true)}>
        {t("invite")}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={t("invite")}
        closeLabel={t("close")}
        actions={
          <Button variant="primary" type="submit" form={formId} loading={invite.isPending}>
            {t("makeLink")}
          </Button>
        }
      >
        <form
          id={formId}
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            invite.mutate({ workspaceId, ...given });
          }}
        >
          <Field label={t("email")}>
            {(control) => (
              <Input
                {...control}
                required
                type="email"
                value={given.email}
                onChange={(event) => setGiven({ ...given, email: event.target.value })}
              />
            )}
          </Field>
          <Field label={t("role")}>
            {({ id }) => (
              <RoleSelect
                id={id}
                label={t("role")}
                value={given.role}
                onChange={(role) => setGiven({ ...given, role })}
              />
            )}
          </Field>
        </form>
      </Dialog>
      {link && <OneTimeLink title={t("inviteLink")} url={link} onClose={() => setLink(null)} />}
    </>
  );
}

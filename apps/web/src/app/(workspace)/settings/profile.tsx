"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useShell } from "~/shell/shell-context";

import { EndKeysToo } from "./end-keys-too";
import { LanguagePanel } from "./language-panel";
import { Panel } from "./panel";
import { TimeZonePanel } from "./time-zone";

export function Profile() {
  return (
    <>
      <NamePanel />
      <LanguagePanel />
      <TimeZonePanel />
      <PasswordPanel />
    </>
  );
}

function NamePanel() {
  const t = useTranslations("settings");
  const trpc = useTRPC();
  const router = useRouter();
  const { session } = useShell();
  const rename = useMutation(
    trpc.identity.changeName.mutationOptions({
      onSuccess() {
        toast.done(t("saved"));
        router.refresh();
      },
    }),
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    rename.mutate({ name: String(new FormData(event.currentTarget).get("name") ?? "").trim() });
  }

  return (
    <Panel title={t("profile")} hint={session.user.email}>
      <form onSubmit={submit} className="flex max-w-sm flex-col items-start gap-4 [&>div]:w-full">
        <Field label={t("name")}>
          {(control) => (
            <Input
              {...control}
              name="name"
              autoComplete="name"
              maxLength={120}
              required
              defaultValue={session.user.name}
            />
          )}
        </Field>
        {rename.error && <FormProblem problem={problemOf(rename.error)} />}
        <Button type="submit" loading={rename.isPending}>
          {t("save")}
        </Button>
      </form>
    </Panel>
  );
}

function PasswordPanel() {
  const t = useTranslations("settings");
  const trpc = useTRPC();
  const { session } = useShell();
  const change = useMutation(trpc.identity.changePassword.mutationOptions());

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const { ended, keysEnded } = await change.mutateAsync({
      currentPassword: String(given.get("currentPassword") ?? ""),
      newPassword: String(given.get("newPassword") ?? ""),
      revokeKeys: given.has("revokeKeys"),
    });
    form.reset();
    toast.done(t("passwordChanged", { count: ended, keys: keysEnded }));
  }

  return (
    <Panel title={t("password")} hint={t("passwordNote")}>
      <form
        onSubmit={(event) => void submit(event).catch(() => undefined)}
        className="flex max-w-sm flex-col items-start gap-4 [&>div]:w-full"
      >
        <input
          type="hidden"
          name="username"
          autoComplete="username"
          value={session.user.email}
          readOnly
        />
        <Field label={t("currentPassword")}>
          {(control) => (
            <Input
              {...control}
              name="currentPassword"
              type="password"
              autoComplete="current-password"
              required
            />
          )}
        </Field>
        <Field label={t("newPassword")} hint={t("passwordHint")}>
          {(control) => (
            <Input
              {...control}
              name="newPassword"
              type="password"
              autoComplete="new-password"
              minLength={10}
              required
            />
          )}
        </Field>
        <EndKeysToo name="revokeKeys" />
        {change.error && <FormProblem problem={problemOf(change.error)} />}
        <Button type="submit" loading={change.isPending}>
          {t("changePassword")}
        </Button>
      </form>
    </Panel>
  );
}

"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Input } from "@besunny/ui/fields/input";
import { entryClient } from "@besunny/web-kit/trpc/entry-client";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** Leads a person to the sign-in of their organisation, by the domain of their address. */
export function ContinueWithOrganisation({ next }: { next: string | undefined }) {
  const t = useTranslations("signingIn");
  const [isOpen, setIsOpen] = useState(false);
  const [email, setEmail] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function find() {
    setIsBusy(true);
    setProblem(null);
    const found = await entryClient()
      .security.findOrganisation.mutate({ email })
      .catch(() => null);
    setIsBusy(false);
    if (!found?.organisation) return setProblem(t("noOrganisation"));
    const query = new URLSearchParams({ id: found.organisation.id, mode: "sign-in" });
    if (next) query.set("next", next);
    window.location.assign(`/api/auth/sso/begin?${query}`);
  }

  if (!isOpen)
    return (
      <Button size="lg" onClick={() => setIsOpen(true)}>
        {t("withOrganisation")}
      </Button>
    );
  return (
    <div className="flex flex-col gap-2">
      <Input
        type="email"
        aria-label={t("organisationEmail")}
        placeholder={t("organisationEmail")}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          void find();
        }}
        autoFocus
      />
      {problem && <p role="alert">{problem}</p>}
      <Button size="lg" loading={isBusy} onClick={() => void find()}>
        {t("withOrganisation")}
      </Button>
    </div>
  );
}

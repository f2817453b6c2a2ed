"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useDocumentVerbs } from "~/documents/use-document-verbs";

/** Asks for the password of a protected document; what was wrong with it is said beside the field. */
export function PasswordForm({
  id,
  className = "mx-auto max-w-sm px-4 pb-6",
}: {
  id: string;
  className?: string;
}) {
  const t = useTranslations("viewer");
  const verbs = useDocumentVerbs();
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);

  async function unlock(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    setProblem(undefined);
    try {
      await verbs.unlock(id, password);
    } catch (error) {
      const { message, hint } = problemOf(error);
      setProblem([message, hint].filter(Boolean).join(". "));
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void unlock(event)} className={className}>
      <Field label={t("filePassword")} hint={t("filePasswordHint")} error={problem}>
        {(props) => (
          <Input
            {...props}
            type="password"
            autoComplete="off"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" className="mt-3" disabled={!password || isBusy}>
        {t(isBusy ? "unlocking" : "unlock")}
      </Button>
    </form>
  );
}

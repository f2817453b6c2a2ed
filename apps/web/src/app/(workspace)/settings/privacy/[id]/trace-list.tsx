"use client";

import { Badge } from "@besunny/ui/display/badge";
import { Select } from "@besunny/ui/fields/select";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { ReasonDialog } from "../reason-dialog";
import { usePrivacyChanged } from "../use-privacy-changed";
import type { Preview } from "./preview";

const choices = ["delete", "redact", "keep"] as const;
type Chosen = (typeof choices)[number];

/** The documents that name the person, each with what becomes of it; above them the choice for all others. */
export function TraceList({ preview }: { preview: Preview }) {
  const t = useTranslations("privacy");
  const trpc = useTRPC();
  const changed = usePrivacyChanged();
  const { request, documents, hidden, rows } = preview;
  const [toKeep, setToKeep] = useState<{ documentIds?: string[] } | null>(null);
  const choose = useMutation(
    trpc.privacy.choose.mutationOptions({
      onSuccess: () => setToKeep(null),
      onSettled: changed,
    }),
  );
  const isErasure = request.kind === "erase";
  const options = choices.map((value) => ({ value, label: t(`choice_${value}`) }));
  const pick = (value: string, documentIds?: string[]) => {
    const kind: Chosen | undefined = choices.find((each) => each === value);
    const which = documentIds ? { documentIds } : {};
    if (kind === "keep") setToKeep(which);
    else if (kind) choose.mutate({ id: request.id, ...which, choice: { kind } });
  };

  return (
    <section className="grid gap-3">
      <h2 className="font-semibold text-lg">{t("named", { count: documents.length })}</h2>
      {hidden > 0 && <p className="text-n11">{t("hidden", { count: hidden })}</p>}
      {rows.length > 0 && (
        <p className="text-n11">
          {t("rows", { count: rows.reduce((sum, { found }) => sum + found, 0) })}
        </p>
      )}
      {isErasure && (
        <div className="flex flex-wrap items-center gap-2">
          <span>{t("rest")}</span>
          <Select
            label={t("rest")}
            value={request.rest?.kind ?? null}
            placeholder={t("choose")}
            options={options}
            onChange={(value) => pick(value)}
          />
        </div>
      )}
      {choose.error && !toKeep && <FormProblem problem={problemOf(choose.error)} />}
      <ul aria-label={t("documentsLabel")}>
        {documents.map(({ id, title, places, choice, hold }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 border-n5 border-b py-2">
            <span className="min-w-0 flex-1 basis-60">
              <Link
                href={`/documents/${id}`}
                className="block truncate font-medium hover:underline"
              >
                {title}
              </Link>
              <span className="text-n11 text-sm">
                {places.map((place) => t(`place_${place}`)).join(", ")}
              </span>
            </span>
            {hold && <Badge tone="attention">{t("heldBy", { name: hold })}</Badge>}
            {isErasure && (
              <Select
                label={t("choiceFor", { title })}
                value={choice?.kind ?? null}
                placeholder={t("likeRest")}
                options={options}
                onChange={(value) => pick(value, [id])}
              />
            )}
          </li>
        ))}
      </ul>
      {toKeep && (
        <ReasonDialog
          title={t("keepTitle")}
          hint={t("keepHint")}
          action={t("choice_keep")}
          error={choose.error}
          isPending={choose.isPending}
          onDo={(because) =>
            choose.mutate({ id: request.id, ...toKeep, choice: { kind: "keep", because } })
          }
          onClose={() => setToKeep(null)}
        />
      )}
    </section>
  );
}

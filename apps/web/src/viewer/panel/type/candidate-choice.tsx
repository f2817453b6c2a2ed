"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Kbd } from "@besunny/ui/display/kbd";
import { useTranslations } from "next-intl";
import { useNames } from "~/i18n/use-names";
import type { DocumentDetail, Understanding } from "../../document-detail";
import { candidateKeys } from "./type-keys";
import { useTypeVerbs } from "./use-type-verbs";

/** The best candidates of a document without a type, each one key away. */
export function CandidateChoice({
  document,
  candidates,
}: {
  document: DocumentDetail;
  candidates: Understanding["type"]["candidates"];
}) {
  const t = useTranslations("viewer");
  const { typeName } = useNames();
  const { correct, isPending } = useTypeVerbs(document);
  const best = candidates.slice(0, candidateKeys.length);
  if (best.length === 0) return null;

  return (
    <fieldset aria-label={t("choose")} className="mt-2 flex flex-wrap gap-2">
      {best.map(({ name }, position) => (
        <Button
          key={name}
          id={`choose-type-${position}`}
          size="sm"
          disabled={isPending}
          className="max-w-full"
          onClick={() => correct(name)}
        >
          <span className="truncate first-letter:uppercase">{typeName(name)}</span>
          <Kbd className="hidden sm:inline-flex">{candidateKeys[position] ?? ""}</Kbd>
        </Button>
      ))}
    </fieldset>
  );
}

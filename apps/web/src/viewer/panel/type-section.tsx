"use client";

import { Button } from "@besunny/ui/buttons/button";
import { ConfidenceDot } from "@besunny/ui/display/confidence-dot";
import { toast } from "@besunny/ui/feedback/toast";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@besunny/ui/overlays/menu";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Check, Pencil, UserCheck } from "lucide-react";
import { useTranslations } from "next-intl";

import type { DocumentDetail } from "../document-detail";
import { EvidenceButton } from "./evidence-button";

/** Shows the type of a document, its confidence and the other candidates, and lets people correct it. */
export function TypeSection({ document, onGo }: { document: DocumentDetail; onGo: () => void }) {
  const t = useTranslations("viewer");
  const td = useTranslations("document");
  const candidates = document.result?.type.candidates ?? [];
  const others = candidates.filter(({ name }) => name !== document.type).slice(0, 3);
  const evidence = document.result?.type.evidence ?? [];
  const sure = (value: number | null) =>
    value === null ? td("notScored") : td("confidence", { percent: Math.round(value * 100) });

  return (
    <section aria-label={t("type")}>
      <div className="flex items-center gap-2">
        <p className="min-w-0 flex-1 truncate font-semibold text-lg first-letter:uppercase">
          {document.type ?? td("noType")}
        </p>
        {document.isTypeCorrected ? (
          <span className="flex items-center gap-1 text-n11 text-xs">
            <UserCheck aria-hidden className="size-3.5" />
            {t("setByPerson")}
          </span>
        ) : (
          document.type && <ConfidenceDot confidence={document.typeConfidence} label={sure} />
        )}
        {document.mayChange && <CorrectTypeMenu document={document} />}
      </div>
      {others.length > 0 && !document.isTypeCorrected && (
        <ul
          aria-label={t("candidates")}
          className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-n11 text-sm"
        >
          {others.map(({ name, confidence }) => (
            <li key={name} className="flex items-center gap-1.5">
              {name}
              <ConfidenceDot confidence={confidence} label={sure} />
            </li>
          ))}
        </ul>
      )}
      {evidence.length > 0 && !document.isTypeCorrected && (
        <div className="mt-2 text-sm">
          {evidence.slice(0, 3).map((proof) => (
            <EvidenceButton key={proof.span.join("-")} evidence={[proof]} onGo={onGo}>
              <q className="line-clamp-2 text-n11">{proof.quote}</q>
            </EvidenceButton>
          ))}
        </div>
      )}
    </section>
  );
}

function CorrectTypeMenu({ document }: { document: DocumentDetail }) {
  const t = useTranslations("viewer");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const types = useQuery(trpc.taxonomy.list.queryOptions());
  const correct = useMutation(
    trpc.documents.correctType.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.documents.pathFilter()),
      onError: (error) => toast.failed(problemOf(error).message),
    }),
  );
  const before = document.type;
  const likely = (document.result?.type.candidates ?? []).map(({ name }) => name);
  const rest = (types.data?.items ?? [])
    .map(({ name }) => name)
    .filter((name) => !likely.includes(name));

  async function choose(type: string) {
    await correct.mutateAsync({ id: document.id, type });
    toast.done(t("corrected", { type }), {
      label: t("undo"),
      run: () => correct.mutate({ id: document.id, type: before }),
    });
  }
  const item = (name: string) => (
    <MenuItem
      key={name}
      icon={name === document.type ? <Check /> : <span className="block size-4" />}
      onSelect={() => void choose(name)}
    >
      <span className="inline-block first-letter:uppercase">{name}</span>
    </MenuItem>
  );

  return (
    <Menu
      align="end"
      trigger={
        <Button
          id="correct-type"
          size="sm"
          icon={<Pencil aria-hidden />}
          loading={correct.isPending}
        >
          {t("correctType")}
        </Button>
      }
    >
      {likely.length > 0 && <MenuLabel>{t("likely")}</MenuLabel>}
      {likely.map(item)}
      {likely.length > 0 && <MenuSeparator />}
      {rest.map(item)}
    </Menu>
  );
}

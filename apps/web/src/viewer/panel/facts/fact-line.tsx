"use client";

import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Badge } from "@besunny/ui/display/badge";
import { Menu, MenuItem } from "@besunny/ui/overlays/menu";
import { Ellipsis, LockKeyhole, LockKeyholeOpen, Pencil, Trash2 } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";

import { shownValue } from "~/documents/shown-value";
import { useNames } from "~/i18n/use-names";
import type { DocumentDetail } from "../../document-detail";
import { EvidenceButton } from "../evidence-button";
import { FactForm } from "./fact-form";
import { useFactVerbs } from "./use-fact-verbs";

export type Fact = NonNullable<DocumentDetail["result"]>["facts"][number];

/** A fact with its place; those who may can edit it, lock it against the next reading, or remove it. */
export function FactLine({
  document,
  fact,
  onGo,
}: {
  document: DocumentDetail;
  fact: Fact;
  onGo: () => void;
}) {
  const t = useTranslations("viewer");
  const format = useFormatter();
  const { fieldName } = useNames();
  const verbs = useFactVerbs(document.id);
  const [isEditing, setIsEditing] = useState(false);
  const { name, value, said } = fact;
  const label = fieldName(fact);

  if (isEditing) {
    return (
      <FactForm
        label={label}
        value={value}
        onClose={() => setIsEditing(false)}
        onSave={(next) =>
          verbs.change({ name, before: value, value: next }, t("factChanged", { name: label }))
        }
      />
    );
  }
  return (
    <div className="group/fact flex w-full items-start gap-1">
      <EvidenceButton
        evidence={fact.evidence}
        element={fact.element}
        isSaid={said !== undefined}
        onGo={onGo}
        className="min-w-0 flex-1"
      >
        <span className="flex items-center gap-1 text-n11 text-xs">
          <span className="first-letter:uppercase">{label}</span>
          {said && <SaidMark said={said} />}
        </span>
        <span className="block break-words font-medium">
          <bdi>{shownValue(fact, format)}</bdi> <Marks fact={fact} />
        </span>
      </EvidenceButton>
      {document.mayChange && (
        <span className="flex shrink-0 opacity-0 transition-opacity focus-within:opacity-100 group-hover/fact:opacity-100 has-data-[state=open]:opacity-100 coarse:opacity-100">
          <IconButton
            label={t("factEdit", { name: label })}
            icon={<Pencil />}
            disabled={verbs.isPending}
            onClick={() => setIsEditing(true)}
          />
          <Menu
            align="end"
            trigger={<IconButton label={t("factMore", { name: label })} icon={<Ellipsis />} />}
          >
            {said ? (
              <MenuItem icon={<LockKeyholeOpen />} onSelect={() => verbs.withdraw(said.field)}>
                {t("factUnlock")}
              </MenuItem>
            ) : (
              <MenuItem
                icon={<LockKeyhole />}
                onSelect={() =>
                  verbs.change({ name, before: value, value }, t("factLocked", { name: label }))
                }
              >
                {t("factLock")}
              </MenuItem>
            )}
            <MenuItem
              icon={<Trash2 />}
              onSelect={() =>
                verbs.change({ name, before: value, value: null }, t("factGone", { name: label }))
              }
            >
              {t("factRemove")}
            </MenuItem>
          </Menu>
        </span>
      )}
    </div>
  );
}

function SaidMark({ said: { by, isConfirmation } }: { said: NonNullable<Fact["said"]> }) {
  const t = useTranslations("viewer");
  const sentence = t(isConfirmation ? "factLockedBy" : "factSaidBy", {
    person: by?.name ?? t("somebody"),
  });
  return (
    <span title={sentence} className="inline-flex">
      <LockKeyhole aria-hidden className="size-3" />
      <span className="sr-only">{sentence}</span>
    </span>
  );
}

function Marks({ fact }: { fact: Fact }) {
  const t = useTranslations("viewer");

  return (
    <>
      {fact.isContradicted && <Badge>{t("factContradicted")}</Badge>}
      {fact.isComputed && <Badge>{t("factComputed")}</Badge>}
      {fact.problems?.map((problem) => (
        <Badge key={problem}>{t(`factProblem_${problem}`)}</Badge>
      ))}
    </>
  );
}

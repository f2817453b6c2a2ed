"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Ban, RotateCcw, StepForward } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { ConfirmOperation, type Deed, type RunFilterInput } from "./confirm-operation";

const deeds = [
  { kind: "retry", Icon: StepForward },
  { kind: "replay", Icon: RotateCcw },
  { kind: "cancel", Icon: Ban },
] as const satisfies readonly { kind: Deed; Icon: typeof Ban }[];

/** Offers the actions for the selected runs; without a selection, for all runs that match the filter. */
export function SelectionBar({
  selected,
  filter,
  onClear,
}: {
  selected: string[];
  filter: RunFilterInput;
  onClear: () => void;
}) {
  const t = useTranslations("runs");
  const [kind, setKind] = useState<Deed | null>(null);
  const hasSelection = selected.length > 0;

  return (
    <section
      aria-label={t("actions")}
      className="flex min-h-11 flex-wrap items-center gap-1 border-b bg-n2 px-4 py-1"
    >
      <span aria-live="polite" className="mr-2 text-sm tabular-nums">
        {hasSelection ? t("selected", { count: selected.length }) : t("allThatMatch")}
      </span>
      {deeds.map(({ kind: each, Icon }) => (
        <Button
          key={each}
          size="sm"
          variant="ghost"
          icon={<Icon aria-hidden />}
          onClick={() => setKind(each)}
        >
          {t(each)}
        </Button>
      ))}
      {hasSelection && (
        <Button size="sm" variant="ghost" className="ml-auto" onClick={onClear}>
          {t("unselect")}
        </Button>
      )}
      {kind && (
        <ConfirmOperation
          kind={kind}
          {...(hasSelection ? { runIds: selected } : { filter })}
          onClose={() => setKind(null)}
        />
      )}
    </section>
  );
}

"use client";

import { useTranslations } from "next-intl";

import { hasRoom } from "../definition/edits";
import type { Branch, Line } from "../definition/outline-of";
import { mainWay, type Place } from "../definition/places";
import { useEditing } from "../editor/editing";
import { useWayWords } from "../words/use-way-words";
import { AddStep } from "./add-step";
import { StepRow } from "./step-row";

type Adding = { adding: Place | null; onAdding: (place: Place | null) => void };

/** The steps of one way, and a button that adds one at its end. */
export function WayList({ branch, adding, onAdding }: { branch: Branch } & Adding) {
  const t = useTranslations("automations");
  const { definition, isReadOnly } = useEditing();
  const { lines, end } = branch;
  const mayAdd = !isReadOnly && hasRoom(definition);

  return (
    <>
      {lines.length > 0 && (
        <ol className="flex flex-col gap-2">
          {lines.map((line) => (
            <li key={`${line.step.id}${line.isRepeated ? "-again" : ""}`}>
              <OutlineLine line={line} adding={adding} onAdding={onAdding} />
            </li>
          ))}
        </ol>
      )}
      {end && mayAdd && (
        <div className={lines.length > 0 ? "mt-2" : ""}>
          <AddStep place={end} label={t(lines.length > 0 ? "addStep" : "addFirst")} />
        </div>
      )}
      {lines.length === 0 && isReadOnly && <p className="text-n11">{t("nothingMore")}</p>}
    </>
  );
}

function OutlineLine({ line, adding, onAdding }: { line: Line } & Adding) {
  const t = useTranslations("automations");
  const { definition, isReadOnly } = useEditing();
  const wayWords = useWayWords();
  const { step, number, isRepeated, branches } = line;
  const way = mainWay(step);
  const after: Place | null = way === null ? null : { from: step.id, way };
  const isAdding = after !== null && adding?.from === after.from && adding.way === after.way;

  if (isRepeated) return <p className="px-3 text-n11">{t("asStep", { number })}</p>;
  return (
    <>
      <StepRow
        step={step}
        number={number}
        onAddAfter={after && !isReadOnly && hasRoom(definition) ? () => onAdding(after) : null}
      />
      {isAdding && (
        <div className="mt-2">
          <AddStep place={after} isOpen onOpenChange={(open) => !open && onAdding(null)} />
        </div>
      )}
      {branches.map((branch) => (
        <section
          key={String(branch.way)}
          aria-label={t("wayOf", { number, way: wayWords(step, branch.way) })}
          className="mt-2 ml-3 border-n6 border-l-2 pl-3 sm:ml-5 sm:pl-4"
        >
          <h3 className="mb-2 text-n11 text-sm">{wayWords(step, branch.way)}</h3>
          <WayList branch={branch} adding={adding} onAdding={onAdding} />
        </section>
      ))}
    </>
  );
}

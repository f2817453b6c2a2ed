import { documentStages } from "@besunny/api/browser/vocabulary";

import type { TrayItem } from "../tray-item";

/** The stages that follow the upload. */
const stages: readonly string[] = documentStages.filter((stage) => stage !== "uploaded");

/** A dot for each stage of the processing: filled when it is done, ringed while it is under way. */
export function StageDots({ item: { phase, stage } }: { item: Pick<TrayItem, "phase" | "stage"> }) {
  const done = stages.indexOf(stage ?? "") + 1;

  return (
    <span aria-hidden className="flex items-center gap-1">
      {stages.map((each, position) => (
        <span key={each} className={`size-1.5 rounded-full ${lookOf(position - done, phase)}`} />
      ))}
    </span>
  );
}

function lookOf(ahead: number, phase: TrayItem["phase"]): string {
  if (ahead < 0) return "bg-focus";
  return ahead === 0 && phase === "processing" ? "bg-n1 ring-1 ring-focus" : "bg-n6";
}

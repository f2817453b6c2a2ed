"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";

import { useScreenKeys } from "~/shell/use-screen-keys";

import { candidateKeys } from "./type-keys";
import { useNeighbours } from "./use-neighbours";
import { usePlace } from "./use-place";

export function useViewerKeys({
  id,
  turn,
  zoomBy,
  clear,
}: {
  id: string;
  turn: (step: 1 | -1) => void;
  zoomBy: (factor: number) => void;
  clear: () => void;
}) {
  const t = useTranslations("viewer");
  const router = useRouter();
  const { showTab } = usePlace();
  const { previous, next } = useNeighbours(id);
  const open = (other: string | undefined) => other && router.push(`/documents/${other}`);

  useScreenKeys(
    t("document"),
    [
      { keys: ["j"], does: t("nextDocument") },
      { keys: ["k"], does: t("previousDocument") },
      { keys: ["→"], does: t("nextPage") },
      { keys: ["←"], does: t("previousPage") },
      { keys: ["+"], does: t("zoomIn") },
      { keys: ["-"], does: t("zoomOut") },
      { keys: ["1"], does: t("tabAbout") },
      { keys: ["2"], does: t("tabText") },
      { keys: ["3"], does: t("tabTimeline") },
      { keys: ["y"], does: t("confirmKey") },
      { keys: candidateKeys.slice(1), does: t("chooseKey") },
      { keys: ["c"], does: t("correctType") },
      { keys: ["Esc"], does: t("unmark") },
    ],
    {
      j: () => open(next),
      k: () => open(previous),
      ArrowRight: () => turn(1),
      ArrowLeft: () => turn(-1),
      "+": () => zoomBy(1.25),
      "=": () => zoomBy(1.25),
      "-": () => zoomBy(0.8),
      "1": () => showTab("about"),
      "2": () => showTab("text"),
      "3": () => showTab("timeline"),
      y: () => press("confirm-type", "choose-type-0"),
      u: () => press("choose-type-1"),
      i: () => press("choose-type-2"),
      c: () => document.getElementById("correct-type")?.click(),
      Escape: clear,
    },
  );
}

/** Presses the first of these buttons that is on the screen. */
function press(...ids: string[]): void {
  ids
    .map((id) => document.getElementById(id))
    .find((button) => button !== null)
    ?.click();
}

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";

import { useScreenKeys } from "~/shell/use-screen-keys";
import { candidateKeys } from "./panel/type/type-keys";
import { tabs } from "./place";
import { useNeighbours, useWayBack } from "./use-neighbours";
import { usePlace } from "./use-place";
import type { ViewerView } from "./use-viewer-view";

export function useViewerKeys({
  id,
  turn,
  view,
  find,
  clear,
}: {
  id: string;
  turn: (step: 1 | -1) => void;
  view: ViewerView;
  find: () => void;
  clear: () => void;
}) {
  const t = useTranslations("viewer");
  const router = useRouter();
  const { showTab } = usePlace();
  const { previous, next } = useNeighbours(id);
  const back = useWayBack(id);
  const open = (other: string | undefined) => other && router.push(`/documents/${other}`);

  useScreenKeys(
    t("document"),
    [
      { keys: ["b"], does: t("backKey") },
      { keys: ["j"], does: t("nextDocument") },
      { keys: ["k"], does: t("previousDocument") },
      { keys: ["→"], does: t("nextPage") },
      { keys: ["←"], does: t("previousPage") },
      { keys: ["⌘F"], does: t("find") },
      { keys: ["t"], does: t("strip") },
      { keys: ["+", "-"], does: t("pageSize") },
      { keys: ["w"], does: t("fitWidth") },
      { keys: ["f"], does: t("fitPage") },
      { keys: ["r"], does: t("rotate") },
      { keys: ["⌘P"], does: t("print") },
      { keys: ["1", "…", String(tabs.length)], does: t("tabKeys") },
      { keys: ["y"], does: t("confirmKey") },
      { keys: candidateKeys.slice(1), does: t("chooseKey") },
      { keys: ["c"], does: t("correctType") },
      { keys: ["Esc"], does: t("unmark") },
    ],
    {
      b: back,
      j: () => open(next),
      k: () => open(previous),
      ArrowRight: () => turn(1),
      ArrowLeft: () => turn(-1),
      "mod+f": find,
      t: view.toggleStrip,
      "+": () => view.zoomBy(1.25),
      "=": () => view.zoomBy(1.25),
      "-": () => view.zoomBy(0.8),
      w: () => view.fitTo("width"),
      f: () => view.fitTo("page"),
      r: view.rotate,
      "mod+p": view.print,
      ...Object.fromEntries(tabs.map((tab, place) => [String(place + 1), () => showTab(tab)])),
      y: () => press("confirm-type", "choose-type-0"),
      u: () => press("choose-type-1"),
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

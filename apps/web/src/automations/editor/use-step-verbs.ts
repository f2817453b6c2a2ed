"use client";

import { toast } from "@besunny/ui/feedback/toast";
import { useTranslations } from "next-intl";

import { lostWith, moveStep, removeStep } from "../definition/edits";
import { idsOf, outlineOf } from "../definition/outline-of";
import { keyOfPart, useEditing } from "./editing";
import { focusLater } from "./focus-later";

/** Returns what moves and removes a step. The focus goes along with it, and what was removed can be had back. */
export function useStepVerbs() {
  const t = useTranslations("automations");
  const { definition, selected, change, select } = useEditing();

  return {
    canMove: (id: string, by: -1 | 1) => moveStep(definition, id, by) !== null,
    move(id: string, by: -1 | 1) {
      const moved = moveStep(definition, id, by);
      if (moved) change(moved);
      focusLater(id);
    },
    remove(id: string) {
      const before = idsOf(outlineOf(definition).root);
      const after = removeStep(definition, id);
      const at = before.indexOf(id);
      const near = before
        .slice(0, Math.max(0, at))
        .findLast((each) => after.nodes.some((step) => step.id === each));
      const lost = lostWith(definition, id);
      change(after);
      if (selected !== null && keyOfPart(selected) === id) select(null);
      focusLater(near ?? keyOfPart("when"));
      toast.done(t("removed", { count: lost + 1 }), {
        label: t("undo"),
        run: () => change(definition),
      });
    },
  };
}

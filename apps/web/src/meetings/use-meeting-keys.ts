"use client";

import { useTranslations } from "next-intl";

import { focusedRowId, moveRow } from "~/documents/row-focus";
import { useScreenKeys } from "~/shell/use-screen-keys";

import { useActionVerbs } from "./actions/use-action-verbs";
import { useDecisionVerbs } from "./decisions/use-decision-verbs";
import type { Meeting } from "./meeting";
import { searchFieldId } from "./transcript/search-bar";
import { useMeetingPlace } from "./use-meeting-place";
import { useMeetingVerbs } from "./use-meeting-verbs";

/** Binds the keys of a meeting: through its statements, and what can be done with the one that has the focus. */
export function useMeetingKeys(meeting: Meeting, edit: (id: string) => void): void {
  const t = useTranslations("meetings");
  const actions = useActionVerbs();
  const decisions = useDecisionVerbs();
  const { removeFinding } = useMeetingVerbs(meeting);
  const { leave } = useMeetingPlace();
  const focused = () => {
    const id = meeting.mayChange ? focusedRowId() : null;
    return {
      id,
      action: meeting.actions.find((each) => each.id === id),
      decision: meeting.decisions.find((each) => each.id === id),
    };
  };

  function confirm() {
    const { action, decision } = focused();
    if (action?.state === "draft") actions.confirm(action);
    if (decision && !decision.isConfirmed) decisions.confirm(decision.id);
  }
  function complete() {
    const { action } = focused();
    if (action?.state === "draft" || action?.state === "open") actions.complete(action);
  }
  function putAway() {
    const { id, action, decision } = focused();
    // A rejected statement leaves the screen, so the focus goes on to the next one.
    if (id) moveRow(1);
    if (action?.state === "draft" || action?.state === "open") actions.reject(action);
    else if (decision) decisions.remove(decision.id);
    else if (id?.startsWith("fnd_")) removeFinding(id);
  }
  function change() {
    const { id, action, decision } = focused();
    if (id && (action ?? decision ?? id.startsWith("fnd_"))) edit(id);
  }

  useScreenKeys(
    t("meeting"),
    [
      { keys: ["j"], does: t("keyNext") },
      { keys: ["k"], does: t("keyPrevious") },
      { keys: ["↵"], does: t("keyJump") },
      { keys: ["c"], does: t("keyConfirm") },
      { keys: ["d"], does: t("keyComplete") },
      { keys: ["x"], does: t("keyReject") },
      { keys: ["e"], does: t("keyEdit") },
      { keys: ["f"], does: t("searchTranscript") },
      { keys: ["Esc"], does: t("keyLeave") },
    ],
    {
      j: () => moveRow(1),
      k: () => moveRow(-1),
      c: confirm,
      d: complete,
      x: putAway,
      e: change,
      f: () => document.getElementById(searchFieldId)?.focus(),
      Escape: leave,
    },
  );
}

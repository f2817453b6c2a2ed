"use client";

import { useTranslations } from "next-intl";

import { focusedRowId, moveRow } from "~/documents/row-focus";
import { useScreenKeys } from "~/shell/use-screen-keys";
import type { Action } from "../meeting";
import { useActionVerbs } from "./use-action-verbs";

/** Binds the keys of the ledger: from action to action, and what can be done with the one that has the focus. */
export function useLedgerKeys({
  actions,
  onEdit,
  onSame,
  onNew,
}: {
  actions: readonly (Action & { mayChange: boolean })[];
  onEdit: (id: string) => void;
  onSame: (id: string) => void;
  onNew: (() => void) | null;
}): void {
  const t = useTranslations("actions");
  const verbs = useActionVerbs();
  const withFocused = (states: readonly Action["state"][], run: (action: Action) => void) => {
    const id = focusedRowId();
    const action = actions.find((each) => each.id === id);
    if (action?.mayChange && states.includes(action.state)) run(action);
  };
  // A confirmed, completed or rejected action leaves the list, so the focus goes on to the next one.
  const goOn = (run: () => void) => {
    moveRow(1);
    run();
  };
  const going = ["draft", "open"] as const;

  useScreenKeys(
    t("title"),
    [
      { keys: ["j"], does: t("keyDown") },
      { keys: ["k"], does: t("keyUp") },
      { keys: ["↵"], does: t("keyOpen") },
      { keys: ["c"], does: t("keyConfirm") },
      { keys: ["d"], does: t("keyComplete") },
      { keys: ["x"], does: t("keyReject") },
      { keys: ["e"], does: t("keyEdit") },
      { keys: ["s"], does: t("keySame") },
      ...(onNew ? [{ keys: ["n"], does: t("newTitle") }] : []),
    ],
    {
      j: () => moveRow(1),
      k: () => moveRow(-1),
      ArrowDown: () => moveRow(1),
      ArrowUp: () => moveRow(-1),
      c: () => withFocused(["draft"], (action) => goOn(() => verbs.confirm(action))),
      d: () => withFocused(going, (action) => goOn(() => verbs.complete(action))),
      x: () => withFocused(going, (action) => goOn(() => verbs.reject(action))),
      e: () => withFocused([...going, "done"], ({ id }) => onEdit(id)),
      s: () => withFocused(going, ({ id }) => onSame(id)),
      ...(onNew && { n: onNew }),
    },
  );
}

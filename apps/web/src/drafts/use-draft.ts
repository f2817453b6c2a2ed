"use client";

import { useMemo } from "react";

import { useShell } from "~/shell/shell-context";

export type Draft = { read(): string; write(text: string): void };

/** Returns what this person typed into a field and did not send, which the tab keeps over a reload. `field` names the field. */
export function useDraft(field: string): Draft {
  const { session } = useShell();
  const key = `besunny.draft.${session.workspaceId}.${session.user.id}.${field}`;
  return useMemo(() => draftOf(key), [key]);
}

/** A browser may refuse storage; then nothing is kept. */
function draftOf(key: string): Draft {
  return {
    read() {
      try {
        return sessionStorage.getItem(key) ?? "";
      } catch {
        return "";
      }
    },
    write(text) {
      try {
        if (text.trim()) sessionStorage.setItem(key, text);
        else sessionStorage.removeItem(key);
      } catch {
        // Full or refused: what is typed stays in its field.
      }
    },
  };
}

"use client";

import type { Session } from "@besunny/api/browser/outputs";
import type { ShortcutGroup } from "@besunny/ui/overlays/shortcuts-dialog";
import { createContext, type ReactNode, type RefObject, use } from "react";

/** The session of a person who has a workspace open. */
export type OpenSession = Session & {
  workspaceId: NonNullable<Session["workspaceId"]>;
  role: NonNullable<Session["role"]>;
};

/** Something that a screen offers in the command menu. */
export type ScreenAction = { id: string; label: string; icon?: ReactNode; run: () => void };

type Shell = {
  session: OpenSession;
  /** The role of who asks in the workspace that is open. */
  role: OpenSession["role"];
  openCommandMenu: (query?: string) => void;
  openShortcuts: () => void;
  /** Tells the shell which keys this screen knows; null when it goes. */
  showKeys: (group: ShortcutGroup | null) => void;
  /** Returns what this screen offers in the command menu; null where it offers nothing of its own. */
  screenActions: RefObject<(() => ScreenAction[]) | null>;
};

export const ShellContext = createContext<Shell | null>(null);

/** The frame around the page: who is signed in, and how to open what the frame offers. */
export function useShell(): Shell {
  const shell = use(ShellContext);
  if (!shell) throw new Error("useShell belongs inside the Shell");
  return shell;
}

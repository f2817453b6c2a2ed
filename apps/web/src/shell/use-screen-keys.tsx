"use client";

import { type Hotkeys, useHotkeys } from "@besunny/ui/hooks/use-hotkeys";
import type { ShortcutGroup } from "@besunny/ui/overlays/shortcuts-dialog";
import { useEffect } from "react";

import { useShell } from "./shell-context";

/** Binds the keys of a screen and lists them under `?` while the screen is there. */
export function useScreenKeys(
  heading: string,
  keys: readonly { keys: string[]; does: string }[],
  hotkeys: Hotkeys,
): void {
  const { showKeys } = useShell();
  const signature = JSON.stringify({ heading, keys } satisfies ShortcutGroup);

  useHotkeys(hotkeys);
  useEffect(() => {
    showKeys(JSON.parse(signature));
    return () => showKeys(null);
  }, [signature, showKeys]);
}

"use client";

import { useSyncExternalStore } from "react";

import { Kbd } from "./kbd";

/** A key that is pressed together with ⌘ on Apple's keyboards and with Ctrl on all others: `<CommandKbd>K</CommandKbd>`. */
export function CommandKbd({ children }: { children: string }) {
  return <Kbd>{useCommandKey(children)}</Kbd>;
}

/** Returns "⌘K" or "Ctrl K", as the keyboard of this device has it. */
export function useCommandKey(key: string): string {
  const isApple = useSyncExternalStore(never, isAppleDevice, () => false);
  return isApple ? `⌘${key}` : `Ctrl ${key}`;
}

/** The device does not change while the page is open. */
const never = () => () => undefined;
const isAppleDevice = () => /Mac|iPhone|iPad/.test(navigator.userAgent);

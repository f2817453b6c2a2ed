"use client";

import { useEffect, useRef } from "react";

import { type ScreenAction, useShell } from "../shell-context";

/** Offers these actions in the command menu while the component is there. */
export function useScreenActions(actions: ScreenAction[]): void {
  const { screenActions } = useShell();
  const latest = useRef(actions);
  latest.current = actions;

  useEffect(() => {
    const before = screenActions.current;
    const mine = () => latest.current;
    screenActions.current = mine;
    return () => {
      if (screenActions.current === mine) screenActions.current = before;
    };
  }, [screenActions]);
}

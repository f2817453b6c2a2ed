"use client";

import { presetRange } from "@besunny/api/browser/dashboards";
import { useHour } from "@besunny/web-kit/figures/use-hour";
import { useQueryStates } from "nuqs";
import { useMemo } from "react";
import { useShell } from "~/shell/shell-context";

import { boardParsers } from "./place";

/** The range, the zone and the comparison of a page of figures. Days begin in the time zone of the person. */
export function useBoardPlace() {
  const [place, setPlace] = useQueryStates(boardParsers, { history: "push" });
  const { session } = useShell();
  const timeZone = session.user.timeZone ?? "UTC";
  const hour = useHour();
  const { from, to } = useMemo(
    () => presetRange(place.range, timeZone, new Date(hour)),
    [place.range, timeZone, hour],
  );
  return { ...place, setPlace, timeZone, from, to };
}

export type BoardPlace = ReturnType<typeof useBoardPlace>;

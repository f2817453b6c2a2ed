"use client";

import { useQueryStates } from "nuqs";

import { jump } from "~/viewer/jumps";

import type { Evidence } from "./meeting";
import { meetingPlaceParsers, placeOfEvidence } from "./place";

/** Returns and changes the open place in a meeting. The URL keeps it. */
export function useMeetingPlace() {
  const [place, setPlace] = useQueryStates(meetingPlaceParsers);

  return {
    place,
    /** Goes to the words that a statement rests on. */
    goTo(evidence: Evidence) {
      jump();
      void setPlace(placeOfEvidence(evidence), { history: "push" });
    },
    goToTurn(turn: number) {
      jump();
      void setPlace({ turn, span: null }, { history: "push" });
    },
    leave: () => void setPlace({ turn: null, span: null }),
  };
}

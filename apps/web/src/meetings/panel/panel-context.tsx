"use client";

import { createContext, type ReactNode, use } from "react";

import type { Evidence, Meeting } from "../meeting";
import { useMeetingPlace } from "../use-meeting-place";

type Panel = {
  meeting: Meeting;
  /** The statement whose words are being changed. */
  editing: string | null;
  edit: (id: string | null) => void;
  goTo: (evidence: Evidence) => void;
  openSpan: readonly [number, number] | null;
};

const PanelContext = createContext<Panel | null>(null);

/** Tells the lines of a meeting which of them is being changed, and how to reach their words. */
export function PanelProvider({
  meeting,
  editing,
  onEdit,
  onGo,
  children,
}: {
  meeting: Meeting;
  editing: string | null;
  onEdit: (id: string | null) => void;
  onGo: () => void;
  children: ReactNode;
}) {
  const { place, goTo } = useMeetingPlace();
  return (
    <PanelContext
      value={{
        meeting,
        editing,
        edit: onEdit,
        goTo(evidence) {
          goTo(evidence);
          onGo();
        },
        openSpan: place.span,
      }}
    >
      {children}
    </PanelContext>
  );
}

/** The meeting around a line. */
export function usePanel(): Panel {
  const panel = use(PanelContext);
  if (!panel) throw new Error("usePanel belongs inside the PanelProvider");
  return panel;
}

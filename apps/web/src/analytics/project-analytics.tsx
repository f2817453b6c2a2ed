"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";

import { useShell } from "~/shell/shell-context";

import { Board, RangeBar } from "./board";
import { projectBoard, sectionsFor } from "./boards";
import { useBoardPlace } from "./use-board-place";
import { WorkspaceFigures } from "./workspace-figures";

/** The figures of a project, of the documents that the person may see. */
export function ProjectAnalytics({ id }: { id: string }) {
  const t = useTranslations("analytics");
  const { role } = useShell();
  const place = useBoardPlace();
  const isAdmin = role === "owner" || role === "admin";
  const sections = useMemo(() => sectionsFor(projectBoard, isAdmin), [isAdmin]);

  return (
    <WorkspaceFigures>
      <div className="flex flex-col gap-4 p-4">
        <RangeBar place={place} />
        <p className="max-w-[70ch] text-n11 text-sm">{t(isAdmin ? "ofAll" : "ofSeen")}</p>
        <Board
          place={place}
          sections={sections}
          filters={[{ dimension: "project", values: [id] }]}
        />
      </div>
    </WorkspaceFigures>
  );
}

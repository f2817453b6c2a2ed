import { z } from "zod";

import { idIn } from "../shapes";

/** The sample files of an office move, which the sample workspace and every copy of the sample hold. */
export const officeMoveFiles = [
  "Lease Karl-Heine-Straße 85.pdf",
  "Lease amendment No 1.pdf",
  "Notice Gießerstraße 12.rtf",
  "Minutes moving committee 2026-01-12.docx",
  "Quote for the move.eml",
  "Heating in the tasting room.eml",
  "Move budget.xlsx",
  "All hands, the move.pptx",
  "Project plan, the move.md",
  "Transcript weekly meeting 2026-03-02.txt",
  "Weekly meeting 2026-03-09.vtt",
  "Besprechung Großkunden 2026-03-12.docx",
  "Quarterly review 2026-04-22.txt",
];

/** The first steps, in display order. People who may not invite others save a view instead. */
export const firstSteps = ["upload", "place", "type", "ask", "invite", "view"] as const;

/** The first steps of one person, and the project of the sample documents; null if there is none. */
export const FirstSteps = z.object({
  steps: z.array(z.object({ step: z.enum(firstSteps), isDone: z.boolean() })),
  isSkipped: z.boolean(),
  sampleProject: z.object({ id: idIn("prj"), name: z.string() }).nullable(),
});

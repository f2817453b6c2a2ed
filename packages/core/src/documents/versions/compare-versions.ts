import { diffLines } from "diff";
import { z } from "zod";

import { findOriginal } from "../../content/find-original";
import { conflict } from "../../errors";
import { documentId } from "../../ids";
import { flow } from "../../operation/flow";
import { findText } from "./version-text";

const number = z.number().int().positive();
/** Comparing takes as long as this at most; texts that have little in common take longest. */
const mostMilliseconds = 5_000;
const mostParts = 2_000;
/** Lines of equal text that are shown around a change. */
const around = 2;

/** The differences of two versions, in the order of the text. Equal text in between is left out but for a few lines. */
export const Comparison = z.object({
  parts: z.array(z.object({ kind: z.enum(["same", "added", "removed"]), text: z.string() })),
  isSame: z.boolean(),
});

/** Compares the texts of two versions of a document, line by line. */
export const compareVersions = flow("documents.compare-versions", {
  title: "Compare two versions of a document",
  permission: "document.read",
  input: z.object({ id: documentId, from: number, to: number }),
  output: Comparison,
  doors: ["web"],
  uses: ["files"],

  async handle({ caller, files, workspaceId }, { id, from, to }) {
    const stored = { ...(await findOriginal(caller, { id })), workspaceId };
    const [before, after] = [
      await findText(files, stored, from),
      await findText(files, stored, to),
    ];
    if (before === null || after === null)
      conflict("The text of one of these versions is not known", "Wait until it is read.");
    const changes = diffLines(before, after, { timeout: mostMilliseconds });
    if (!changes) conflict("These versions have too little in common to compare them");
    const parts = changes.map(({ added, removed, value }, place) => ({
      kind: added ? ("added" as const) : removed ? ("removed" as const) : ("same" as const),
      text:
        added || removed
          ? value
          : shortened(value, { isFirst: place === 0, isLast: place === changes.length - 1 }),
    }));
    return {
      parts: parts.slice(0, mostParts),
      isSame: parts.every(({ kind }) => kind === "same"),
    };
  },
});

function shortened(text: string, { isFirst, isLast }: { isFirst: boolean; isLast: boolean }) {
  const lines = text.replace(/\n$/, "").split("\n");
  const head = isFirst ? [] : lines.slice(0, around);
  const tail = isLast ? [] : lines.slice(Math.max(head.length, lines.length - around));
  const isCut = head.length + tail.length < lines.length;
  return [...head, ...(isCut ? ["…"] : []), ...tail].join("\n");
}

import { z } from "zod";

import { findOriginal } from "../../content/find-original";
import { documentId } from "../../ids";
import { flow } from "../../operation/flow";
import { DocumentSummary } from "../contract/document-summary";
import { findVersion } from "./find-version";
import { recordVersion } from "./record-version";
import { keepText, removeCopies } from "./version-text";

/** Makes an earlier version of a document the present one again, as a new version with the same file. */
export const restoreVersion = flow("documents.restore-version", {
  title: "Restore an earlier version of a document",
  permission: "document.upload",
  input: z.object({ id: documentId, number: z.number().int().positive() }),
  output: DocumentSummary,
  doors: ["web", "rest"],
  uses: ["files"],
  audit: { notAudited: "Registering the version records it." },

  async handle({ caller, files, workspaceId }, { id, number }) {
    const document = await findOriginal(caller, { id });
    const file = await findVersion(caller, { id, number });
    await keepText(files, { ...document, workspaceId });
    const recorded = await recordVersion(caller, { id, ...file });
    await removeCopies(files, workspaceId, id);
    return recorded;
  },
});

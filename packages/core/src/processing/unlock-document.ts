import { z } from "zod";
import { mustBeAllowed } from "../access/rights";
import { failureOf } from "../content/failure";
import { documentId } from "../ids";
import { AppError, conflict, notFound } from "../errors";
import { flow, query } from "../operation/operation";
import { retryDocuments } from "./retry-documents";

const findLocked = query({
  action: "document.retry",
  input: z.object({ id: documentId }),
  async run({ documents, actor }, { id }) {
    const document = (await documents.find(id)) ?? notFound("Document", id);
    mustBeAllowed(actor, "document.retry", [document]);
    return document;
  },
});

/**
 * Opens a protected document with its password and processes it again. The password is not kept: a copy without protection
 * is, beside the original, which stays as it was uploaded. ENCRYPTED where the password does not fit.
 */
export const unlockDocument = flow({
  action: "document.retry",
  input: z.object({ id: documentId, password: z.string().min(1).max(1_000) }),

  async run({ ctx, files, reader, workspaceId, signal }, { id, password }) {
    const { storageKey, errorCode } = await findLocked(ctx, { id });
    if (errorCode !== "ENCRYPTED") conflict("The document does not wait for a password");

    await files.withCopy(storageKey, async (path) => {
      const bytes = await reader
        .unlock({ path, password, ...(signal && { signal }) })
        .catch(refuse);
      await files.write(unlockedKeyOf(workspaceId, id), bytes);
    });
    return retryDocuments(ctx, { ids: [id] });
  },
});

function refuse(error: unknown): never {
  const { code, message, remedy } = failureOf(error);
  if (code === "ENCRYPTED")
    throw new AppError("ENCRYPTED", "This password does not open the file", {
      hint: "Check capitals and the keyboard's language, or ask whoever sent the file.",
    });
  throw new AppError(code === "UNSUPPORTED_TYPE" ? code : "CORRUPT", message, { hint: remedy });
}

/** Where the copy without protection lies, for documents that had one. */
export function unlockedKeyOf(workspaceId: string, id: string): string {
  return `derived/${workspaceId}/${id}/unlocked`;
}

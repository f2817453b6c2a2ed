import { z } from "zod";
import { failureOf } from "../content/contract/failure";
import { unlockedKeyOf } from "../content/contract/readable-key";
import { getReadingReport } from "../content/get-reading-report";
import { AppError, conflict } from "../errors";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { secret } from "../operation/secret";
import { ofIds } from "../shapes";
import { findLocked } from "./find-locked";
import { retryDocuments } from "./retry-documents";

/**
 * Opens a protected document, or the protected files of an archive, with the password and processes it again. The password is not stored. An unlocked copy is stored beside the
 * original, which stays as it was uploaded. Throws `ENCRYPTED` if the password is wrong.
 */
export const unlockDocument = flow("processing.unlock-document", {
  title: "Open a protected document with its password",
  permission: "document.retry",
  input: z.object({ id: documentId, password: secret(z.string().min(1).max(1_000)) }),
  output: ofIds,
  doors: ["web", "rest"],
  uses: ["files", "reader"],

  async handle({ caller, files, reader, workspaceId, signal }, { id, password }) {
    const { storageKey, errorCode, status } = await findLocked(caller, { id });
    const isLocked =
      errorCode === "ENCRYPTED" ||
      (status === "ready" && (await getReadingReport(caller, { id })).isPartlyLocked);
    if (!isLocked) conflict("The document does not wait for a password");

    await files.withCopy(storageKey, async (path) => {
      const bytes = await reader
        .unlock({ path, password, ...(signal && { signal }) })
        .catch(refuse);
      await files.write(unlockedKeyOf(workspaceId, id), bytes);
    });
    return retryDocuments(caller, { ids: [id] });
  },
});

function refuse(error: unknown): never {
  const { code, message, remedy } = failureOf(error);
  if (code === "ENCRYPTED")
    throw new AppError("ENCRYPTED", "This password does not open the file", {
      hint: "Check capitals and the keyboard's language, or ask the person who sent the file.",
    });
  throw new AppError(code === "UNSUPPORTED_TYPE" ? code : "CORRUPT", message, { hint: remedy });
}

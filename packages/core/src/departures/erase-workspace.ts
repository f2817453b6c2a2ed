import { z } from "zod";
import { eraseWords } from "../audit/erase-words";
import { departureId } from "../ids";
import { flow } from "../operation/flow";
import { newReceiptId, signedReceipt } from "../receipts/contract/receipt";
import { idIn } from "../shapes";
import { certificateOf } from "./contract/certificate";
import { foldersOfFiles } from "./contract/departure";
import { eraseRows } from "./erase-rows";
import { findBegun } from "./find-begun";
import { recordEnd } from "./record-end";

/** A pattern that every word matches. */
const ANYTHING = ".";

/**
 * Erases the rows of the workspace and the words of its log. Then looks for what is left in every store and signs the certificate. Throws, and signs nothing, if
 * something is left, so that it is tried again.
 */
export const eraseWorkspace = flow("departures.erase-workspace", {
  title: "Erase the workspace and sign its certificate",
  permission: "workspace.erase",
  input: z.object({ id: departureId }),
  output: z.object({ receiptId: idIn("rcp").nullable() }),
  doors: ["job"],
  uses: ["files", "index", "signer", "retention"],
  audit: { notAudited: "The erasure of rows and the record of the end leave rows." },

  async handle(tools, { id }) {
    const { caller, files, index, signer, retention, clock, workspaceId } = tools;
    if (!(await findBegun(caller, { id })).isOn) return { receiptId: null };
    await eraseRows(caller, { id });
    for (let isMore = true; isMore; )
      ({ isMore } = await eraseWords(caller, { about: [], holding: ANYTHING }));
    const left: string[] = [];
    for (const folder of Object.keys(foldersOfFiles)) {
      const keys = await files.list(`${folder}/${workspaceId}`);
      if (keys.length > 0) left.push(`${keys.length} in ${folder}`);
    }
    const indexed = await index.listDocumentIds(workspaceId);
    if (indexed.length > 0) left.push(`${indexed.length} in the index`);
    if (left.length > 0) throw new Error(`An erased workspace left ${left.join(", ")}`);
    const begun = await findBegun(caller, { id });
    const now = clock();
    const receipt = certificateOf({
      id: newReceiptId(),
      workspaceId,
      begun,
      now,
      backupDays: retention.backupDays,
    });
    const signed = signedReceipt(signer, receipt, workspaceId);
    const publicKey = signer.publicKeys().find((key) => key.id === signed.keyId)?.pem ?? null;
    await recordEnd(caller, { id, receipt: signed, publicKey });
    return { receiptId: receipt.id };
  },
});

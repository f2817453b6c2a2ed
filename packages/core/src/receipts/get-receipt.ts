import { z } from "zod";
import { receiptId } from "../ids";
import { flow } from "../operation/flow";
import { ReceiptWithAdditions } from "./contract/addition";
import { Receipt } from "./contract/receipt";
import { findReceipt } from "./find-receipt";

/** Returns a receipt with its additions, its signature and the public key that proves it, to be kept elsewhere. */
export const getReceipt = flow("receipts.get-receipt", {
  title: "Get a receipt of a deletion",
  permission: "privacy.manage",
  input: z.object({ id: receiptId }),
  output: ReceiptWithAdditions,
  doors: ["web", "rest"],
  uses: ["signer"],
  audit: { notAudited: "It shows ids, numbers and a signature, and no content." },

  async handle({ caller, signer }, { id }) {
    const { receipt: found, additions } = await findReceipt(caller, { id });
    const { text, keyId, signature } = found;
    const publicKey = signer.publicKeys().find((key) => key.id === keyId)?.pem ?? null;
    return { receipt: Receipt.parse(JSON.parse(text)), keyId, signature, publicKey, additions };
  },
});

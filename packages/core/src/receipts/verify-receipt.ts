import { z } from "zod";
import { flow } from "../operation/flow";
import { SignedReceipt, textOf } from "./contract/receipt";

/** `isKeyKnown` is false where the key is not of this installation. */
export const ReceiptVerdict = z.object({
  isSigned: z.boolean(),
  isKeyKnown: z.boolean(),
  isOfThisWorkspace: z.boolean(),
});

/** Checks the signature of a receipt that somebody has kept. */
export const verifyReceipt = flow("receipts.verify-receipt", {
  title: "Verify a receipt of a deletion",
  permission: "workspace.read",
  input: z.object({ signed: SignedReceipt }),
  output: ReceiptVerdict,
  doors: ["web", "rest"],
  uses: ["signer"],
  audit: { notAudited: "It reads nothing but what it is given." },

  async handle({ signer, workspaceId }, { signed }) {
    const { receipt, keyId, signature } = signed;
    const isSigned = signer.isSigned(textOf(receipt), { keyId, signature });
    return {
      isSigned: isSigned === true,
      isKeyKnown: isSigned !== null,
      isOfThisWorkspace: receipt.workspaceId === workspaceId,
    };
  },
});

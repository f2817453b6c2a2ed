import { z } from "zod";
import { flow } from "../operation/flow";
import { ReceiptWithAdditions } from "./contract/addition";
import { hashOf, textOf } from "./contract/receipt";

/** `isKeyKnown` is false where the key is not of this installation. */
export const ReceiptVerdict = z.object({
  isSigned: z.boolean(),
  isKeyKnown: z.boolean(),
  isOfThisWorkspace: z.boolean(),
});

/** Checks the signatures of a receipt that somebody has kept, and of its additions. */
export const verifyReceipt = flow("receipts.verify-receipt", {
  title: "Verify a receipt of a deletion",
  permission: "workspace.read",
  input: z.object({ signed: ReceiptWithAdditions }),
  output: ReceiptVerdict,
  doors: ["web", "rest"],
  uses: ["signer"],
  audit: { notAudited: "It reads nothing but what it is given." },

  async handle({ signer, workspaceId }, { signed }) {
    const { receipt, keyId, signature, additions = [] } = signed;
    const sha256 = hashOf(textOf(receipt));
    const verdicts = [
      signer.isSigned(textOf(receipt), { keyId, signature }),
      ...additions.map(({ addition, ...by }) =>
        addition.receiptSha256 === sha256 && addition.receiptId === receipt.id
          ? signer.isSigned(textOf(addition), by)
          : false,
      ),
    ];
    return {
      isSigned: verdicts.every((verdict) => verdict === true),
      isKeyKnown: verdicts.every((verdict) => verdict !== null),
      isOfThisWorkspace: receipt.workspaceId === workspaceId,
    };
  },
});

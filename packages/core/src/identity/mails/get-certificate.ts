import { z } from "zod";
import { notFound } from "../../errors";
import { identityOperation } from "../../operation/identity";
import { Receipt, SignedReceipt } from "../../receipts/contract/receipt";
import { tokenHash } from "../../token-hash";

/** Returns the signed certificate of an erased workspace to anyone who has the link to it. */
export const getCertificate = identityOperation("identity.get-certificate", {
  title: "Open the certificate of an erased workspace by its link",
  input: z.object({ token: z.string().min(10).max(100) }),
  output: SignedReceipt,
  doors: ["web"],
  notAudited: "It shows ids, numbers and a signature to the holder of its link.",

  async handle({ db }, { token }) {
    const found = await db.identity.certificates.find(tokenHash(token));
    const { certificate, keyId, signature, publicKey } = found ?? {};
    if (!certificate || !keyId || !signature) return notFound("Certificate", "of this link");
    return {
      receipt: Receipt.parse(JSON.parse(certificate)),
      keyId,
      signature,
      publicKey: publicKey ?? null,
    };
  },
});

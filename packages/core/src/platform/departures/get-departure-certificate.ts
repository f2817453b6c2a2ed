import { z } from "zod";
import { notFound } from "../../errors";
import { departureId } from "../../ids";
import { platformQuery } from "../../operation/platform";
import { Receipt, SignedReceipt } from "../../receipts/contract/receipt";

/** Returns the signed certificate of an erased workspace. */
export const getDepartureCertificate = platformQuery("platform.get-departure-certificate", {
  title: "Get the certificate of an erased workspace",
  permission: "platform.read",
  input: z.object({ id: departureId }),
  output: SignedReceipt,
  doors: ["admin"],

  async handle({ db }, { id }) {
    const found = await db.platform.departures.find(id);
    const { certificate, keyId, signature, publicKey } = found ?? {};
    if (!certificate || !keyId || !signature) return notFound("Certificate", id);
    return {
      receipt: Receipt.parse(JSON.parse(certificate)),
      keyId,
      signature,
      publicKey: publicKey ?? null,
    };
  },
});

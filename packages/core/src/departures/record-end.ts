import { z } from "zod";
import { notFound } from "../errors";
import { departureId } from "../ids";
import { command } from "../operation/command";
import { secret } from "../operation/secret";
import { hashOf, type KeptReceipt } from "../receipts/contract/receipt";
import { nothing, ofType } from "../shapes";

/**
 * Counts the rows of the workspace and looks for its words once more, then keeps the certificate. Throws, and keeps none, if a row is left that the register
 * does not keep, or one that holds such words.
 */
export const recordEnd = command("departures.record-end", {
  title: "Record that the workspace was erased",
  permission: "workspace.erase",
  input: z.object({
    id: departureId,
    receipt: secret(ofType<KeptReceipt>()),
    publicKey: z.string().nullable(),
  }),
  output: nothing,
  doors: [],
  timeoutSeconds: 600,

  async handle(tools, { id, receipt, publicKey }) {
    const { departures, storeRows, receipts, clock, changed } = tools;
    const departure = (await departures.find(id)) ?? notFound("Request", id);
    const phrases = z.array(z.string()).parse(departure.phrases);
    const { text, keyId, signature } = receipt;
    await departures.move(id, "erasing", {
      state: "done",
      endedAt: clock(),
      phrases: [],
      receiptId: receipt.id,
      certificate: text,
      keyId,
      signature,
      publicKey,
    });
    const kept = new Set(
      storeRows
        .list()
        .flatMap(({ table, workspace }) => (workspace.erase === "rows" ? [] : [table])),
    );
    const rows = (await departures.countRows()).filter(
      ({ store }) => !kept.has(store) && store !== "outbox",
    );
    const words = await departures.countWith(phrases);
    const left = [...rows, ...words];
    if (left.length > 0)
      throw new Error(
        `An erased workspace is still in ${left.map(({ store, found }) => `${store} (${found})`).join(", ")}`,
      );
    await receipts.addMany([receipt]);
    changed({
      subject: id,
      before: { state: "erasing" },
      after: { state: "done", receipt: receipt.id, sha256: hashOf(text) },
    });
  },
});

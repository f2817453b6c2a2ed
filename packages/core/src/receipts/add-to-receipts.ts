import type { NewAddition } from "@besunny/db/privacy/receipts";
import { z } from "zod";
import { command } from "../operation/command";
import { nothing, ofType } from "../shapes";
import { hashOf } from "./contract/receipt";

/** Keeps additions to receipts, with what is still open of each. An addition that is kept already is left out. */
export const addToReceipts = command("receipts.add-to-receipts", {
  title: "Confirm what receipts named as not gone yet",
  permission: "privacy.work",
  input: z.object({ additions: z.array(ofType<NewAddition>()) }),
  output: nothing,
  doors: [],

  async handle({ receipts, changed }, { additions }) {
    for (const addition of additions) {
      if (!(await receipts.addAddition(addition))) continue;
      changed({
        subject: addition.receiptId,
        before: {},
        after: { openUntil: addition.openUntil, sha256: hashOf(addition.text) },
      });
    }
  },
});

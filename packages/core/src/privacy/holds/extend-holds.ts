import { z } from "zod";
import { matchingHold } from "../../documents/contract/holding/held";
import { command } from "../../operation/command";
import { count } from "../../shapes";

/** Adds the documents to holds in force that have come since, also those that no admin may see. */
export const extendHolds = command("privacy.extend-holds", {
  title: "Find new documents of holds",
  permission: "privacy.work",
  input: z.object({}),
  output: z.object({ added: count, held: count }),
  doors: [],
  audit: { notAudited: "The hold itself is recorded; it lists its documents." },
  timeoutSeconds: 300,

  async handle(tools) {
    const { legalHolds, clock } = tools;
    let added = 0;
    for (const { id, query } of await legalHolds.listInForce(clock()))
      added +=
        query === null
          ? await legalHolds.addFound(id)
          : await legalHolds.addMany(id, await matchingHold(tools, query));
    return { added, held: await legalHolds.countHeld(clock()) };
  },
});

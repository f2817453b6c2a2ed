import { z } from "zod";
import { notFound } from "../errors";
import { departureId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { FoundStores } from "./contract/departure";

/** Notes what there was before an erasure. Of a second try the greater number stays. */
export const noteFound = command("departures.note-found", {
  title: "Note what there was before an erasure",
  permission: "workspace.erase",
  input: z.object({ id: departureId, found: FoundStores }),
  output: nothing,
  doors: [],
  audit: { notAudited: "The certificate lists it." },

  async handle({ departures }, { id, found }) {
    const departure = (await departures.find(id)) ?? notFound("Request", id);
    const before = FoundStores.parse(departure.found);
    const whole = { ...before };
    for (const [store, each] of Object.entries(found))
      whole[store] = Math.max(each, before[store] ?? 0);
    await departures.move(id, "erasing", { found: whole });
  },
});

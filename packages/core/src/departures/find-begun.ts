import type { ListedStore } from "@besunny/db/privacy/store-rows";
import { z } from "zod";
import { notFound } from "../errors";
import { departureId } from "../ids";
import { query } from "../operation/query";
import { ofType } from "../shapes";
import { FoundStores } from "./contract/departure";

/** Returns an erasure that has begun: what was there before, and the words that are looked for. `isOn` is false before it begins and after it ends. */
export const findBegun = query("departures.find-begun", {
  title: "Find an erasure that has begun",
  permission: "workspace.erase",
  input: z.object({ id: departureId }),
  output: z.object({
    askedAt: z.date(),
    found: FoundStores,
    phrases: z.array(z.string()),
    stores: ofType<ListedStore[]>(),
    isOn: z.boolean(),
  }),
  doors: [],

  async handle({ departures, storeRows }, { id }) {
    const departure = (await departures.find(id)) ?? notFound("Request", id);
    const { state, askedAt, found, phrases } = departure;
    return {
      askedAt,
      found: FoundStores.parse(found),
      phrases: z.array(z.string()).parse(phrases),
      stores: storeRows.list(),
      isOn: state === "erasing",
    };
  },
});

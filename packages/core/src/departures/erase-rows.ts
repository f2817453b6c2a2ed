import { z } from "zod";
import { notFound } from "../errors";
import { departureId } from "../ids";
import { command } from "../operation/command";
import { count } from "../shapes";
import { FoundStores } from "./contract/departure";

/** Deletes the rows of the workspace from every table but those that the register keeps. May run twice. */
export const eraseRows = command("departures.erase-rows", {
  title: "Delete the rows of the workspace",
  permission: "workspace.erase",
  input: z.object({ id: departureId }),
  output: z.object({ rows: count }),
  doors: [],
  timeoutSeconds: 1800,

  async handle({ departures, changed }, { id }) {
    const departure = (await departures.find(id)) ?? notFound("Request", id);
    if (departure.state !== "erasing") return { rows: 0 };
    const gone = await departures.eraseRows();
    const before = FoundStores.parse(departure.found);
    const found = { ...before };
    for (const { store, found: each } of gone) found[store] = Math.max(each, before[store] ?? 0);
    await departures.move(id, "erasing", { found });
    const rows = gone.reduce((sum, each) => sum + each.found, 0);
    changed({ subject: id, before: {}, after: { tables: gone.length, rows } });
    return { rows };
  },
});

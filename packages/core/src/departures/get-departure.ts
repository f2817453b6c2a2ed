import { z } from "zod";
import { query } from "../operation/query";
import { DepartureView, departureStates } from "./contract/departure";
import { holdsInForce } from "./contract/holds-in-force";
import { storesOf } from "./contract/stores-of";

/** Shows the end of the workspace, if somebody has asked for it, and what it erases and keeps. */
export const getDeparture = query("departures.get-departure", {
  title: "See what the end of the workspace erases",
  permission: "workspace.end",
  input: z.object({}),
  output: DepartureView,
  doors: ["web", "rest"],
  cost: 0,

  async handle(tools) {
    const { departures, storeRows, workspaces } = tools;
    const { name } = await workspaces.current();
    const current = await departures.current();
    return {
      departure: current && { ...current, state: z.enum(departureStates).parse(current.state) },
      name,
      stores: storesOf(await departures.countRows(), storeRows.list()),
      holds: await holdsInForce(tools),
    };
  },
});

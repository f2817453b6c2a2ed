import { askToEnd } from "@besunny/core/departures/ask-to-end";
import { getDeparture } from "@besunny/core/departures/get-departure";
import { takeBack } from "@besunny/core/departures/take-back";
import { listExports } from "@besunny/core/exports/list-exports";
import { removeExport } from "@besunny/core/exports/remove-export";
import { startExport } from "@besunny/core/exports/start-export";
import { router } from "../../init";
import { mutation, query } from "../../operations";

export const exportsRouter = router({
  list: query(listExports),
  start: mutation(startExport),
  remove: mutation(removeExport),
});

export const departuresRouter = router({
  get: query(getDeparture),
  ask: mutation(askToEnd),
  takeBack: mutation(takeBack),
});

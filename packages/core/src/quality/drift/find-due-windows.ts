import { z } from "zod";
import { featuresVersion } from "../../models/contract/measure-document";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import { type DueWindow, dueWindows, WEEKS_BEFORE, WEEKS_SHOWN } from "./due-windows";
import { weekOf, weeksAfter } from "./weeks";

/** Returns the weeks of sources that have to be compared with those before. */
export const findDueWindows = query("quality.find-due-windows", {
  title: "Find weeks to compare with those before",
  permission: "quality.work",
  input: z.object({}),
  output: ofType<DueWindow[]>(),
  doors: [],

  async handle({ driftWindows, clock }) {
    const now = clock();
    const first = weeksAfter(weekOf(now), -WEEKS_SHOWN);
    const weeks = await driftWindows.listWeeks(weeksAfter(first, -WEEKS_BEFORE));
    return dueWindows(weeks, await driftWindows.listComputed(first), {
      now,
      version: featuresVersion,
    });
  },
});

import { actorIdOf } from "../../access/actor";
import { notFound } from "../../errors";
import { platformCommand } from "../../operation/platform";
import { nothing } from "../../shapes";
import { noteIn } from "../people/note-in";
import { RateChange, usualRates } from "./contract";

/** Sets the points a minute of one bucket of a workspace, or the usual ones again. Every process counts by it within ten seconds. */
export const changeRate = platformCommand("platform.change-rate", {
  title: "Change a limit of a workspace",
  permission: "people.manage",
  input: RateChange,
  output: nothing,
  doors: ["admin"],

  async handle(tools, { id, bucket, points, reason }) {
    const { workspaces, rates, changed, clock, actor } = tools;
    if (!(await workspaces.find(id))) notFound("Workspace", id);
    const before = (await rates.listOf(id)).find((each) => each.bucket === bucket)?.points;
    if (points === null) await rates.remove(id, bucket);
    else
      await rates.save({
        workspaceId: id,
        bucket,
        points,
        reason,
        changedById: actorIdOf(actor),
        changedAt: clock(),
      });
    const change = {
      subject: id,
      before: { [bucket]: before ?? usualRates[bucket] },
      after: { [bucket]: points ?? usualRates[bucket] },
    };
    changed(change);
    await noteIn(tools, id, { operation: "platform.change-rate", change });
  },
});

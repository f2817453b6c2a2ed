import { personOf } from "../access/person-of";
import { authorize } from "../access/policy";
import { conflict } from "../errors";
import { command } from "../operation/command";
import { storedLayout, View, viewFields } from "./contract/view";
import { showView } from "./show-view";

const MOST = 100;

/** Saves a query under a name. A shared view is offered to all members; each finds in it only documents that they may see. */
export const createView = command("views.create-view", {
  title: "Save a view",
  permission: "view.manage",
  input: viewFields.extend({
    place: viewFields.shape.place.default("library"),
    sort: viewFields.shape.sort.default("newest"),
    layout: viewFields.shape.layout.default(null),
    isShared: viewFields.shape.isShared.default(false),
  }),
  output: View,
  doors: ["web", "rest"],

  async handle(tools, { layout, ...fields }) {
    const { views, actor, clock } = tools;
    const owner = personOf(actor);
    if (fields.isShared) authorize(actor, "view.share");
    if ((await views.countOf(owner.id)) >= MOST)
      conflict(`You have ${MOST} views`, "Remove a view that you no longer use.");
    const id = await views.create(owner.id, { ...fields, ...storedLayout(layout) });
    await views.putHabits(id, owner.id, { isPinned: true, isAlerting: false, seenAt: clock() });
    return showView(tools, id);
  },
});

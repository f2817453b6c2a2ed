import { authorize } from "../access/policy";
import { viewId } from "../ids";
import { command } from "../operation/command";
import { storedLayout, View, viewFields } from "./contract/view";
import { findOwnView, showView } from "./show-view";

/** Changes a view of the caller's own. The audit log keeps no name and no query, which are people's own words. */
export const changeView = command("views.change-view", {
  title: "Rename, share or change a view",
  permission: "view.manage",
  input: viewFields.partial().extend({ id: viewId }),
  output: View,
  doors: ["web", "rest"],

  async handle(tools, { id, name, query, place, sort, layout, isShared }) {
    const { views, actor, clock, changed } = tools;
    const before = await findOwnView(tools, id);
    if (isShared && !before.isShared) authorize(actor, "view.share");
    await views.change(id, {
      ...(name !== undefined && { name }),
      ...(query !== undefined && { query }),
      ...(place !== undefined && { place }),
      ...(sort !== undefined && { sort }),
      ...(layout !== undefined && storedLayout(layout)),
      ...(isShared !== undefined && { isShared }),
      updatedAt: clock(),
    });
    const after = { place: place ?? before.place, isShared: isShared ?? before.isShared };
    if (after.place !== before.place || after.isShared !== before.isShared)
      changed({
        subject: id,
        before: { place: before.place, isShared: before.isShared },
        after,
      });
    return showView(tools, id);
  },
});

import { z } from "zod";

import { viewId } from "../ids";
import { query } from "../operation/query";
import { View } from "./contract/view";
import { showView } from "./show-view";

export const getView = query("views.get-view", {
  title: "Show a saved view",
  permission: "document.search",
  input: z.object({ id: viewId }),
  output: View,
  doors: ["web", "rest"],

  handle: (tools, { id }) => showView(tools, id),
});

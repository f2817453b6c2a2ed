import { askToLook } from "@besunny/core/platform/looks/ask-to-look";
import { listLooksInto } from "@besunny/core/platform/looks/list-looks-into";
import { lookAtDocument } from "@besunny/core/platform/looks/look-at-document";
import { lookInto } from "@besunny/core/platform/looks/look-into";

import { router } from "../../init";
import { platformMutation, platformQuery } from "../../operations";

export const adminLooksRouter = router({
  ask: platformMutation(askToLook),
  list: platformQuery(listLooksInto),
  into: platformMutation(lookInto),
  document: platformMutation(lookAtDocument),
});

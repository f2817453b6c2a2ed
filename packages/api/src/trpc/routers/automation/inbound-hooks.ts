import { createInboundHook } from "@besunny/core/webhooks/inbound/create-inbound-hook";
import { getInboundHook } from "@besunny/core/webhooks/inbound/get-inbound-hook";
import { listInboundDeliveries } from "@besunny/core/webhooks/inbound/list-inbound-deliveries";
import { listInboundHooks } from "@besunny/core/webhooks/inbound/list-inbound-hooks";
import { removeInboundHook } from "@besunny/core/webhooks/inbound/remove-inbound-hook";
import { rotateInboundHook } from "@besunny/core/webhooks/inbound/rotate-inbound-hook";
import { turnInboundHook } from "@besunny/core/webhooks/inbound/turn-inbound-hook";

import { router } from "../../init";
import { mutation, query } from "../../operations";

export const inboundHooksRouter = router({
  list: query(listInboundHooks),
  get: query(getInboundHook),
  create: mutation(createInboundHook),
  rotate: mutation(rotateInboundHook),
  turn: mutation(turnInboundHook),
  remove: mutation(removeInboundHook),
  deliveries: query(listInboundDeliveries),
});

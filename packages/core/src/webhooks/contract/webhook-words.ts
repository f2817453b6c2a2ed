/** The state of an endpoint. `gone`: it answered 410 and wants nothing more. */
export const webhookStates = ["on", "paused", "gone"] as const;

/** The reasons why an endpoint is not on: a person paused it, or it failed for five days. */
export const webhookStateReasons = ["by-person", "failing", "answered-410"] as const;

export const messageStates = ["waiting", "delivered", "failed"] as const;

/** The event of a test message. It is none of the public events. */
export const TEST_EVENT = "webhook.test";

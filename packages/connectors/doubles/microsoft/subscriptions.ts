import type { Subscription } from "@microsoft/microsoft-graph-types";

import { type Answer, type Asked, jsonOf, type Route } from "../serving/asked";
import type { World } from "../world";
import { notFound, refusal } from "./answers";
import { checked } from "./schema";

const MINUTE = 60_000;
type Kept = Required<{ [Field in keyof Subscription]: string }>;

/** The lifecycle notices of Microsoft. `missed` asks for a look at all that happened meanwhile. */
export type Lifecycle = "reauthorizationRequired" | "subscriptionRemoved" | "missed";

export type Subscriptions = ReturnType<typeof createSubscriptions>;

/** The subscriptions of the double. Nothing is sent by itself: `notify` and `lifecycle` send what would come. */
export function createSubscriptions(world: World) {
  const kept = new Map<string, Kept>();

  const post = async (url: string, value: object) =>
    (
      await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ value: [value] }),
      })
    ).status;
  const noticeOf = ({ id, clientState, resource, expirationDateTime }: Kept) => ({
    subscriptionId: id,
    clientState,
    resource,
    subscriptionExpirationDateTime: expirationDateTime,
    tenantId: "tenant-harbour",
  });
  const valid = () =>
    [...kept.values()].filter((one) => Date.parse(one.expirationDateTime) > world.now().getTime());

  return {
    routes: routesOf(world, kept),
    kept,
    /** Tells all subscriptions that are still valid that something changed, and returns what they answered. */
    notify: (): Promise<number[]> =>
      Promise.all(
        valid().map((one) =>
          post(one.notificationUrl, { ...noticeOf(one), changeType: one.changeType }),
        ),
      ),
    lifecycle: (lifecycleEvent: Lifecycle): Promise<number[]> =>
      Promise.all(
        valid().map((one) => {
          if (lifecycleEvent === "subscriptionRemoved") kept.delete(one.id);
          return post(one.lifecycleNotificationUrl, { ...noticeOf(one), lifecycleEvent });
        }),
      ),
  };
}

function routesOf(world: World, kept: Map<string, Kept>): Route[] {
  const at = (method: string, answer: Route["answer"]): Route => ({
    method,
    path: "/v1.0/subscriptions/:id",
    answer,
  });
  return [
    { method: "POST", path: "/v1.0/subscriptions", answer: (asked) => subscribe(asked, kept) },
    at("PATCH", (asked) => {
      const found = kept.get(asked.params.id ?? "");
      if (!found) return notFound();
      const { expirationDateTime = "" } = jsonOf<Partial<Kept>>(asked);
      const refused = tooLong(world, found.resource, expirationDateTime);
      if (refused) return refused;
      found.expirationDateTime = expirationDateTime;
      return { json: checked("Subscription", found) };
    }),
    at("DELETE", (asked) => (kept.delete(asked.params.id ?? "") ? { status: 204 } : notFound())),
  ];
}

async function subscribe(asked: Asked, kept: Map<string, Kept>): Promise<Answer> {
  const body = jsonOf<Partial<Kept>>(asked);
  const { resource = "", changeType = "", notificationUrl = "", clientState = "" } = body;
  const { expirationDateTime = "", lifecycleNotificationUrl = "" } = body;
  if (resource.startsWith("/drives/") && changeType !== "updated") {
    return refusal(400, "InvalidRequest", "Drives support the change type updated only.");
  }
  if (clientState.length > 128) return refusal(400, "InvalidRequest", "clientState is too long.");
  const refused = tooLong(asked.world, resource, expirationDateTime);
  if (refused) return refused;
  for (const url of new Set([notificationUrl, lifecycleNotificationUrl])) {
    if (!(await isEchoed(url))) {
      return refusal(400, "InvalidRequest", "Subscription validation request failed.");
    }
  }
  const made = {
    id: asked.world.nextId("sub"),
    resource,
    changeType,
    notificationUrl,
    lifecycleNotificationUrl,
    expirationDateTime,
    clientState,
  } as Kept;
  kept.set(made.id, made);
  return { status: 201, json: checked("Subscription", made) };
}

function tooLong(world: World, resource: string, expirationDateTime: string): Answer | null {
  const most = resource.includes("/root")
    ? 42_300
    : resource.includes("Transcripts")
      ? 4_320
      : 4_230;
  const minutes = (Date.parse(expirationDateTime) - world.now().getTime()) / MINUTE;
  if (minutes > 0 && minutes <= most) return null;
  return refusal(
    400,
    "InvalidRequest",
    `Subscription expiration can only be ${most} minutes ahead.`,
  );
}

/** An address must send the word back as plain text before it gets any notice. */
async function isEchoed(url: string): Promise<boolean> {
  const asked = new URL(url);
  const word = "Validation: Testing client application reachability <&+>";
  asked.searchParams.set("validationToken", word);
  const response = await fetch(asked, { method: "POST" });
  const type = response.headers.get("content-type") ?? "";
  return (
    response.status === 200 && type.startsWith("text/plain") && (await response.text()) === word
  );
}

import Stripe from "stripe";

import type { Billing, BillingEvent, StripeBilling, Subscription, Told } from "./billing";
import { eventNameOf, pricesOf, unitOf } from "./stripe-prices";

/** The most seconds that a webhook may be old, or ahead. Stripe's own check accepts all of those ahead. */
const TOLERANCE_SECONDS = 300;
const RETRIES = 2;
const TIMEOUT_MS = 20_000;

type Options = {
  secretKey: string;
  webhookSecret: string;
  /** In place of Stripe's own address, for tests. */
  apiUrl?: string | undefined;
  now?: () => Date;
};

/** Returns Stripe as the one who takes the money. Errors of Stripe are thrown as they are, but for those of usage. */
export function createStripeBilling({
  secretKey,
  webhookSecret,
  apiUrl,
  now = () => new Date(),
}: Options): StripeBilling {
  const stripe = new Stripe(secretKey, {
    maxNetworkRetries: RETRIES,
    timeout: TIMEOUT_MS,
    telemetry: false,
    ...(apiUrl && addressOf(apiUrl)),
  });
  const meterIds = new Map<string, Promise<string>>();

  function meterIdOf(meter: string): Promise<string> {
    const known = meterIds.get(meter) ?? findMeter(stripe, meter);
    meterIds.set(meter, known);
    known.catch(() => meterIds.delete(meter));
    return known;
  }

  return {
    kind: "stripe",

    async customer({ workspaceId, name, email }) {
      const { id } = await stripe.customers.create(
        { name, ...(email && { email }), metadata: { workspace_id: workspaceId } },
        { idempotencyKey: `besunny-customer-${workspaceId}` },
      );
      return id;
    },

    async checkout({ customerId, workspaceId, plan, returnTo }) {
      const { fixed, metered } = await pricesOf(stripe, plan, meterIdOf);
      const session = await stripe.checkout.sessions.create({
        mode: "subscription",
        customer: customerId,
        client_reference_id: workspaceId,
        line_items: [
          ...(fixed ? [{ price: fixed, quantity: 1 }] : []),
          ...metered.map((price) => ({ price })),
        ],
        subscription_data: {
          metadata: { workspace_id: workspaceId, plan_id: plan.id },
          ...(plan.trialDays > 0 && { trial_period_days: plan.trialDays }),
        },
        success_url: returnTo,
        cancel_url: returnTo,
      });
      if (!session.url) throw new Error("Stripe gave no address of a checkout");
      return session.url;
    },

    async portal({ customerId, returnTo }) {
      const { url } = await stripe.billingPortal.sessions.create({
        customer: customerId,
        return_url: returnTo,
      });
      return url;
    },

    subscription: async (id) => subscriptionOf(await stripe.subscriptions.retrieve(id)),

    async tell({ identifier, customerId, meter, quantity, at }): Promise<Told> {
      try {
        await stripe.billing.meterEvents.create({
          event_name: eventNameOf(meter),
          identifier,
          timestamp: Math.floor(at.getTime() / 1000),
          payload: {
            stripe_customer_id: customerId,
            value: String(Math.round(quantity / unitOf(meter))),
          },
        });
        return { kind: "sent" };
      } catch (error) {
        return toldBy(error);
      }
    },

    async counted({ customerId, meter, from, to }) {
      const summaries = await stripe.billing.meters.listEventSummaries(await meterIdOf(meter), {
        customer: customerId,
        start_time: from.getTime() / 1000,
        end_time: to.getTime() / 1000,
      });
      return summaries.data.reduce((sum, one) => sum + one.aggregated_value, 0) * unitOf(meter);
    },

    hear(body, signature) {
      const sentAt = Number(/(?:^|,)t=(\d+)/.exec(signature)?.[1] ?? Number.NaN);
      if (!(sentAt <= now().getTime() / 1000 + TOLERANCE_SECONDS)) return null;
      try {
        return isThin(body)
          ? thinEventOf(stripe.parseEventNotification(body, signature, webhookSecret))
          : eventOf(stripe.webhooks.constructEvent(body, signature, webhookSecret));
      } catch (error) {
        if (error instanceof Stripe.errors.StripeSignatureVerificationError) return null;
        throw error;
      }
    },
  };
}

/** Nobody takes money. */
export const noBilling: Billing = { kind: "none" };

function addressOf(apiUrl: string) {
  const { hostname, port, protocol } = new URL(apiUrl);
  const isPlain = protocol === "http:";
  return {
    host: hostname,
    protocol: isPlain ? ("http" as const) : ("https" as const),
    port: port || (isPlain ? 80 : 443),
  };
}

async function findMeter(stripe: Stripe, meter: string): Promise<string> {
  const name = eventNameOf(meter);
  for await (const known of stripe.billing.meters.list({ status: "active", limit: 100 }))
    if (known.event_name === name) return known.id;
  const made = await stripe.billing.meters.create(
    {
      display_name: `BeSunny ${meter}`,
      event_name: name,
      default_aggregation: { formula: "sum" },
      customer_mapping: { type: "by_id", event_payload_key: "stripe_customer_id" },
      value_settings: { event_payload_key: "value" },
    },
    { idempotencyKey: `besunny-meter-${meter}` },
  );
  return made.id;
}

const states: Readonly<Record<string, Subscription["state"]>> = {
  trialing: "trialing",
  active: "active",
  past_due: "past_due",
  unpaid: "past_due",
  canceled: "cancelled",
  incomplete_expired: "cancelled",
};

function subscriptionOf({
  id,
  customer,
  metadata,
  status,
  trial_end,
}: Stripe.Subscription): Subscription {
  return {
    id,
    customerId: typeof customer === "string" ? customer : customer.id,
    workspaceId: metadata.workspace_id ?? null,
    planId: metadata.plan_id ?? null,
    state: states[status] ?? "other",
    trialEndsAt: trial_end ? new Date(trial_end * 1000) : null,
  };
}

/** Usage that would be refused again is not tried again. A row that Stripe has already is as good as sent. */
function toldBy(error: unknown): Told {
  if (!(error instanceof Stripe.errors.StripeError)) throw error;
  const why = error.message;
  if (error instanceof Stripe.errors.StripeInvalidRequestError)
    return /identifier/i.test(why) && /already|exists|duplicate/i.test(why)
      ? { kind: "sent" }
      : { kind: "refused", why };
  return { kind: "later", why };
}

function isThin(body: string): boolean {
  try {
    const told: unknown = JSON.parse(body);
    return (
      typeof told === "object" && told !== null && Reflect.get(told, "object") === "v2.core.event"
    );
  } catch {
    return false;
  }
}

function thinEventOf({
  id,
  type,
  created,
}: {
  id: string;
  type: string;
  created: string;
}): BillingEvent {
  const isProblem = type === "v1.billing.meter.error_report_triggered";
  return {
    id,
    kind: type,
    at: new Date(created),
    customerId: null,
    subscriptionId: null,
    problem: isProblem ? "Stripe could not count some usage: its log of the meter says why." : null,
  };
}

function eventOf({ id, type, created, data }: Stripe.Event): BillingEvent {
  const about: object = data.object;
  const kind: unknown = Reflect.get(about, "object");
  const isSubscription = kind === "subscription";
  return {
    id,
    kind: type,
    at: new Date(created * 1000),
    customerId: idOf(Reflect.get(about, "customer")),
    subscriptionId: isSubscription
      ? idOf(Reflect.get(about, "id"))
      : (idOf(Reflect.get(about, "subscription")) ?? subscriptionOfInvoice(about)),
    problem: null,
  };
}

/** An invoice names its subscription in `parent.subscription_details`. */
function subscriptionOfInvoice(invoice: object): string | null {
  const parent: unknown = Reflect.get(invoice, "parent");
  if (typeof parent !== "object" || parent === null) return null;
  const details: unknown = Reflect.get(parent, "subscription_details");
  if (typeof details !== "object" || details === null) return null;
  return idOf(Reflect.get(details, "subscription"));
}

/** Objects are named by their id, or come whole. */
function idOf(given: unknown): string | null {
  if (typeof given === "string") return given;
  if (typeof given !== "object" || given === null) return null;
  const id: unknown = Reflect.get(given, "id");
  return typeof id === "string" ? id : null;
}

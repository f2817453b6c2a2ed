import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import Stripe from "stripe";

const DAY_MS = 86_400_000;
const LATE_MS = 35 * DAY_MS;
const AHEAD_MS = 5 * 60_000;

type Row = Record<string, unknown> & { id: string };
type MeterEvent = { identifier: string; name: string; customer: string; value: number; at: Date };
type Given = { url: string; params: URLSearchParams; idempotencyKey: string | null };
type Answer = { status?: number; body: object };

/**
 * Starts a Stripe that remembers: customers, prices, meters, usage and subscriptions. It counts an identifier once, and takes usage of the last
 * 35 days. It repeats an answer to an idempotency key, and signs webhooks as Stripe does.
 */
export async function startStripe({
  secret = "whsec_of_a_test",
  now = () => new Date(),
}: {
  secret?: string;
  now?: () => Date;
} = {}) {
  const tables = {
    customers: new Map<string, Row>(),
    products: new Map<string, Row>(),
    prices: new Map<string, Row>(),
    meters: new Map<string, Row>(),
    subscriptions: new Map<string, Row>(),
    sessions: new Map<string, Row>(),
  };
  const events: MeterEvent[] = [];
  const answers = new Map<string, Answer>();
  const signer = new Stripe("sk_test_of_a_double");
  let count = 0;
  let failing: number | null = null;
  const next = (kind: string) => `${kind}_${(++count).toString().padStart(6, "0")}`;

  function make(table: Map<string, Row>, kind: string, params: URLSearchParams, more: object = {}) {
    const row: Row = { ...shapeOf(params), ...more, id: next(kind) };
    table.set(row.id, row);
    return { body: row };
  }

  function takeUsage(params: URLSearchParams): Answer {
    const given = shapeOf(params);
    const payload = objectOf(given.payload);
    const [name, customer] = [String(given.event_name), String(payload.stripe_customer_id)];
    const at = new Date(Number(given.timestamp) * 1000);
    const identifier = String(given.identifier);
    if (now().getTime() - at.getTime() > LATE_MS) return refused("timestamp is too old");
    if (at.getTime() - now().getTime() > AHEAD_MS) return refused("timestamp is in the future");
    if (!tables.customers.has(customer)) return refused(`No such customer: ${customer}`);
    if (![...tables.meters.values()].some((meter) => meter.event_name === name))
      return refused(`No active meter for ${name}`);
    if (!/^\d{1,15}$/.test(String(payload.value))) return refused("value is no whole number");
    if (events.some((event) => event.identifier === identifier))
      return refused(`An event already exists with identifier ${identifier}.`);
    events.push({ identifier, name, customer, value: Number(payload.value), at });
    return { body: { object: "billing.meter_event", identifier, event_name: name } };
  }

  function summary(meterId: string, params: URLSearchParams): Answer {
    const meter = tables.meters.get(meterId);
    if (!meter) return missing(meterId);
    const [from, to] = ["start_time", "end_time"].map((key) => Number(params.get(key)) * 1000);
    const sum = events
      .filter(
        ({ name, customer, at }) =>
          name === meter.event_name &&
          customer === params.get("customer") &&
          at.getTime() >= (from ?? 0) &&
          at.getTime() < (to ?? 0),
      )
      .reduce((total, { value }) => total + value, 0);
    return {
      body: listOf([{ id: "sum", object: "billing.meter_event_summary", aggregated_value: sum }]),
    };
  }

  function answer(method: string, { url, params }: Given): Answer {
    const path = url.replace(/^\/v1\//, "");
    const [, found = ""] = /^(?:subscriptions|billing\/meters)\/([^/]+)/.exec(path) ?? [];
    if (method === "POST") {
      if (path === "customers") return make(tables.customers, "cus", params);
      if (path === "products") return make(tables.products, "prod", params);
      if (path === "prices") return make(tables.prices, "price", params, { active: true });
      if (path === "billing/meters")
        return make(tables.meters, "mtr", params, { status: "active" });
      if (path === "billing/meter_events") return takeUsage(params);
      if (path === "checkout/sessions") {
        const made = make(tables.sessions, "cs", params);
        return { body: { ...made.body, url: `https://checkout.example/${made.body.id}` } };
      }
      if (path === "billing_portal/sessions")
        return {
          body: { id: next("bps"), url: `https://portal.example/${params.get("customer")}` },
        };
    }
    if (method === "GET") {
      if (path === "prices") {
        const wanted = params.get("lookup_keys[0]");
        return {
          body: listOf([...tables.prices.values()].filter((row) => row.lookup_key === wanted)),
        };
      }
      if (path === "billing/meters") return { body: listOf([...tables.meters.values()]) };
      if (path.endsWith("/event_summaries")) return summary(found, params);
      if (path.startsWith("subscriptions/")) {
        const row = tables.subscriptions.get(found);
        return row ? { body: row } : missing(found);
      }
    }
    return missing(path);
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://stripe.example");
    const body = await textOf(request);
    const params = request.method === "GET" ? searchParams : new URLSearchParams(body);
    const key = request.headers["idempotency-key"]?.toString() ?? null;
    const known = key ? answers.get(key) : undefined;
    const given = failing
      ? { status: failing, body: { error: { type: "api_error", message: "Stripe is away" } } }
      : (known ?? answer(request.method ?? "GET", { url: pathname, params, idempotencyKey: key }));
    if (key && !failing) answers.set(key, given);
    response.writeHead(given.status ?? 200, { "content-type": "application/json" });
    response.end(JSON.stringify(given.body));
  }

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    secret,
    tables,
    events,

    /** Answers everything with this status from now on; null: as usual. */
    fail(status: number | null): void {
      failing = status;
    },

    /** Subscribes a customer, or changes the subscription. */
    subscribe(of: {
      id?: string;
      customer: string;
      status: string;
      metadata?: Record<string, string>;
    }): string {
      const id = of.id ?? next("sub");
      const before = tables.subscriptions.get(id);
      tables.subscriptions.set(id, {
        object: "subscription",
        trial_end: null,
        metadata: {},
        ...before,
        ...of,
        id,
      });
      return id;
    },

    /** Returns a webhook about a subscription, signed now or at another time. */
    webhook(
      type: string,
      subscriptionId: string,
      { at = now(), id = next("evt") }: { at?: Date; id?: string } = {},
    ): { id: string; body: string; signature: string } {
      const body = JSON.stringify({
        id,
        object: "event",
        api_version: "2026-10-28.endive",
        created: Math.floor(at.getTime() / 1000),
        type,
        data: { object: tables.subscriptions.get(subscriptionId) ?? { id: subscriptionId } },
      });
      return { id, body, signature: this.sign(body) };
    },

    sign: (body: string, at = now()): string =>
      signer.webhooks.generateTestHeaderString({
        payload: body,
        secret,
        timestamp: Math.floor(at.getTime() / 1000),
      }),

    stop: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}

export type StripeDouble = Awaited<ReturnType<typeof startStripe>>;

function refused(message: string): Answer {
  return { status: 400, body: { error: { type: "invalid_request_error", message } } };
}

function missing(what: string): Answer {
  return {
    status: 404,
    body: { error: { type: "invalid_request_error", message: `No such thing: ${what}` } },
  };
}

function listOf(data: readonly object[]): object {
  return { object: "list", data, has_more: false };
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address !== "object" || address === null) throw new Error("The server has no port");
  return address.port;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request) text += String(part);
  return text;
}

/** Returns `a[b]=c` as `{ a: { b: "c" } }`. */
function shapeOf(params: URLSearchParams): Record<string, unknown> {
  const shape: Record<string, unknown> = {};
  for (const [name, value] of params) {
    const [first = "", ...rest] = name.split(/[[\]]+/).filter(Boolean);
    let [at, key]: [Record<string, unknown>, string] = [shape, first];
    for (const part of rest) {
      const inner = objectOf(at[key]);
      at[key] = inner;
      [at, key] = [inner, part];
    }
    at[key] = value;
  }
  return shape;
}

function objectOf(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

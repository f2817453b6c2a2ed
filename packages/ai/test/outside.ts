import { createChokePoint } from "../src/outside/choke-point";
import type { Price } from "../src/outside/cost-of";
import type { CallEnd, CallToOpen, Ledger } from "../src/outside/ledger";
import { noLedger } from "../src/outside/ledger";
import type { CallScope } from "../src/outside/outside-call";

/** The parties of the calls of a test. */
export const aScope: CallScope = {
  workspaceId: "ws_test",
  projectIds: [],
  documentId: null,
  userId: "usr_test",
  apiKeyId: null,
  operation: "tests.ask",
  traceId: "test-trace",
};

/** A choke point without a database. */
export const aChokePoint = (prices: readonly Price[] = []) =>
  createChokePoint({ ledger: noLedger, prices: () => prices });

/** A price of a model of tests, per million tokens. */
export function aPrice(given: Partial<Price> = {}): Price {
  return {
    id: "price_test",
    server: "https://models.example/v1",
    model: "tern-1",
    from: "2020-01-01",
    until: null,
    currency: "USD",
    input: 0.25,
    cachedInput: 0.025,
    cacheWrite: 0.3,
    output: 2,
    audioMinute: null,
    longContext: { above: 5_000, input: 2, output: 1.5 },
    batchFactor: 0.5,
    tiers: {},
    source: "an invention",
    readOn: "2020-01-01",
    ...given,
  };
}

/** A ledger that keeps what it gets. */
export function aLedger(refuse?: (call: CallToOpen) => Error | null) {
  const opened: CallToOpen[] = [];
  const ended = new Map<string, CallEnd>();
  const ledger: Ledger = {
    async open(call) {
      const problem = refuse?.(call);
      if (problem) throw problem;
      opened.push(call);
      return `mdc_${opened.length}`;
    },
    close: (id, end) => void ended.set(id, end),
    flush: async () => undefined,
  };
  return { ledger, opened, ended, last: () => ended.get(`mdc_${opened.length}`) };
}

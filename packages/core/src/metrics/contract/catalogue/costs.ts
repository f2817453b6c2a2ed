import { asDecidedThen, counted, metricOf, shared, spread, summed } from "./entry";

const ofCalls = { ...asDecidedThen, audience: "admins" } as const;
const countedCalls = { ...counted, ...ofCalls, unit: "calls" } as const;

const billed = {
  ...summed,
  ...asDecidedThen,
  better: null,
  audience: "admins",
} as const;

/** Calls to outside models and what they cost, and what invoices count. */
export const costMetrics = [
  metricOf("calls", {
    name: "cost.calls",
    title: "Cost of calls to models",
    definition:
      "What calls to outside models cost at list prices. Calls whose price nobody knows are not in it: see their own figure.",
    measure: "cost",
    better: "down",
    ...summed,
    ...ofCalls,
    unit: "microUsd",
  }),
  metricOf("calls", {
    name: "cost.calls-unknown",
    title: "Calls of unknown cost",
    definition: "Calls to outside models that ended and whose cost nobody knows.",
    measure: "costUnknown",
    better: "down",
    ...countedCalls,
  }),
  metricOf("usage", {
    name: "usage.pages",
    title: "Pages that plans count",
    definition:
      "Pages that were read, as invoices count them: the rows of the ledger are the same.",
    measure: "pages",
    unit: "pages",
    ...billed,
  }),
  metricOf("usage", {
    name: "usage.tokens",
    title: "Tokens that plans count",
    definition:
      "Tokens of calls to outside models, as invoices count them: the rows of the ledger are the same.",
    measure: "tokens",
    unit: "tokens",
    ...billed,
  }),
  metricOf("usage", {
    name: "usage.questions",
    title: "Questions that plans count",
    definition: "Questions, as invoices count them: the rows of the ledger are the same.",
    measure: "questions",
    unit: "questions",
    ...billed,
  }),
  metricOf("usage", {
    name: "usage.api-calls",
    title: "Calls of the API that plans count",
    definition:
      "Requests by API keys, as invoices count them: the rows of the ledger are the same.",
    measure: "apiCalls",
    unit: "calls",
    ...billed,
  }),
  metricOf("results", {
    name: "cost.understanding",
    title: "Cost of understanding documents",
    definition:
      "What it cost to understand documents, by their results. Results of unknown cost are not in it.",
    measure: "cost",
    better: "down",
    ...summed,
    ...asDecidedThen,
    audience: "admins",
    unit: "microUsd",
  }),
  metricOf("results", {
    name: "cost.understanding-unknown",
    title: "Results of unknown cost",
    definition: "Results of understanding a document whose cost nobody knows.",
    measure: "costUnknown",
    better: "down",
    ...counted,
    ...asDecidedThen,
    audience: "admins",
    unit: "rows",
  }),
  metricOf("calls", {
    name: "calls.made",
    title: "Calls to models",
    definition: "Calls to outside models that were asked for, also those that were refused.",
    measure: "made",
    better: null,
    ...countedCalls,
  }),
  metricOf("calls", {
    name: "calls.failed",
    title: "Failed calls",
    definition: "Calls to outside models that failed or broke off.",
    measure: "failed",
    better: "down",
    ...countedCalls,
  }),
  metricOf("calls", {
    name: "calls.failed-share",
    title: "Share of failed calls",
    definition: "The part of the calls that went out and ended which failed or broke off.",
    measure: "failedShare",
    better: "down",
    ...ofCalls,
    ...shared,
  }),
  metricOf("calls", {
    name: "calls.refused",
    title: "Calls refused for money",
    definition: "Calls that a budget or an unknown price kept from going out.",
    measure: "refused",
    better: "down",
    ...countedCalls,
  }),
  metricOf("results", {
    name: "calls.degraded",
    title: "Results by local models instead",
    definition:
      "Results for which local models did the work of an outside model, because a call was refused or failed.",
    measure: "degraded",
    better: "down",
    ...counted,
    ...ofCalls,
    unit: "rows",
  }),
  metricOf("calls", {
    name: "calls.input-tokens",
    title: "Tokens sent",
    definition: "Tokens that were sent to outside models.",
    measure: "inputTokens",
    better: null,
    ...summed,
    ...ofCalls,
    unit: "tokens",
  }),
  metricOf("calls", {
    name: "calls.output-tokens",
    title: "Tokens received",
    definition: "Tokens that outside models answered with.",
    measure: "outputTokens",
    better: null,
    ...summed,
    ...ofCalls,
    unit: "tokens",
  }),
  metricOf("calls", {
    name: "times.call-slowest",
    title: "Time of a call, 95 of 100",
    definition: "95 of 100 calls to outside models that ended well took no longer than this.",
    measure: "slowest",
    ...ofCalls,
    ...spread,
  }),
];

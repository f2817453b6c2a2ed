import { z } from "zod";
import { patternOf, Subject } from "../../documents/contract/holding/subject";
import { notFound } from "../../errors";
import { privacyRequestId } from "../../ids";
import { query } from "../../operation/query";
import { Choices } from "../contract/request";

const MOST = 50_000;

/** The choice for each document of a confirmed erasure. Private documents are redacted. */
export const ErasurePlan = z.object({
  toDelete: z.array(z.string()),
  toRedact: z.array(z.string()),
  kept: z.array(z.object({ id: z.string(), because: z.string() })),
  words: z.array(z.string()),
});
export type ErasurePlan = z.output<typeof ErasurePlan>;

/** Returns the plan of an erasure that is being worked on. */
export const planErasure = query("privacy.plan-erasure", {
  title: "Find what becomes of each document of an erasure",
  permission: "privacy.work",
  input: z.object({ id: privacyRequestId }),
  output: ErasurePlan,
  doors: [],

  async handle({ privacyRequests, traces }, { id }) {
    const request = (await privacyRequests.find(id)) ?? notFound("Request", id);
    const choices = Object.entries(Choices.parse(request.choices));
    const subject = Subject.parse(request.subject);
    const pattern = patternOf(subject);
    const chosen = new Set(choices.map(([documentId]) => documentId));
    const found = pattern === "" ? [] : await traces.listDocuments(pattern, request.userId, MOST);
    const others = found.filter(
      ({ documentId, place }) => !chosen.has(documentId) && place !== "uploaded",
    );
    const of = (kind: string) =>
      choices.filter(([, choice]) => choice.kind === kind).map(([documentId]) => documentId);
    return {
      toDelete: of("delete"),
      toRedact: [...new Set([...of("redact"), ...others.map((each) => each.documentId)])],
      kept: choices.flatMap(([documentId, choice]) =>
        choice.kind === "keep" ? [{ id: documentId, because: choice.because }] : [],
      ),
      words: [...subject.names, ...subject.addresses],
    };
  },
});

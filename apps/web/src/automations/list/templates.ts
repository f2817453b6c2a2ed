import type { Definition } from "@besunny/rules/definition";

import { anApproval } from "../definition/new-step";

export const templateNames = ["invoice", "contract", "unsure"] as const;
export type TemplateName = (typeof templateNames)[number];

/** The texts of a template that the person reads, in their language. */
export type TemplateTexts = {
  question: string;
  tags: Record<"approved" | "rejected" | "ends" | "check", string>;
};

/** Returns an automation to begin with. Its people and projects are for the person to choose. */
export function templateOf(name: TemplateName, { question, tags }: TemplateTexts): Definition {
  if (name === "contract")
    return {
      schema: 1,
      trigger: { kind: "document.ready" },
      when: rows([
        { field: "doc.type", is: "is", value: "contract" },
        { field: "facts.end_date.date", is: "inNextDays", value: 60 },
      ]),
      start: "add-tags",
      nodes: [
        {
          id: "add-tags",
          kind: "action",
          action: "add-tags",
          input: { tags: [tags.ends] },
          next: "ask",
        },
        { ...anApproval("ask", question), approvers: [{ kind: "leads" }], yes: null, no: null },
      ],
    };
  if (name === "unsure")
    return {
      schema: 1,
      trigger: { kind: "document.review_wanted" },
      when: null,
      start: "add-tags",
      nodes: [
        {
          id: "add-tags",
          kind: "action",
          action: "add-tags",
          input: { tags: [tags.check] },
          next: null,
        },
      ],
    };
  return {
    schema: 1,
    trigger: { kind: "document.ready" },
    when: rows([
      { field: "doc.type", is: "is", value: "invoice" },
      { field: "facts.total.amount", is: "over", value: 5_000 },
      { field: "doc.hasNewParty", is: "isYes" },
    ]),
    start: "ask",
    nodes: [
      { ...anApproval("ask", question), yes: "file", no: "reject" },
      { id: "file", kind: "action", action: "add-to-project", input: {}, next: "approve" },
      {
        id: "approve",
        kind: "action",
        action: "add-tags",
        input: { tags: [tags.approved] },
        next: null,
      },
      {
        id: "reject",
        kind: "action",
        action: "add-tags",
        input: { tags: [tags.rejected] },
        next: null,
      },
    ],
  };
}

/** Returns an automation in which nothing is chosen yet. */
export function blank(): Definition {
  return { schema: 1, trigger: { kind: "document.ready" }, when: null, start: null, nodes: [] };
}

type Rows = Extract<NonNullable<Definition["when"]>, { rows: unknown }>["rows"]["of"];
const rows = (of: Rows): Definition["when"] => ({ rows: { match: "all", of } });

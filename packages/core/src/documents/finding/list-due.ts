import { z } from "zod";
import { query } from "../../operation/query";
import { idIn } from "../../shapes";
import { Evidence } from "../../understanding/contract/statements";

/** The facts that hold a day by which something is to be done. */
const names = [
  "due date",
  "end date",
  "valid until",
  "application deadline",
  "review date",
  "next meeting",
];

const dayMs = 86_400_000;
const day = z.iso.date();

const DueDate = z.object({
  document: z.object({ id: idIn("doc"), title: z.string(), type: z.string().nullable() }),
  kind: z.enum(["due", "ends", "notice", "deadline", "review", "meeting"]),
  day,
  /** The amount to pay in the words of the document; null if it asks for none. */
  amount: z.string().nullable(),
  /** The words that say so; null where the file states it outside its text. */
  evidence: Evidence.nullable(),
});

const kinds: Record<string, z.infer<typeof DueDate>["kind"]> = {
  "due date": "due",
  "end date": "ends",
  "valid until": "ends",
  "notice period": "notice",
  "application deadline": "deadline",
  "review date": "review",
  "next meeting": "meeting",
};

/**
 * Lists the days that documents state and that are near: due dates, ends, deadlines and the last days to give notice. `from` is today where
 * the caller is.
 */
export const listDue = query("documents.list-due", {
  title: "List what is due soon",
  permission: "document.read",
  input: z.object({
    from: day.optional(),
    days: z.number().int().min(1).max(366).default(60),
    limit: z.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ items: z.array(DueDate) }),
  doors: ["web"],

  async handle({ dueDates, clock }, { from, days, limit }) {
    const first = from ?? clock().toISOString().slice(0, 10);
    const last = new Date(Date.parse(first) + days * dayMs).toISOString().slice(0, 10);
    const rows = await dueDates.list({ names, from: first, to: last }, limit);
    return {
      items: rows.map(({ documentId, title, type, name, amount, evidence, ...row }) => {
        const kind = kinds[name] ?? "due";
        return {
          document: { id: documentId, title, type },
          kind,
          day: row.day,
          amount: kind === "due" ? amount : null,
          evidence: Evidence.safeParse(evidence[0]).data ?? null,
        };
      }),
    };
  },
});

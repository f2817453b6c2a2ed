import { nullable, ownJson } from "@besunny/sql/rows/column";

import type { PrismaClient } from "../generated/client";
import { type Checked, rawRows } from "../raw-rows";

/** A call that is about to go out. The empty workspace is BeSunny itself. Money is in millionths of a US dollar. */
export type CallRow = {
  id: string;
  workspaceId: string;
  projectIds: readonly string[];
  documentId: string | null;
  userId: string | null;
  apiKeyId: string | null;
  operation: string;
  kind: string;
  provider: string;
  server: string;
  model: string;
  lane: string;
  /** The most that it can cost; null if the price is unknown. */
  reservedMicro: number | null;
  reservedUntil: Date;
  hasLocalRung: boolean;
  traceId: string;
  at: Date;
};

/** The end of a call. */
export type CallEndRow = {
  id: string;
  workspaceId: string;
  state: string;
  input: number;
  cached: number;
  written: number;
  output: number;
  reasoning: number;
  isEstimated: boolean;
  costMicro: number | null;
  priceId: string | null;
  latencyMs: number;
  attempts: number;
  errorCode: string | null;
  endedAt: Date;
};

/** A budget that passed a share of its amount, in percent. */
export type Crossing = { budgetId: string; level: number };

export type BudgetSubject = "workspace" | "project" | "user" | "key";
export type BudgetPeriod = "day" | "month";

export type CallAnswer = {
  refusedBy: "budget" | "unknown price" | null;
  budget: { id: string; subjectKind: BudgetSubject; period: BudgetPeriod; level: number } | null;
  crossed: Crossing[];
};

const opened = rawRows({ answer: nullable(ownJson<CallAnswer>()) });
const closed = rawRows({ answer: nullable(ownJson<{ crossed: Crossing[] }>()) });

/** Writes calls and their ends, each in one statement, which locks the budgets that count the call. */
export function callLedger(prisma: Checked<PrismaClient>) {
  return {
    /** Writes a call and reserves its money, or writes that it was refused. */
    open: async (call: CallRow): Promise<CallAnswer> => {
      const [row] = await opened(prisma)`
        select open_model_call(${JSON.stringify(call)}::jsonb) as answer`;
      return answered(row?.answer);
    },

    /** Ends a call and takes what it cost from its budgets. Ending it twice changes nothing. */
    close: async (end: CallEndRow): Promise<Crossing[]> => {
      const [row] = await closed(prisma)`
        select close_model_call(${JSON.stringify(end)}::jsonb) as answer`;
      return answered(row?.answer).crossed;
    },
  };
}

function answered<Answer>(answer: Answer | null | undefined): Answer {
  if (!answer) throw new Error("The ledger gave no answer");
  return answer;
}

export type CallLedger = ReturnType<typeof callLedger>;

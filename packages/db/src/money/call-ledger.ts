import { nullable, ownJson } from "@besunny/sql/rows/column";
import { type Statement, statement } from "@besunny/sql/rows/statement";
import { steadyPool } from "../steady-pool";

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

export type CallAnswer = {
  refusedBy: "budget" | "quota" | "unknown price" | null;
  budget: { id: string; subjectKind: string; period: string; level: number } | null;
  crossed: Crossing[];
};

const opened = statement("select open_model_call($1::jsonb) as answer", {
  answer: nullable(ownJson<CallAnswer>()),
});
const closed = statement("select close_model_call($1::jsonb) as answer", {
  answer: nullable(ownJson<{ crossed: Crossing[] }>()),
});

/**
 * Writes calls and their ends, each in one prepared statement, which locks the budgets that count the call. People wait for it before each
 * call, so it goes to PostgreSQL without Prisma, which takes as long again.
 */
export function callLedger(url: string) {
  const pool = steadyPool(url, { max: 4 });

  async function answerOf<Answer>(
    name: string,
    { text, read }: Statement<{ answer: Answer | null }>,
    given: object,
  ): Promise<Answer> {
    const { rows } = await pool.query({ name, text, values: [JSON.stringify(given)] });
    const { answer } = read(rows[0]);
    if (answer === null) throw new Error("The ledger gave no answer");
    return answer;
  }

  return {
    /** Writes a call and reserves its money, or writes that it was refused. */
    open: (call: CallRow): Promise<CallAnswer> => answerOf("open_model_call", opened, call),

    /** Ends a call and takes what it cost from its budgets. Ending it twice changes nothing. */
    close: async (end: CallEndRow): Promise<Crossing[]> =>
      (await answerOf("close_model_call", closed, end)).crossed,

    /** Ends the connections. Ending them twice changes nothing. */
    disconnect: async (): Promise<void> => {
      if (!pool.ended && !pool.ending) await pool.end();
    },
  };
}

export type CallLedger = Omit<ReturnType<typeof callLedger>, "disconnect">;

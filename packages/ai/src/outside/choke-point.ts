import { type Breakers, createBreakers } from "./breakers";
import {
  audioCostOf,
  costOf,
  mostCostOf,
  type OutsideLane,
  type Price,
  priceList,
  priceOf,
} from "./cost-of";
import { countTokens, mostTokens } from "./count-tokens";
import { codeOf, costsNothing } from "./failures";
import type { EndedState, Ledger } from "./ledger";
import {
  type CallScope,
  type OutsideCallKind,
  type OutsideModel,
  type Redact,
  RedactionRefused,
} from "./outside-call";
import { OutsideRefused } from "./outside-refused";
import { noUsage, type Usage } from "./usage";

/** The parts that stand around each call. */
export type ChokePointParts = {
  ledger: Ledger;
  /** Default: texts leave as they are. */
  redact?: Redact | undefined;
  /** Returns the prices that hold. Default: those that ship with BeSunny. */
  prices?: (() => readonly Price[]) | undefined;
  clock?: (() => Date) | undefined;
};

/** A call that wants to go out. */
export type OutsideCall = {
  scope: CallScope;
  to: OutsideModel;
  kind: OutsideCallKind;
  /** The texts that would leave. */
  texts: readonly string[];
  /** Other input that is sent and counted, such as the form of the answer. It holds nothing of a workspace. */
  besides?: string;
  /** The most tokens that may come back; the request says so to the provider. */
  mostOutput: number;
  /** The cost of a call that is not paid by its tokens, in micro-dollars; null if it is unknown. */
  fixedMicro?: number | null;
  /** The seconds of sound that are sent, for a call that is paid by them. */
  audioSeconds?: number;
  lane?: OutsideLane;
  hasLocalRung: boolean;
  signal?: AbortSignal | undefined;
  /** Milliseconds after which the call is given up. */
  timeoutMs: number;
};

/** The call as it goes out, and what is noted while its answer comes in. */
export type Outgoing = {
  /** The texts as they may leave, in the order of those that were given. */
  texts: string[];
  /** True if details were replaced by tokens. */
  isAnyReplaced: boolean;
  /** Returns a text of the model with the details that its tokens stand for. */
  restore(text: string): string;
  signal: AbortSignal;
  /** Notes text of the model, to count it if the provider does not. */
  said(text: string): void;
  /** Notes what the provider counted; null is not noted. */
  counted(usage: Usage | null): void;
  /** Notes that the answer has come to its end, or why it has not. */
  ended(how: "whole" | "length" | "refusal"): void;
};

/** The tokens and the price of a call. */
export type Spent = { usage: Usage; isEstimated: boolean; costMicro: number | null };

export type ChokePoint = ReturnType<typeof createChokePoint>;

const leaveAsTheyAre: Redact = async ({ texts }) => ({
  texts: [...texts],
  replaced: {},
  restore: (text) => text,
});

/**
 * Returns the one way out: every call to an outside model goes through it. It reserves the money, redacts, asks the breaker, calls, and
 * writes the ledger, in this order.
 */
export function createChokePoint(parts: ChokePointParts, breakers: Breakers = createBreakers()) {
  const { ledger, redact = leaveAsTheyAre, prices = () => priceList } = parts;
  const clock = parts.clock ?? (() => new Date());

  /**
   * Makes a call whose answer comes in pieces, and yields what `send` yields. Returns what was spent; `onSpent` gets the same also if the call
   * fails. Throws `OutsideRefused` or `RedactionRefused` if nothing was sent, and what `send` throws.
   */
  async function* stream<T>(
    call: OutsideCall,
    send: (out: Outgoing) => AsyncIterable<T>,
    onSpent: (spent: Spent) => void = () => undefined,
  ): AsyncGenerator<T, void> {
    call.signal?.throwIfAborted();
    const at = clock();
    const begun = performance.now();
    const price = priceOf(prices(), call.to, at);
    const fixedMicro =
      call.audioSeconds === undefined ? call.fixedMicro : audioCostOf(call.audioSeconds, price);
    const input = mostTokens([...call.texts, call.besides ?? ""]);
    const id = await ledger.open({
      scope: call.scope,
      provider: "openai",
      to: call.to,
      kind: call.kind,
      lane: call.lane ?? "live",
      reservedMicro:
        fixedMicro === undefined
          ? mostCostOf({ input, output: call.mostOutput }, price, call.lane)
          : fixedMicro,
      hasLocalRung: call.hasLocalRung,
      at,
    });
    const meter = new Meter();
    let failure: { error: unknown } | null = null;
    let isDone = false;
    try {
      const limit = AbortSignal.timeout(call.timeoutMs);
      const signal = call.signal ? AbortSignal.any([call.signal, limit]) : limit;
      const { texts, replaced, restore } = await redact(call, signal);
      signal.throwIfAborted();
      meter.texts = [...texts, call.besides ?? ""];
      const out: Outgoing = {
        texts,
        isAnyReplaced: Object.keys(replaced).length > 0,
        restore,
        signal,
        said: (text) => void meter.said.push(text),
        counted: (usage) => meter.count(usage, { input, output: call.mostOutput }),
        ended: (how) => {
          meter.how = how;
        },
      };
      const { first, rest } = await breakers.begin(
        call.to.server,
        () => {
          meter.attempts += 1;
          return beginning(send(out));
        },
        signal,
      );
      try {
        if (!first.done) yield first.value;
        if (!first.done) yield* remaining(rest);
        signal.throwIfAborted();
        if (meter.how === null) throw new BrokenOff();
      } catch (error) {
        await breakers.noteBroken(call.to.server, error);
        throw error;
      } finally {
        await rest.return?.();
      }
      isDone = true;
    } catch (error) {
      failure = { error };
      throw error;
    } finally {
      const state = stateOf({ isDone, failure, meter, isAborted: call.signal?.aborted === true });
      const { lane } = call;
      const spent = await spentOf(meter, { state, failure, price, lane, fixedMicro });
      ledger.close(id, {
        ...spent,
        state,
        priceId:
          spent.costMicro === null || call.fixedMicro !== undefined ? null : (price?.id ?? null),
        latencyMs: Math.round(performance.now() - begun),
        attempts: meter.attempts,
        errorCode: errorCodeOf(state, failure, meter),
      });
      onSpent(spent);
    }
  }

  return {
    stream,
    /** Makes a call whose answer comes at once. */
    async call<T>(
      call: OutsideCall,
      send: (out: Outgoing) => Promise<T>,
      onSpent?: (spent: Spent) => void,
    ): Promise<{ value: T }> {
      const values = stream(
        call,
        async function* once(out) {
          yield { value: await send(out) };
        },
        onSpent,
      );
      let answer: { value: T } | null = null;
      for await (const value of values) answer = value;
      if (!answer) throw new BrokenOff();
      return answer;
    },
    flush: ledger.flush,
  };
}

/** Thrown if an answer stops without its end. */
class BrokenOff extends Error {
  override readonly name = "BrokenOff";
  constructor() {
    super("The provider's answer broke off.");
  }
}

/** Tokens that a provider may add to a call of its own. */
const OF_THE_PROVIDER = 2_000;

/** Holds the facts of a call while it runs. */
class Meter {
  texts: string[] = [];
  readonly said: string[] = [];
  usage: Usage | null = null;
  isOdd = false;
  attempts = 0;
  how: Parameters<Outgoing["ended"]>[0] | null = null;

  /** Numbers that no such call can have are not believed. */
  count(usage: Usage | null, most: Pick<Usage, "input" | "output">): void {
    if (!usage) return;
    const sent = usage.input <= most.input + OF_THE_PROVIDER;
    const back = usage.output <= most.output + mostTokens(this.said);
    this.isOdd = !sent || !back;
    this.usage = this.isOdd ? null : usage;
  }
}

type Beginning<T> = { first: IteratorResult<T>; rest: AsyncIterator<T> };

async function beginning<T>(values: AsyncIterable<T>): Promise<Beginning<T>> {
  const rest = values[Symbol.asyncIterator]();
  return { first: await rest.next(), rest };
}

async function* remaining<T>(rest: AsyncIterator<T>): AsyncGenerator<T, void> {
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

type Ending = {
  isDone: boolean;
  failure: { error: unknown } | null;
  meter: Meter;
  isAborted: boolean;
};

function stateOf({ isDone, failure, meter, isAborted }: Ending): EndedState {
  if (isDone) return meter.how === "length" ? "cut" : "ok";
  if (failure && isRefusal(failure.error)) return "refused";
  // Without a failure, nobody wanted the rest of the answer.
  if (!failure || isAborted) return "aborted";
  return meter.said.length > 0 ? "cut" : "failed";
}

function isRefusal(error: unknown): boolean {
  return error instanceof OutsideRefused || error instanceof RedactionRefused;
}

function errorCodeOf(state: EndedState, failure: Ending["failure"], meter: Meter): string | null {
  if (failure?.error instanceof RedactionRefused) return "REDACTION";
  if (failure?.error instanceof OutsideRefused)
    return failure.error.by.toUpperCase().replace(" ", "_");
  if (state === "aborted") return "ABORTED";
  if (failure?.error instanceof BrokenOff) return "BROKEN_OFF";
  if (failure) return codeOf(failure.error);
  if (meter.isOdd) return "ODD_USAGE";
  if (meter.how === "length") return "LENGTH";
  return meter.how === "refusal" ? "REFUSAL" : null;
}

type Known = Pick<Ending, "failure"> & {
  state: EndedState;
  price: Price | null;
  lane: OutsideLane | undefined;
  fixedMicro: number | null | undefined;
};

async function spentOf(
  meter: Meter,
  { state, failure, price, lane, fixedMicro }: Known,
): Promise<Spent> {
  const wasSent = meter.attempts > 0 && state !== "refused";
  if (!wasSent || (failure && meter.said.length === 0 && costsNothing(failure.error)))
    return { usage: noUsage, isEstimated: false, costMicro: 0 };
  if (fixedMicro !== undefined)
    return { usage: noUsage, isEstimated: fixedMicro !== 0, costMicro: fixedMicro };
  if (meter.usage) {
    return { usage: meter.usage, isEstimated: false, costMicro: costOf(meter.usage, price, lane) };
  }
  const usage = {
    ...noUsage,
    input: await countTokens(meter.texts),
    output: await countTokens([meter.said.join("")]),
  };
  return { usage, isEstimated: true, costMicro: costOf(usage, price, lane) };
}

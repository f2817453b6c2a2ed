import { type Price, priceList } from "@besunny/ai/outside/cost-of";
import type { Log } from "@besunny/core/context";
import type { NewPrice, PriceRow } from "@besunny/db/platform/money/model-prices";
import type { PlatformDatabase } from "@besunny/db/platform/platform-database";

const SECONDS_KNOWN = 60;
const MICRO = 1_000_000;

type Options = {
  db: { platform: Pick<PlatformDatabase, "modelPrices"> };
  log: Log;
  now(): number;
};

/**
 * Returns the prices that hold. They are read from the database in the background, so no call waits for them; a change is known a minute
 * later. Before the first reading, the prices that ship with BeSunny hold, which are put into the database.
 */
export function createPriceBook({ db, log, now }: Options) {
  let prices: readonly Price[] = priceList;
  let readAt = Number.NEGATIVE_INFINITY;

  async function read(): Promise<void> {
    const isFirst = readAt === Number.NEGATIVE_INFINITY;
    readAt = now();
    if (isFirst) await db.platform.modelPrices.add(priceList.map(shippedRow));
    prices = (await db.platform.modelPrices.list()).map(priceOf);
  }

  return {
    /** Reads the prices now. */
    read,
    current(): readonly Price[] {
      if (now() - readAt > SECONDS_KNOWN * 1000)
        read().catch((error: unknown) => log.warn({ error }, "prices of models could not be read"));
      return prices;
    },
  };
}

function priceOf(row: PriceRow): Price {
  const { inputMicro, cachedInputMicro, cacheWriteMicro, outputMicro, audioMinuteMicro, ...rest } =
    row;
  return {
    ...rest,
    input: inputMicro / MICRO,
    cachedInput: cachedInputMicro === null ? null : cachedInputMicro / MICRO,
    cacheWrite: cacheWriteMicro === null ? null : cacheWriteMicro / MICRO,
    output: outputMicro / MICRO,
    audioMinute: audioMinuteMicro === null ? null : audioMinuteMicro / MICRO,
  };
}

function shippedRow({
  input,
  cachedInput,
  cacheWrite,
  output,
  audioMinute,
  ...rest
}: Price): NewPrice {
  const micro = (price: number) => Math.round(price * MICRO);
  return {
    ...rest,
    inputMicro: micro(input),
    cachedInputMicro: cachedInput === null ? null : micro(cachedInput),
    cacheWriteMicro: cacheWrite === null ? null : micro(cacheWrite),
    outputMicro: micro(output),
    audioMinuteMicro: audioMinute === null ? null : micro(audioMinute),
    createdById: null,
  };
}

import { newId } from "../../ids";
import type { PlatformTx } from "../platform-tx";

/** The price of a million tokens in millionths of the currency, from one day (ISO) until before another. */
export type PriceRow = {
  id: string;
  server: string;
  model: string;
  from: string;
  until: string | null;
  currency: string;
  inputMicro: number;
  cachedInputMicro: number | null;
  cacheWriteMicro: number | null;
  outputMicro: number;
  /** The price of a minute of sound; null for models that are not paid by the minute. */
  audioMinuteMicro: number | null;
  batchFactor: number | null;
  tiers: Record<string, number>;
  longContext: { above: number; input: number; output: number } | null;
  source: string;
  readOn: string;
  /** Null for prices that ship with BeSunny. */
  createdById: string | null;
  createdAt: Date;
};

export type NewPrice = Omit<PriceRow, "id" | "createdAt"> & { id?: string };

/** Stores prices. A row never changes: a new price is a new row with a date. */
export function modelPriceRepository(tx: PlatformTx) {
  return {
    /** Lists all prices, the oldest rows first. */
    list: async (): Promise<PriceRow[]> => {
      const rows = await tx.modelPrice.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
      return rows.map(({ validFrom, validUntil, readOn, tiers, longContext, ...row }) => ({
        ...row,
        from: dayOf(validFrom),
        until: validUntil && dayOf(validUntil),
        readOn: dayOf(readOn),
        inputMicro: Number(row.inputMicro),
        outputMicro: Number(row.outputMicro),
        audioMinuteMicro: row.audioMinuteMicro === null ? null : Number(row.audioMinuteMicro),
        cachedInputMicro: row.cachedInputMicro === null ? null : Number(row.cachedInputMicro),
        cacheWriteMicro: row.cacheWriteMicro === null ? null : Number(row.cacheWriteMicro),
        // Only this repository writes them.
        tiers: tiers as PriceRow["tiers"],
        longContext: longContext as PriceRow["longContext"],
      }));
    },

    /** Adds prices; those whose id is there already are left as they are. Returns the ids. */
    add: async (prices: readonly NewPrice[]): Promise<string[]> => {
      const data = prices.map(({ from, until, readOn, longContext, id, ...price }) => ({
        ...price,
        id: id ?? newId("prc"),
        validFrom: new Date(from),
        validUntil: until === null ? null : new Date(until),
        readOn: new Date(readOn),
        ...(longContext && { longContext }),
      }));
      await tx.modelPrice.createMany({ data, skipDuplicates: true });
      return data.map(({ id }) => id);
    },
  };
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

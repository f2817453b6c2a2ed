"use client";

import { type Around, type Tile, tileQueries } from "@besunny/api/browser/dashboards";
import type { MetricOutcome, MetricQuery } from "@besunny/api/browser/figures";

import { useAnswers } from "./use-answers";

/** The figures of a tile: an outcome for each of its questions, undefined until it has come. */
export type TileFigures = {
  queries: MetricQuery[];
  outcomes: (MetricOutcome | undefined)[];
  error: unknown;
};

/** Reads the figures of tiles, as far as the catalogue knows them. */
export function useFigures(
  tiles: readonly Pick<Tile, "id" | "question">[],
  around: Around,
  known: ReadonlyMap<string, unknown>,
) {
  const asked = new Map(tiles.map(({ id, question }) => [id, tileQueries(question, around)]));
  const answers = useAnswers([...asked.values()].flat().filter(({ metric }) => known.has(metric)));

  return {
    refetch: answers.refetch,
    of(id: string): TileFigures {
      const queries = asked.get(id) ?? [];
      return {
        queries,
        outcomes: queries.map(answers.of),
        error: queries.map(answers.errorOf).find(Boolean) ?? null,
      };
    },
  };
}

import { readAgainst } from "./read-against";
import { readFiles } from "./read-files";
import { readPairs } from "./read-pairs";
import type { Report } from "./report";

type Options = {
  pairs?: string;
  files?: string;
  against?: string;
  rounds?: string;
  limit?: string;
};

/** `bench read`: faithfulness beside a ground truth, speed beside another build, or survival, speed and agreement over any files. */
export function read({ pairs, files, against, rounds, limit }: Options): Promise<Report> {
  const most = limit === undefined ? Infinity : Number(limit);
  if (pairs) return readPairs(pairs, most);
  if (files && against) return readAgainst(files, against, { most, rounds: Number(rounds ?? 3) });
  if (files) return readFiles(files, most);
  throw new Error("Say what to read: --pairs DIR (sources and ground truth) or --files DIR.");
}

import { measureParts } from "../parts";
import { redact } from "../redaction/redact";
import type { Report } from "../report";
import { audit } from "./audit";
import { encryption } from "./encryption";
import { erasure } from "./erasure";
import { limits } from "./limits";
import { signIns } from "./sso";
import { usage } from "./usage";

type Options = Parameters<typeof redact>[0] & {
  only?: string;
  data?: string;
  rounds?: string;
  documents?: string;
};

/** Each part is one promise of trust: `--only audit,limits` picks some. */
const parts: Record<string, (options: Options) => Promise<Report>> = {
  redaction: redact,
  audit,
  limits,
  encryption,
  usage,
  sso: signIns,
  erasure,
};

/** Measures what trust costs, part by part, each beside its baseline in the same run. Keys are `part.key`. */
export async function trust(options: Options): Promise<Report> {
  return measureParts(parts, options);
}

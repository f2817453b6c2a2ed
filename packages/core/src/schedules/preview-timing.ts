import { platformOperation } from "../operation/operation";
import { nextTimes, timing } from "./timing";

const TIMES_SHOWN = 5;

/** The next five times that these fields mean. */
export const previewTiming = platformOperation({
  input: timing,
  run: async ({ clock }, given) => ({ times: nextTimes(given, clock(), TIMES_SHOWN) }),
});

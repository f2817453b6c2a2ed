import { providers } from "@besunny/connectors/sources/source-words";
import { z } from "zod";

import { connectionId } from "../../ids";
import { platformCommand } from "../../operation/platform";
import { nothing } from "../../shapes";

/** Notes that a provider asks to wait, so that all workers stop together: for one account, or for all accounts there. */
export const noteBlock = platformCommand("sources.note-block", {
  title: "Note that a provider asks to wait",
  permission: "source.look",
  input: z.object({
    of: z.union([
      z.object({ connectionId }),
      z.object({ provider: z.enum(providers), isPractice: z.boolean() }),
    ]),
    until: z.date(),
  }),
  output: nothing,
  doors: [],
  audit: { notAudited: "The connections show it." },
  handle: ({ dueSources }, { of, until }) => dueSources.block(of, until),
});

import { requestConfig } from "@besunny/web-kit/server/request-config";

import { currentSession } from "~/session";
import { english } from "./english";
import { german } from "./german";

/** Another language is a folder of texts beside these, and a name in the list of languages. */
export default requestConfig(
  { en: english, de: german },
  // The page that says that something is away needs words as well.
  async () => (await currentSession().catch(() => null))?.user.language ?? null,
);

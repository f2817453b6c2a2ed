import type shared from "@besunny/web-kit/messages/en.json";

import type { Locale } from "@besunny/web-kit/server/locale-of";
import type messages from "../messages/en.json";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof shared & typeof messages;
  }
}
